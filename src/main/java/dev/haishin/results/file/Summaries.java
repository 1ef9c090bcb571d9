package dev.haishin.results.file;

import dev.haishin.results.Bottleneck;
import dev.haishin.results.Judgement;
import dev.haishin.results.Kind;
import dev.haishin.results.Ledger;
import dev.haishin.results.LedgerColumn;
import dev.haishin.results.LossReason;
import dev.haishin.results.Metric;
import dev.haishin.results.MetricQuery;
import dev.haishin.results.MetricRegistry;
import dev.haishin.results.Reading;
import dev.haishin.results.RunResult;
import dev.haishin.results.Statistic;
import dev.haishin.results.file.Summary.BottleneckLine;
import dev.haishin.results.file.Summary.Entry;
import dev.haishin.results.file.Summary.ExpectationLine;
import dev.haishin.results.file.Summary.Figure;
import dev.haishin.results.file.Summary.LedgerLines;
import dev.haishin.results.file.Summary.LittleLine;
import dev.haishin.results.file.Summary.MetricLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/** The way from what was recorded to what {@code summary.json} holds. */
public final class Summaries {
  private static final double NS_PER_SECOND = 1e9;
  private static final String LEDGER = "ledger.";
  private static final String DIRECTION = "direction";
  private static final List<String> DIRECTIONS = List.of("up", "down");

  private Summaries() {}

  /**
   * Sums up a run.
   *
   * @param steady whether the run settles
   * @param judgements in the order of the scenario's expectations
   * @param notes what a reader should know before trusting the numbers
   */
  public static Summary of(
      RunIdentity identity,
      boolean steady,
      RunResult result,
      List<Judgement> judgements,
      List<FleetItem> fleet,
      List<String> notes) {
    return new Summary(
        identity,
        1,
        steady,
        result.plan().durationNs() / NS_PER_SECOND,
        result.plan().warmupNs() / NS_PER_SECOND,
        metrics(result),
        ledger(result.ledger()),
        result.reach(),
        result.aftermaths(),
        littleChecks(result),
        judgements.stream().map(Summaries::expectation).toList(),
        result.bottlenecks().stream().map(Summaries::bottleneck).toList(),
        result.hottest(),
        fleet,
        notes);
  }

  /** Every figure that a summary can hold, in the order of paths. */
  public static List<MetricQuery> queries() {
    List<MetricQuery> queries = new ArrayList<>();
    for (Metric metric : MetricRegistry.standard().metrics()) {
      for (SortedMap<String, String> qualifiers : qualifiers(metric)) {
        for (Statistic statistic : metric.statistics()) {
          queries.add(new MetricQuery(metric, statistic, qualifiers, 0, Long.MAX_VALUE));
        }
      }
    }
    return queries;
  }

  private static SortedMap<String, MetricLine> metrics(RunResult result) {
    SortedMap<String, MetricLine> lines = new TreeMap<>();
    for (Metric metric : MetricRegistry.standard().metrics()) {
      if (metric.path().startsWith(LEDGER)) {
        continue;
      }
      for (SortedMap<String, String> qualifiers : qualifiers(metric)) {
        String direction = qualifiers.get(DIRECTION);
        String path =
            direction == null
                ? metric.path()
                : metric.path() + "{" + DIRECTION + "=" + direction + "}";
        lines.put(path, line(metric, qualifiers, result));
      }
    }
    lines.values().removeIf(line -> isEmpty(line));
    for (MetricQuery query : result.ownFigures()) {
      lines.merge(query.part(), line(List.of(query), result), Summaries::together);
    }
    return lines;
  }

  /** The parts of a metric that are summed up apart: the directions of one that has them. */
  private static List<SortedMap<String, String>> qualifiers(Metric metric) {
    if (!metric.qualifiers().contains(DIRECTION)) {
      return List.of(new TreeMap<>());
    }
    List<SortedMap<String, String>> parts = new ArrayList<>();
    for (String direction : DIRECTIONS) {
      SortedMap<String, String> part = new TreeMap<>();
      part.put(DIRECTION, direction);
      parts.add(part);
    }
    return parts;
  }

  private static MetricLine line(
      Metric metric, SortedMap<String, String> qualifiers, RunResult result) {
    return line(
        metric.statistics().stream()
            .map(each -> new MetricQuery(metric, each, qualifiers, 0, Long.MAX_VALUE))
            .toList(),
        result);
  }

  private static MetricLine line(List<MetricQuery> queries, RunResult result) {
    Metric metric = queries.get(0).metric();
    List<Figure> figures = new ArrayList<>();
    for (MetricQuery query : queries) {
      Statistic statistic = query.statistic();
      figures.add(new Figure(statistic.name(), printed(result.value(query), metric, statistic)));
    }
    return new MetricLine(metric.kind().kindName(), metric.unit().symbol(), figures);
  }

  /** Figures of one part of a metric, each statistic once. */
  private static MetricLine together(MetricLine line, MetricLine more) {
    List<Figure> figures = new ArrayList<>(line.figures());
    for (Figure figure : more.figures()) {
      if (figures.stream().noneMatch(f -> f.statistic().equals(figure.statistic()))) {
        figures.add(figure);
      }
    }
    return new MetricLine(line.kind(), line.unit(), figures);
  }

  /** A latency that never was, a gauge without hosts: there is nothing to say. */
  private static boolean isEmpty(MetricLine line) {
    boolean nothingKnown = line.figures().stream().allMatch(figure -> figure.value().isEmpty());
    boolean noLatency =
        line.kind().equals(Kind.LATENCY.kindName()) && line.value("count").orElse(0) == 0;
    return nothingKnown || noLatency;
  }

  private static OptionalDouble printed(Reading reading, Metric metric, Statistic statistic) {
    return reading.isKnown()
        ? OptionalDouble.of(metric.unitOf(statistic).printed(reading.value().getAsDouble()))
        : OptionalDouble.empty();
  }

  private static LedgerLines ledger(Ledger ledger) {
    List<Entry> columns = new ArrayList<>();
    for (LedgerColumn column : LedgerColumn.values()) {
      columns.add(new Entry(column.columnName(), ledger.pairs(column)));
    }
    List<Entry> lost = new ArrayList<>();
    for (LossReason reason : LossReason.values()) {
      lost.add(new Entry(reason.reasonName(), ledger.pairsLost(reason)));
    }
    return new LedgerLines(columns, lost, ledger.isBalanced());
  }

  private static List<LittleLine> littleChecks(RunResult result) {
    return result.littleChecks().stream()
        .map(
            check ->
                new LittleLine(
                    check.path(),
                    check.occupancyAtMarks(),
                    check.occupancyFromSojourns(),
                    check.tolerance(),
                    check.holds()))
        .toList();
  }

  private static ExpectationLine expectation(Judgement judgement) {
    MetricQuery query = judgement.expectation().query();
    return new ExpectationLine(
        judgement.expectation().path(),
        judgement.expectation().comparison().sign(),
        judgement.expectation().limit(),
        printed(judgement.reading(), query.metric(), query.statistic()),
        judgement.verdict().word(),
        judgement.reading().reason(),
        Optional.empty());
  }

  private static BottleneckLine bottleneck(Bottleneck bottleneck) {
    return new BottleneckLine(
        bottleneck.path(),
        bottleneck.host(),
        bottleneck.utilization(),
        bottleneck.shareOfTail().value());
  }
}
