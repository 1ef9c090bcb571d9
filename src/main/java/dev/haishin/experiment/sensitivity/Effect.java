package dev.haishin.experiment.sensitivity;

import dev.haishin.experiment.statistics.Interval;
import java.util.Optional;

/**
 * By how much a figure moves when one assumption does.
 *
 * @param down the difference to the scenario as it is when the assumption is less; empty where it
 *     cannot be, or the figure is unknown
 * @param up the same when it is more
 */
public record Effect(Assumption assumption, Optional<Interval> down, Optional<Interval> up) {

  /** Whether a difference lies outside the noise: its interval is bounded and without zero. */
  public static boolean isShown(Interval difference) {
    return difference.isBounded() && !difference.contains(0);
  }

  /** Whether either way shows an effect. */
  public boolean isShown() {
    return down.filter(Effect::isShown).isPresent() || up.filter(Effect::isShown).isPresent();
  }

  /** The larger of the differences that show, in either direction; 0 where none does. */
  public double size() {
    return Math.max(size(down), size(up));
  }

  private static double size(Optional<Interval> difference) {
    return difference.filter(Effect::isShown).map(i -> Math.abs(i.mean())).orElse(0.0);
  }
}
