package dev.haishin.scenario;

import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is expected of one metric.
 *
 * @param path the whole path as written
 * @param metric path of the metric alone, {@code delivery.online}
 * @param statistic of it, {@code p99} or {@code within(5s)}; empty where the metric has only one
 * @param qualifiers in braces, by name
 * @param window in brackets
 * @param comparison with the limits
 * @param low lower limit in canonical units; the only one where there is one
 * @param high upper limit in canonical units; the only one where there is one
 * @param limit the limits as written, without the comparison
 */
public record ExpectSpec(
    String path,
    String metric,
    String statistic,
    SortedMap<String, String> qualifiers,
    WindowSpec window,
    Comparison comparison,
    double low,
    double high,
    String limit) {
  /** How a value is held against the limits. */
  public enum Comparison {
    LESS,
    AT_MOST,
    GREATER,
    AT_LEAST,
    EQUAL,
    /** From the lower to the upper limit, both included. */
    BETWEEN
  }

  /** Copies the map and checks the order of the limits. */
  public ExpectSpec {
    qualifiers = new TreeMap<>(qualifiers);
    if (!(low <= high)) {
      throw new IllegalArgumentException(path + ": limits from " + low + " to " + high);
    }
  }
}
