package dev.haishin.experiment.statistics;

/**
 * The interval of a difference of two means whose values were drawn independently and may spread
 * differently (B. L. Welch, Biometrika 34, 1947; degrees of freedom after Satterthwaite).
 */
public final class WelchInterval {
  private WelchInterval() {}

  /** The interval of the second mean less the first. */
  public static Interval of(double[] first, double[] second, double confidence) {
    double one = Moments.variance(Moments.some(first)) / first.length;
    double other = Moments.variance(Moments.some(second)) / second.length;
    double mean = Moments.mean(second) - Moments.mean(first);
    int n = Math.min(first.length, second.length);
    double sum = one + other;
    double weighted = one * one / (first.length - 1.0) + other * other / (second.length - 1.0);
    double freedom = n < 2 ? 0 : sum == 0 ? n - 1.0 : sum * sum / weighted;
    return StudentInterval.of(mean, StrictMath.sqrt(sum), freedom, confidence, n);
  }
}
