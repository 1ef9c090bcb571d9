package dev.haishin.engine;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import java.util.function.IntToDoubleFunction;

/**
 * Independent runs of one experiment with fixed seeds, and the rule by which they meet a published
 * figure: within four standard errors, with an error small enough that the rule says something.
 */
final class Replications {
  private final String name;
  private final double mean;
  private final double deviation;
  private final double error;

  private Replications(String name, double[] results) {
    this.name = name;
    double sum = 0;
    for (double result : results) {
      sum += result;
    }
    mean = sum / results.length;
    double squares = 0;
    for (double result : results) {
      squares += (result - mean) * (result - mean);
    }
    deviation = Math.sqrt(squares / (results.length - 1));
    error = deviation / Math.sqrt(results.length);
  }

  static Replications of(String name, int runs, IntToDoubleFunction run) {
    double[] results = new double[runs];
    for (int i = 0; i < runs; i++) {
      results[i] = run.applyAsDouble(i);
    }
    return new Replications(name, results);
  }

  static Replications of(String name, double[] results) {
    return new Replications(name, results);
  }

  double deviation() {
    return deviation;
  }

  /** The figure is met, give or take its printed rounding, and the neighbour is not. */
  void meet(double published, double rounding, double wrongNeighbour) {
    assertTrue(error <= 0.01 * Math.abs(published), () -> says("is too uncertain for", published));
    assertTrue(
        Math.abs(mean - published) <= Math.max(4 * error, rounding),
        () -> says("misses", published));
    assertTrue(
        Math.abs(mean - wrongNeighbour) > Math.max(4 * error, rounding),
        () -> says("cannot be told from the wrong", wrongNeighbour));
  }

  private String says(String verdict, double value) {
    return String.format(
        Locale.ROOT, "%s: %.6f +- %.6f %s %.6f", name, mean, error, verdict, value);
  }
}
