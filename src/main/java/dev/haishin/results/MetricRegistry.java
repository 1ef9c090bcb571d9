package dev.haishin.results;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Every metric there is, gathered from where each is declared. */
public final class MetricRegistry {
  /** Path of pairs that are lost, the one ledger column with a qualifier. */
  static final String LOST = "ledger.lost";

  /** Path of how long after a failure things were as before. */
  static final String RECOVERY = "recovery.time";

  /** Path of how long a broadcast took. */
  static final String COMPLETE = "delivery.broadcast.complete";

  private static final Pattern WINDOW =
      Pattern.compile("(.*)\\[([0-9]+(?:\\.[0-9]{1,9})?)s\\.\\.([0-9]+(?:\\.[0-9]{1,9})?)s\\]");
  private static final int NS_DIGITS = 9;

  private static final String FIT_MEANING =
      "differences to what was measured, as a share of it, of ";

  private static final MetricRegistry STANDARD = new MetricRegistry();

  private final SortedMap<String, Metric> metrics = new TreeMap<>();

  private MetricRegistry() {
    List<String> byRegion = List.of(Qualifier.REGION);
    for (LatencyMetric metric : LatencyMetric.values()) {
      add(metric.path(), Kind.LATENCY, Unit.DURATION, metric.qualifiers(), metric.meaning());
    }
    for (Stage stage : Stage.values()) {
      if (stage.isStation()) {
        add(
            stage.waitPath(),
            Kind.LATENCY,
            Unit.DURATION,
            List.of(),
            "waiting: " + stage.meaning());
        add(stage.servicePath(), Kind.LATENCY, Unit.DURATION, List.of(), stage.meaning());
      }
      addFigure(
          stage.sharePath(), Kind.GAUGE, Unit.FRACTION, "share of the tail: " + stage.meaning());
    }
    for (Utilization utilization : Utilization.values()) {
      add(utilization.path(), Kind.GAUGE, Unit.FRACTION, byRegion, utilization.meaning());
    }
    for (Level level : Level.values()) {
      add(level.path(), Kind.GAUGE, level.unit(), byRegion, level.meaning());
    }
    for (Counter counter : Counter.values()) {
      add(counter.path(), Kind.COUNTER, counter.unit(), parts(counter), counter.meaning());
    }
    for (Derived figure : Derived.values()) {
      addFigure(figure.path(), figure.kind(), figure.unit(), figure.meaning());
    }
    for (LedgerColumn column : LedgerColumn.values()) {
      addFigure(column.path(), Kind.COUNTER, Unit.COUNT, column.meaning());
    }
    addNarrowed();
  }

  private static List<String> parts(Counter counter) {
    if (counter == Counter.CROSS_BORDER_BYTES) {
      return List.of(Qualifier.FROM, Qualifier.TO, Qualifier.DATA);
    }
    return counter.direction().isEmpty() ? List.of() : List.of(Qualifier.DIRECTION);
  }

  /** Figures that are asked for by a place or a name. */
  private void addNarrowed() {
    List<Statistic> count = List.of(Statistic.COUNT);
    List<String> byReason = List.of(Qualifier.REASON);
    String lost = "pairs that no durable store holds and nobody sends again";
    addFigure(
        Measurement.errorPath("PATH"),
        Kind.GAUGE,
        Unit.FRACTION,
        FIT_MEANING + "PATH; of what the scenario names under 'measured'");
    String back = "from a failure, by its place in the list, until delivery.any.within(1s) is back";
    List<String> byFailure = List.of(Qualifier.FAILURE);
    List<Statistic> only = List.of(Statistic.LAST);
    metrics.put(RECOVERY, new Metric(RECOVERY, Kind.GAUGE, Unit.DURATION, only, byFailure, back));
    String complete =
        "start of a broadcast, by its place in the list, to the last screen of those connected"
            + " at its start; without a place, the longest";
    List<String> byPlace = List.of(Qualifier.BROADCAST);
    metrics.put(COMPLETE, new Metric(COMPLETE, Kind.GAUGE, Unit.DURATION, only, byPlace, complete));
    metrics.put(LOST, new Metric(LOST, Kind.COUNTER, Unit.COUNT, count, byReason, lost));
  }

  /** The metrics of this version. */
  public static MetricRegistry standard() {
    return STANDARD;
  }

  /** All metrics in the order of their paths. */
  public List<Metric> metrics() {
    return List.copyOf(metrics.values());
  }

  /** The metric of a path without statistic. */
  public Optional<Metric> find(String path) {
    return Optional.ofNullable(metrics.get(path));
  }

  /**
   * Reads {@code path[.statistic][{key=value,…}]}, with a window as {@link MetricQuery#text} writes
   * it: {@code [2s..4.5s]}.
   *
   * @throws IllegalArgumentException that says what is wrong and what would be right
   */
  public MetricQuery parse(String text) {
    Matcher windowed = WINDOW.matcher(text);
    return windowed.matches()
        ? whole(windowed.group(1)).during(ns(windowed.group(2)), ns(windowed.group(3)))
        : whole(text);
  }

  private static long ns(String seconds) {
    return new BigDecimal(seconds).movePointRight(NS_DIGITS).longValueExact();
  }

  private MetricQuery whole(String text) {
    int brace = text.indexOf('{');
    String named = brace < 0 ? text : text.substring(0, brace);
    String fit = named.replaceFirst("\\.error\\.last$", ".error");
    if (!Measurement.figureOf(fit).isEmpty() && brace < 0) {
      return fit(fit, parse(Measurement.figureOf(fit)));
    }
    Metric metric = longestPrefix(named).orElseThrow(() -> unknown(named));
    SortedMap<String, String> qualifiers =
        brace < 0 ? new TreeMap<>() : qualifiers(text, brace, metric);
    Statistic statistic = statistic(metric, named);
    return new MetricQuery(metric, statistic, qualifiers, 0, Long.MAX_VALUE);
  }

  /** How far a figure is from what was measured of it. */
  private static MetricQuery fit(String path, MetricQuery figure) {
    List<Statistic> only = List.of(Statistic.LAST);
    String meaning = FIT_MEANING + figure.text();
    Metric fit = new Metric(path, Kind.GAUGE, Unit.FRACTION, only, List.of(), meaning);
    return new MetricQuery(fit, Statistic.LAST, new TreeMap<>(), 0, Long.MAX_VALUE);
  }

  /** The paths that look most like what was written, the likeliest first. */
  public List<String> nearest(String text) {
    int most = 3 + text.length() / 4;
    return metrics.keySet().stream()
        .filter(path -> Spelling.distance(path, text) <= most)
        .sorted(Comparator.comparingInt(path -> Spelling.distance(path, text)))
        .limit(3)
        .toList();
  }

  private Optional<Metric> longestPrefix(String named) {
    String prefix = named;
    while (!metrics.containsKey(prefix)) {
      int dot = prefix.lastIndexOf('.');
      if (dot < 0) {
        return Optional.empty();
      }
      prefix = prefix.substring(0, dot);
    }
    return find(prefix);
  }

  private static Statistic statistic(Metric metric, String named) {
    String names = String.join(" ", metric.statistics().stream().map(Statistic::name).toList());
    if (named.equals(metric.path())) {
      return metric
          .defaultStatistic()
          .orElseThrow(
              () ->
                  new IllegalArgumentException(
                      "'" + named + "' names no statistic; add one of: " + names));
    }
    String name = named.substring(metric.path().length() + 1);
    String all = metric.kind() == Kind.LATENCY ? names + " within(5s)" : names;
    return metric
        .statistic(name)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "'" + metric.path() + "' has no '" + name + "'; it has: " + all));
  }

  private static SortedMap<String, String> qualifiers(String text, int brace, Metric metric) {
    if (!text.endsWith("}")) {
      throw new IllegalArgumentException("'" + text + "' lacks its closing brace");
    }
    SortedMap<String, String> qualifiers = new TreeMap<>();
    for (String pair : text.substring(brace + 1, text.length() - 1).split(",", -1)) {
      int equals = pair.indexOf('=');
      String key = equals < 0 ? pair.strip() : pair.substring(0, equals).strip();
      if (equals < 0 || !metric.qualifiers().contains(key)) {
        String right =
            metric.qualifiers().isEmpty()
                ? "it has none"
                : "it has: " + String.join("=…, ", metric.qualifiers()) + "=…";
        throw new IllegalArgumentException(
            "'" + metric.path() + "' has no qualifier '" + pair.strip() + "'; " + right);
      }
      String value = pair.substring(equals + 1).strip();
      Qualifier.check(metric, key, value);
      qualifiers.put(key, value);
    }
    return qualifiers;
  }

  private IllegalArgumentException unknown(String named) {
    List<String> near = new ArrayList<>(nearest(named));
    String hint = near.isEmpty() ? "see `haishin metrics`" : "did you mean '" + near.get(0) + "'?";
    return new IllegalArgumentException("no metric '" + named + "'; " + hint);
  }

  private void add(String path, Kind kind, Unit unit, List<String> qualifiers, String meaning) {
    metrics.put(path, new Metric(path, kind, unit, Statistic.of(kind), qualifiers, meaning));
  }

  private void addFigure(String path, Kind kind, Unit unit, String meaning) {
    Statistic only = kind == Kind.COUNTER ? Statistic.COUNT : Statistic.LAST;
    metrics.put(path, new Metric(path, kind, unit, List.of(only), List.of(), meaning));
  }
}
