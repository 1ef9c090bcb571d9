package dev.haishin.experiment.statistics;

/**
 * A confidence interval of a mean over independent replications.
 *
 * @param mean of the values, in whatever unit they have
 * @param half width on each side; infinite where fewer than two values say nothing of their spread
 * @param confidence 0 to 1, such as 0.95
 * @param n values it stands on
 */
public record Interval(double mean, double half, double confidence, int n) {
  /** The confidence that is meant where none is named. */
  public static final double USUAL_CONFIDENCE = 0.95;

  /** Checks the ranges. */
  public Interval {
    if (!(half >= 0) || !(confidence > 0 && confidence < 1) || n < 1) {
      throw new IllegalArgumentException(
          "no interval: half " + half + ", confidence " + confidence + ", n " + n);
    }
  }

  /** The lower end. */
  public double low() {
    return mean - half;
  }

  /** The upper end. */
  public double high() {
    return mean + half;
  }

  /** Whether a value lies in it, ends included. */
  public boolean contains(double value) {
    return low() <= value && value <= high();
  }

  /** Whether the spread is known at all. */
  public boolean isBounded() {
    return half < Double.POSITIVE_INFINITY;
  }
}
