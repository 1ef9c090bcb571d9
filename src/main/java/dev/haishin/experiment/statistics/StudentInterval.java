package dev.haishin.experiment.statistics;

import org.apache.commons.math3.distribution.TDistribution;

/**
 * Student's interval of a mean: for values that are independent and nearly normal, as means and
 * percentiles of long replications are (Law, Simulation Modeling and Analysis, 5th ed., 4.5).
 */
public final class StudentInterval {
  private StudentInterval() {}

  /** The interval of the mean of values. */
  public static Interval of(double[] values, double confidence) {
    int n = Moments.some(values).length;
    double standardError = StrictMath.sqrt(Moments.variance(values) / n);
    return of(Moments.mean(values), standardError, n - 1.0, confidence, n);
  }

  /** The interval of a mean whose standard error has so many degrees of freedom. */
  static Interval of(double mean, double standardError, double freedom, double confidence, int n) {
    if (freedom <= 0) {
      return new Interval(mean, Double.POSITIVE_INFINITY, confidence, n);
    }
    double half = standardError == 0 ? 0 : quantile(confidence, freedom) * standardError;
    return new Interval(mean, half, confidence, n);
  }

  /** By how many standard errors a mean may be off, on either side. */
  static double quantile(double confidence, double freedom) {
    // No generator: it only draws samples, and the constructor without one seeds one.
    return new TDistribution(null, freedom).inverseCumulativeProbability((1 + confidence) / 2);
  }
}
