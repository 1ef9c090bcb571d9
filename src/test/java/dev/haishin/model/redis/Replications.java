package dev.haishin.model.redis;

import static org.junit.jupiter.api.Assertions.assertTrue;

/** The same measurement with several seeds, held against a figure that theory gives. */
public final class Replications {
  private static final int LEAST = 20;
  private static final double BAND_STANDARD_ERRORS = 4;
  private static final double MOST_RELATIVE_ERROR = 0.01;

  private int count;
  private double sum;
  private double sumOfSquares;

  /** Adds the mean of one replication. */
  public void add(double value) {
    count++;
    sum += value;
    sumOfSquares += value * value;
  }

  /** The figure lies within 4 standard errors, and these are no more than 1% of it. */
  public void assertAgreeWith(double reference) {
    assertTrue(count >= LEAST, "only " + count + " replications");
    double error = standardError();
    assertTrue(
        error <= MOST_RELATIVE_ERROR * reference,
        "standard error " + error + " is too large to test " + reference);
    assertTrue(contains(reference), "measured " + mean() + " +- " + error + ", not " + reference);
  }

  /** The figure of a model that is not ours lies outside. */
  public void assertDifferFrom(double neighbour) {
    assertTrue(!contains(neighbour), "measured " + mean() + ", indistinguishable from a neighbour");
  }

  private boolean contains(double figure) {
    return Math.abs(mean() - figure) <= BAND_STANDARD_ERRORS * standardError();
  }

  private double mean() {
    return sum / count;
  }

  private double standardError() {
    double variance = (sumOfSquares - sum * sum / count) / (count - 1);
    return Math.sqrt(variance / count);
  }
}
