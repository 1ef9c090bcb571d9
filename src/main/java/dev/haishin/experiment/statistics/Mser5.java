package dev.haishin.experiment.statistics;

import java.util.OptionalInt;

/**
 * Finds where the warm-up of a series ends: MSER-5, the truncation that makes the standard error of
 * the mean of what is left smallest, on means of five (K. P. White, M. J. Cobb, S. C. Spratt, "A
 * comparison of five steady-state truncation heuristics for simulation", Winter Simulation
 * Conference 2000).
 */
public final class Mser5 {
  /** Observations in a batch. */
  public static final int BATCH = 5;

  /** A series with fewer says too little; ten batches. */
  public static final int LEAST = 10 * BATCH;

  private Mser5() {}

  /**
   * How many observations to leave out at the beginning, a multiple of five.
   *
   * @return empty where the series has not settled: of all truncations in its first half the last
   *     one is the best
   * @throws IllegalArgumentException when there are fewer than {@link #LEAST} observations
   */
  public static OptionalInt truncation(double[] series) {
    if (series.length < LEAST) {
      throw new IllegalArgumentException(
          series.length + " observations; MSER-5 needs at least " + LEAST);
    }
    double[] batches = batches(series);
    int best = 0;
    double least = Double.POSITIVE_INFINITY;
    // The second half is left alone: a few batches that happen to be equal would always win.
    int half = batches.length / 2;
    for (int cut = 0; cut <= half; cut++) {
      double error = squaredError(batches, cut);
      if (error < least) {
        least = error;
        best = cut;
      }
    }
    return best == half ? OptionalInt.empty() : OptionalInt.of(best * BATCH);
  }

  private static double[] batches(double[] series) {
    double[] batches = new double[series.length / BATCH];
    for (int b = 0; b < batches.length; b++) {
      double sum = 0;
      for (int i = 0; i < BATCH; i++) {
        sum += series[b * BATCH + i];
      }
      batches[b] = sum / BATCH;
    }
    return batches;
  }

  /** The squared standard error of the mean of all batches from a cut on, but for a factor. */
  private static double squaredError(double[] batches, int cut) {
    int left = batches.length - cut;
    double mean = 0;
    for (int i = cut; i < batches.length; i++) {
      mean += batches[i];
    }
    mean /= left;
    double squares = 0;
    for (int i = cut; i < batches.length; i++) {
      squares += (batches[i] - mean) * (batches[i] - mean);
    }
    return squares / ((double) left * left);
  }
}
