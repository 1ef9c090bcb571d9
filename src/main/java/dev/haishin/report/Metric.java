package dev.haishin.report;

import java.util.Map;
import java.util.TreeMap;

/**
 * One metric of the summary.
 *
 * @param path its name, for instance {@code delivery.online}
 * @param kind {@code latency}, {@code gauge} or {@code counter}
 * @param unit of its statistics, such as {@code ms}
 * @param statistics by name; what could not be known is absent
 */
record Metric(String path, String kind, String unit, Map<String, Double> statistics) {
  Metric {
    statistics = new TreeMap<>(statistics);
  }

  /** A statistic in the metric's unit, or not a number when the run does not know it. */
  double value(String statistic) {
    return statistics.getOrDefault(statistic, Double.NaN);
  }

  /** A statistic as text, its unit with it. */
  String text(String statistic) {
    return Quantity.of(
        value(statistic),
        switch (statistic) {
          case "count" -> "";
          case "per-second", "peak-per-second" -> unit.equals("B") ? "B/s" : "1/s";
          default -> unit;
        });
  }

  boolean isLatency() {
    return kind.equals("latency");
  }

  /** Whether anything at all was recorded. */
  boolean hasSamples() {
    double count = value("count");
    return Double.isNaN(count) ? !statistics.isEmpty() : count > 0;
  }
}
