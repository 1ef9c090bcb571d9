package dev.haishin.experiment.statistics;

/**
 * The difference of two variants that met the same chances, replication by replication.
 *
 * @param interval of the second mean less the first
 * @param varianceSaved how many times the variance of independent replications is that of the
 *     pairs: so many fewer runs give the same interval. 1 where neither varies, infinite where only
 *     the differences do not.
 */
public record PairedDifference(Interval interval, double varianceSaved) {

  /**
   * The difference of values of which those with the same index share their chances.
   *
   * @throws IllegalArgumentException when there are not as many of both
   */
  public static PairedDifference of(double[] first, double[] second, double confidence) {
    if (first.length != second.length) {
      throw new IllegalArgumentException(
          "pairs need as many of both: " + first.length + ", " + second.length);
    }
    double[] differences = new double[Moments.some(first).length];
    for (int i = 0; i < differences.length; i++) {
      differences[i] = second[i] - first[i];
    }
    double apart = Moments.variance(first) + Moments.variance(second);
    double paired = Moments.variance(differences);
    double saved = apart == 0 ? 1 : paired == 0 ? Double.POSITIVE_INFINITY : apart / paired;
    return new PairedDifference(StudentInterval.of(differences, confidence), saved);
  }
}
