package dev.haishin.results.file;

import dev.haishin.results.Measurement;
import dev.haishin.results.Metric;
import dev.haishin.results.MetricRegistry;
import dev.haishin.results.Timeline;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Timelines in the OpenMetrics text format 1.0 (openmetrics.io), which Prometheus takes in as a
 * block of its past ({@code promtool tsdb create-blocks-from openmetrics}) and Grafana shows.
 *
 * <p>Every column is a family of gauges: its path and statistic with underscores, and the base unit
 * at the end, seconds in the place of milliseconds and ratios in the place of fractions. A sample
 * carries the moment at which its interval begins.
 */
public final class OpenMetricsText {
  private static final String PREFIX = "haishin_";

  private final Map<String, Family> families = new LinkedHashMap<>();

  /** How a unit of a timeline is written here. */
  private enum Base {
    SECONDS("ms", "seconds", -3),
    RATIO("fraction", "ratio", 0),
    BYTES("B", "bytes", 0),
    PER_SECOND("1/s", "per_second", 0),
    BYTES_PER_SECOND("B/s", "per_second", 0),
    USD("USD", "usd", 0),
    PLAIN("", "", 0);

    private final String symbol;
    private final String suffix;
    private final int decimalShift;

    Base(String symbol, String suffix, int decimalShift) {
      this.symbol = symbol;
      this.suffix = suffix;
      this.decimalShift = decimalShift;
    }

    static Base of(String symbol) {
      for (Base base : values()) {
        if (base.symbol.equals(symbol)) {
          return base;
        }
      }
      throw new IllegalArgumentException("no unit of a timeline: " + symbol);
    }
  }

  /** The series of one name, of all runs. */
  private record Family(String unit, String help, List<String> samples) {}

  /**
   * Adds a run.
   *
   * @param identity becomes labels
   * @param startSeconds since 1970 at the run's t=0
   */
  public OpenMetricsText add(RunIdentity identity, Timeline timeline, BigDecimal startSeconds) {
    List<String> moments = new ArrayList<>();
    for (double seconds : timeline.startSeconds()) {
      BigDecimal moment = startSeconds.add(new BigDecimal(Decimal.precise(seconds)));
      moments.add(moment.stripTrailingZeros().toPlainString());
    }
    for (Timeline.Column column : timeline.columns()) {
      Base base = Base.of(column.unit());
      int brace = column.label().indexOf('{');
      String path = brace < 0 ? column.label() : column.label().substring(0, brace);
      String qualifiers = brace < 0 ? "" : column.label().substring(brace);
      String name = name(path, base);
      String help = help(path);
      List<String> samples =
          families
              .computeIfAbsent(name, n -> new Family(base.suffix, help, new ArrayList<>()))
              .samples();
      String series = name + labels(identity, qualifiers) + " ";
      for (int row = 0; row < moments.size(); row++) {
        double value = column.values()[row];
        if (Double.isFinite(value)) {
          samples.add(series + number(value, base) + " " + moments.get(row));
        }
      }
    }
    return this;
  }

  /** The whole text. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    families.forEach(
        (name, family) -> {
          text.append("# TYPE ").append(name).append(" gauge\n");
          if (!family.unit().isEmpty()) {
            text.append("# UNIT ").append(name).append(' ').append(family.unit()).append('\n');
          }
          text.append("# HELP ").append(name).append(' ').append(escaped(family.help()));
          text.append('\n');
          family.samples().forEach(sample -> text.append(sample).append('\n'));
        });
    return text.append("# EOF\n").toString();
  }

  private static String name(String path, Base base) {
    String name = PREFIX + path.replaceAll("[^a-zA-Z0-9]", "_");
    boolean ends = base.suffix.isEmpty() || name.endsWith("_" + base.suffix);
    return ends ? name : name + "_" + base.suffix;
  }

  /** The metric's meaning with the statistic behind it. */
  private static String help(String path) {
    if (path.startsWith(Measurement.COLUMN)) {
      return "measured: " + help(path.substring(Measurement.COLUMN.length()));
    }
    int dot = path.length();
    while ((dot = path.lastIndexOf('.', dot - 1)) > 0) {
      Optional<Metric> metric = MetricRegistry.standard().find(path.substring(0, dot));
      if (metric.isPresent()) {
        return metric.get().meaning() + " (" + path.substring(dot + 1) + ")";
      }
    }
    return path;
  }

  /**
   * The labels of a series.
   *
   * @param qualifiers {@code {direction=up}}, or empty
   */
  private static String labels(RunIdentity identity, String qualifiers) {
    Map<String, String> labels = new LinkedHashMap<>();
    labels.put("scenario", identity.scenario());
    labels.put("variant", identity.variant());
    labels.put("seed", Long.toString(identity.seed()));
    for (String pair : qualifiers.replaceAll("[{}]", "").split(",", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        labels.put(pair.substring(0, equals), pair.substring(equals + 1));
      }
    }
    List<String> pairs = new ArrayList<>();
    labels.forEach((key, value) -> pairs.add(key + "=\"" + escaped(value) + "\""));
    return "{" + String.join(",", pairs) + "}";
  }

  private static String number(double value, Base base) {
    BigDecimal printed = new BigDecimal(Decimal.of(value)).scaleByPowerOfTen(base.decimalShift);
    return printed.signum() == 0 ? "0" : printed.stripTrailingZeros().toPlainString();
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
  }
}
