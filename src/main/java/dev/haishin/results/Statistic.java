package dev.haishin.results;

import java.util.List;
import java.util.Optional;

/**
 * A figure that sums up a metric.
 *
 * @param type what is computed
 * @param name as it is written after the metric's path
 * @param percentile of {@link Type#PERCENTILE}, else 0
 * @param withinNs the bound of {@link Type#WITHIN}, else 0
 */
public record Statistic(Type type, String name, double percentile, long withinNs) {
  /** What can be computed. */
  public enum Type {
    COUNT,
    MEAN,
    STDDEV,
    MIN,
    PERCENTILE,
    MAX,
    LAST,
    PER_SECOND,
    PEAK_PER_SECOND,
    WITHIN
  }

  /** Number of things. */
  public static final Statistic COUNT = of(Type.COUNT, "count");

  /** Arithmetic mean, of a gauge weighted by time. */
  public static final Statistic MEAN = of(Type.MEAN, "mean");

  /** Standard deviation. */
  public static final Statistic STDDEV = of(Type.STDDEV, "stddev");

  /** Smallest value. */
  public static final Statistic MIN = of(Type.MIN, "min");

  /** Largest value; of a gauge, that of the hottest host in an interval. */
  public static final Statistic MAX = of(Type.MAX, "max");

  /** Value at the end. */
  public static final Statistic LAST = of(Type.LAST, "last");

  /** Mean rate. */
  public static final Statistic PER_SECOND = of(Type.PER_SECOND, "per-second");

  /** Highest rate of an interval. */
  public static final Statistic PEAK_PER_SECOND = of(Type.PEAK_PER_SECOND, "peak-per-second");

  /** The median. */
  public static final Statistic P50 = percentile("50");

  /** What 99 percent do not exceed. */
  public static final Statistic P99 = percentile("99");

  private static final List<Statistic> OF_LATENCY =
      List.of(
          COUNT,
          MEAN,
          STDDEV,
          MIN,
          P50,
          percentile("90"),
          percentile("95"),
          P99,
          percentile("99.9"),
          percentile("99.99"),
          MAX);
  private static final List<Statistic> OF_GAUGE = List.of(MEAN, MAX, P99, LAST);
  private static final List<Statistic> OF_COUNTER = List.of(COUNT, PER_SECOND, PEAK_PER_SECOND);
  private static final String WITHIN_START = "within(";

  /** The share of all that were to come which came within a bound. */
  public static Statistic within(long withinNs, String written) {
    if (withinNs <= 0) {
      throw new IllegalArgumentException("within(" + written + "): the bound must be positive");
    }
    return new Statistic(Type.WITHIN, WITHIN_START + written + ")", 0, withinNs);
  }

  /** The statistics of every metric of a kind, in the order in which they are written. */
  public static List<Statistic> of(Kind kind) {
    return switch (kind) {
      case LATENCY -> OF_LATENCY;
      case GAUGE -> OF_GAUGE;
      case COUNTER -> OF_COUNTER;
    };
  }

  /** Reads {@code within(5s)}; empty where the text is nothing of the kind. */
  static Optional<Statistic> parseWithin(String text) {
    if (!text.startsWith(WITHIN_START) || !text.endsWith(")")) {
      return Optional.empty();
    }
    String bound = text.substring(WITHIN_START.length(), text.length() - 1);
    return Bound.parseNs(bound).map(ns -> within(ns, bound));
  }

  private static Statistic of(Type type, String name) {
    return new Statistic(type, name, 0, 0);
  }

  private static Statistic percentile(String digits) {
    return new Statistic(Type.PERCENTILE, "p" + digits, Double.parseDouble(digits), 0);
  }
}
