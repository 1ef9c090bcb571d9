package dev.haishin.results;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A question to a run: a statistic of a metric, perhaps of a part of it.
 *
 * @param metric what is asked about
 * @param statistic what is asked for
 * @param qualifiers that narrow it, by name
 * @param fromNs first instant asked about
 * @param toNs the instant after the last, {@link Long#MAX_VALUE} for the end of the run
 */
public record MetricQuery(
    Metric metric,
    Statistic statistic,
    SortedMap<String, String> qualifiers,
    long fromNs,
    long toNs) {
  private static final int NS_DIGITS = 9;

  /** Checks that the parts fit each other. */
  public MetricQuery {
    qualifiers = new TreeMap<>(qualifiers);
    if (metric.statistic(statistic.name()).isEmpty()) {
      throw new IllegalArgumentException(metric.path() + " has no " + statistic.name());
    }
    if (!metric.qualifiers().containsAll(qualifiers.keySet())) {
      throw new IllegalArgumentException(
          metric.path() + " has qualifiers " + metric.qualifiers() + ", not all of " + qualifiers);
    }
    if (fromNs < 0 || fromNs >= toNs) {
      throw new IllegalArgumentException(
          metric.path() + ": no window from " + fromNs + " to " + toNs);
    }
  }

  /**
   * The question that a figure of a summary answers.
   *
   * @param path of the metric, perhaps with qualifiers in braces and a window, as {@link #part}
   *     writes them
   */
  public static MetricQuery of(String path, String statistic) {
    String name = path.split("[{\\[]", 2)[0];
    return MetricRegistry.standard().parse(name + "." + statistic + path.substring(name.length()));
  }

  /** The same question about a window: by the tap for latencies, else by the thing's own time. */
  public MetricQuery during(long windowFromNs, long windowToNs) {
    return new MetricQuery(metric, statistic, qualifiers, windowFromNs, windowToNs);
  }

  /** The value of a qualifier, or empty. */
  public String qualifier(String name) {
    return qualifiers.getOrDefault(name, "");
  }

  /** Whether only a part of the run is asked about. */
  public boolean isWindowed() {
    return fromNs > 0 || toNs < Long.MAX_VALUE;
  }

  /** Whether recorders must be told of the question before the run. */
  public boolean needsView() {
    return metric.kind() == Kind.LATENCY
        && (isWindowed() || !qualifiers.isEmpty() || statistic.type() == Statistic.Type.WITHIN);
  }

  /** What recorders must be told. */
  public View view() {
    return new View(
        metric.path(),
        qualifier("region"),
        qualifier("chat"),
        qualifier("platform"),
        fromNs,
        toNs,
        statistic.withinNs());
  }

  /**
   * The question as a scenario asks it: {@code delivery.online.p99}, {@code
   * wire.bytes.count{direction=up}}; without the statistic where a metric has but one figure.
   */
  public String text() {
    boolean single = metric.statistics().size() == 1 && statistic.type() != Statistic.Type.WITHIN;
    return (single ? metric.path() : metric.path() + "." + statistic.name()) + narrowing();
  }

  /**
   * What the question is about, without the statistic: {@code delivery.any{chat=group}[2s..4s]}.
   */
  public String part() {
    return metric.path() + narrowing();
  }

  private String narrowing() {
    StringBuilder text = new StringBuilder();
    if (!qualifiers.isEmpty()) {
      List<String> parts = new ArrayList<>();
      qualifiers.forEach((key, value) -> parts.add(key + "=" + value));
      text.append('{').append(String.join(",", parts)).append('}');
    }
    if (isWindowed()) {
      text.append('[').append(seconds(fromNs)).append("..").append(seconds(toNs)).append(']');
    }
    return text.toString();
  }

  private static String seconds(long ns) {
    return BigDecimal.valueOf(ns, NS_DIGITS).stripTrailingZeros().toPlainString() + "s";
  }

  /** The unit of the answer. */
  public Unit unit() {
    return metric.unitOf(statistic);
  }
}
