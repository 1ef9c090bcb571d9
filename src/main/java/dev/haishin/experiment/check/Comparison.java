package dev.haishin.experiment.check;

import dev.haishin.experiment.statistics.Interval;
import dev.haishin.experiment.statistics.PairedDifference;
import dev.haishin.experiment.statistics.WelchInterval;
import dev.haishin.results.Verdict;
import dev.haishin.scenario.ToleranceSpec;
import java.util.Arrays;

/**
 * The means of a path before and after a change. Replications that share their seeds are compared
 * in pairs, others as independent samples (Welch).
 *
 * <p>A relative tolerance t is held against {@code after - (1 + t) before}, so that the baseline's
 * own spread counts as well.
 */
final class Comparison {
  private final double[] before;
  private final double[] after;
  private final boolean paired;
  private final double confidence;

  /**
   * A comparison.
   *
   * @param before values of the baseline, a replication each
   * @param after values of this run
   * @param paired whether the first ones of both share their seeds; more of one are left out
   * @param confidence of the interval of their difference, 0 to 1
   */
  Comparison(double[] before, double[] after, boolean paired, double confidence) {
    int common = Math.min(before.length, after.length);
    this.before = paired ? Arrays.copyOf(before, common) : before.clone();
    this.after = paired ? Arrays.copyOf(after, common) : after.clone();
    this.paired = paired;
    this.confidence = confidence;
  }

  /** The difference of the means. */
  Interval change() {
    return changeFrom(1);
  }

  double meanBefore() {
    return Arrays.stream(before).average().orElse(Double.NaN);
  }

  double meanAfter() {
    return Arrays.stream(after).average().orElse(Double.NaN);
  }

  boolean isPaired() {
    return paired;
  }

  /**
   * Whether the change is within a tolerance, beyond it, or not known to be either.
   *
   * @param share tolerated, of the baseline's mean
   * @param amount tolerated beside it, in the unit of the values; at least 0
   */
  Verdict judge(ToleranceSpec.Worse worse, double share, double amount) {
    return switch (worse) {
      case RISE -> rise(share, amount);
      case FALL -> fall(share, amount);
      case EITHER -> {
        Verdict up = rise(share, amount);
        Verdict down = fall(share, amount);
        if (up == Verdict.MISSED || down == Verdict.MISSED) {
          yield Verdict.MISSED;
        }
        yield up == Verdict.MET && down == Verdict.MET ? Verdict.MET : Verdict.UNKNOWN;
      }
    };
  }

  private Verdict rise(double share, double amount) {
    Interval beyond = changeFrom(1 + share);
    if (beyond.low() > amount) {
      return Verdict.MISSED;
    }
    return beyond.high() <= amount ? Verdict.MET : Verdict.UNKNOWN;
  }

  private Verdict fall(double share, double amount) {
    Interval beyond = changeFrom(1 - share);
    if (beyond.high() < -amount) {
      return Verdict.MISSED;
    }
    return beyond.low() >= -amount ? Verdict.MET : Verdict.UNKNOWN;
  }

  /** The interval of the mean after less so many times the mean before. */
  private Interval changeFrom(double times) {
    double[] scaled = Arrays.stream(before).map(value -> times * value).toArray();
    return paired
        ? PairedDifference.of(scaled, after, confidence).interval()
        : WelchInterval.of(scaled, after, confidence);
  }
}
