package dev.haishin.scenario;

/** What the language needs to know of the metrics. */
public interface MetricCatalog {

  /**
   * The unit of a metric's answer.
   *
   * @param metric path, statistic and qualifiers
   * @return DURATION, FRACTION, COUNT, BYTES, PER_SECOND, BYTES_PER_SECOND or USD
   * @throws IllegalArgumentException saying what is wrong with the path, and what is near it
   */
  String unitOf(String metric);
}
