package dev.haishin.experiment.statistics;

/** Mean and variance of a few values, summed in their order. */
final class Moments {
  private Moments() {}

  static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  /** The unbiased variance (divided by n - 1), from the differences to the mean; 0 of one value. */
  static double variance(double[] values) {
    double mean = mean(values);
    double sum = 0;
    for (double value : values) {
      sum += (value - mean) * (value - mean);
    }
    return values.length < 2 ? 0 : sum / (values.length - 1);
  }

  /** The values, of which there must be one. */
  static double[] some(double[] values) {
    if (values.length == 0) {
      throw new IllegalArgumentException("no values, no interval");
    }
    return values;
  }
}
