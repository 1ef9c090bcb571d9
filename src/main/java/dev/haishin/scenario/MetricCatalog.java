package dev.haishin.scenario;

import java.util.List;

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

  /**
   * The value of a qualifier of a metric, or empty where it has none; a catalog of whole metrics
   * knows none.
   *
   * @param metric a path that {@link #unitOf} knows
   */
  default String qualifier(String metric, String name) {
    return "";
  }

  /** The same catalog, for a world of these regions: no other can be asked for. */
  default MetricCatalog in(List<String> regions) {
    return new RegionalCatalog(this, regions);
  }
}
