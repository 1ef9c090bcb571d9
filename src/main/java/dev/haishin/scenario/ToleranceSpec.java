package dev.haishin.scenario;

/**
 * How much a path may change against a baseline.
 *
 * @param path as written: a metric and statistic, or a path as {@code expect} names it
 * @param metric the path without its window
 * @param expected whether the path is one that {@code expect} names
 * @param worse which way a change is worse
 * @param relative whether {@code value} is a share of the baseline's mean
 * @param value at least 0; a share, or an amount in the metric's canonical unit
 * @param text as written
 */
public record ToleranceSpec(
    String path,
    String metric,
    boolean expected,
    Worse worse,
    boolean relative,
    double value,
    String text) {

  /** Which way a change is worse. */
  public enum Worse {
    /** A rise: what latencies, loads and costs are. */
    RISE,
    /** A fall: what capacities and deliveries are. */
    FALL,
    /** Either. */
    EITHER
  }

  /** Refuses a negative tolerance. */
  public ToleranceSpec {
    if (!(value >= 0)) {
      throw new IllegalArgumentException(path + ": a tolerance of " + value);
    }
  }
}
