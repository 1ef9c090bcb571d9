package dev.haishin.experiment.compare;

import dev.haishin.experiment.statistics.Interval;
import dev.haishin.experiment.statistics.PairedDifference;
import dev.haishin.experiment.statistics.WelchInterval;

/**
 * The difference of two contenders by one yardstick.
 *
 * @param interval of the one's mean less the other's, canonical units
 * @param paired whether both met the same taps in every replication, so that these are pairs
 * @param varianceSaved how many times as many replications independent ones would need; 1 where
 *     they are no pairs
 */
public record Difference(Interval interval, boolean paired, double varianceSaved) {

  /**
   * The difference between two contenders, values of the same replication at the same place.
   *
   * @param paired whether replications of both share their chances
   */
  static Difference of(double[] from, double[] to, boolean paired, double confidence) {
    if (!paired) {
      return new Difference(WelchInterval.of(from, to, confidence), false, 1);
    }
    PairedDifference pairs = PairedDifference.of(from, to, confidence);
    return new Difference(pairs.interval(), true, pairs.varianceSaved());
  }

  /** Whether both gave the same value in every replication. */
  public boolean isNone() {
    return paired && interval.mean() == 0 && interval.half() == 0;
  }

  /** Whether the interval leaves zero out. */
  public boolean isShown() {
    return interval.isBounded() && !interval.contains(0);
  }
}
