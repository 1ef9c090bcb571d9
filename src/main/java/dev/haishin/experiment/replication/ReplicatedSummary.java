package dev.haishin.experiment.replication;

import dev.haishin.experiment.statistics.Interval;
import dev.haishin.results.Latencies;
import dev.haishin.results.Ledger;
import dev.haishin.results.LedgerColumn;
import dev.haishin.results.LossReason;
import dev.haishin.results.MetricQuery;
import dev.haishin.results.Statistic;
import dev.haishin.results.Unit;
import dev.haishin.results.file.RunIdentity;
import dev.haishin.results.file.Summary;
import dev.haishin.results.file.Summary.Band;
import dev.haishin.results.file.Summary.Entry;
import dev.haishin.results.file.Summary.ExpectationLine;
import dev.haishin.results.file.Summary.Figure;
import dev.haishin.results.file.Summary.LedgerLines;
import dev.haishin.results.file.Summary.MetricLine;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The summary of several replications: figures are means over them with their intervals, and
 * percentiles of all values together stand beside; the ledger is that of all together; bottlenecks,
 * reach and Little's law are those of replication 0.
 */
public final class ReplicatedSummary {
  private final Replications replications;

  private ReplicatedSummary(Replications replications) {
    this.replications = replications;
  }

  /**
   * Sums up replications.
   *
   * @param first the summary of replication 0
   */
  public static Summary of(Summary first, Replications replications) {
    return new ReplicatedSummary(replications).summary(first);
  }

  private Summary summary(Summary first) {
    SortedMap<String, MetricLine> metrics = new TreeMap<>();
    first.metrics().forEach((path, line) -> metrics.put(path, line(path, line)));
    RunIdentity one = first.identity();
    RunIdentity identity =
        new RunIdentity(
            one.scenario(),
            one.variant(),
            one.description(),
            one.seed(),
            one.scale(),
            HexFormat.of().toHexDigits(replications.eventsDigest()),
            one.version(),
            one.scenarioSha256(),
            one.plugins());
    return new Summary(
        identity,
        replications.count(),
        first.steady(),
        first.simulatedSeconds(),
        first.measuredFromSeconds(),
        metrics,
        ledger(replications.ledger()),
        first.reach(),
        first.failures(),
        first.littleChecks(),
        replications.judgements().stream().map(ReplicatedSummary::expectation).toList(),
        first.bottlenecks(),
        first.hottest(),
        first.fleet(),
        first.notes());
  }

  private MetricLine line(String path, MetricLine first) {
    List<Figure> figures = new ArrayList<>();
    SortedMap<String, Band> bands = new TreeMap<>();
    List<Figure> pooled = new ArrayList<>();
    Latencies together = replications.pooled().get(path);
    for (Figure figure : first.figures()) {
      MetricQuery query = MetricQuery.of(path, figure.statistic());
      Optional<Interval> interval = replications.interval(query.text());
      figures.add(new Figure(figure.statistic(), mean(interval, query.unit())));
      interval
          .flatMap(known -> band(known, query.unit()))
          .ifPresent(band -> bands.put(figure.statistic(), band));
      if (together != null && query.statistic().type() == Statistic.Type.PERCENTILE) {
        double ns = together.percentileNs(query.statistic().percentile());
        // Too few values beyond it in each replication: the pool is no better known than its mean.
        OptionalDouble value =
            interval.isPresent()
                ? OptionalDouble.of(query.unit().printed(ns))
                : OptionalDouble.empty();
        pooled.add(new Figure(figure.statistic(), value));
      }
    }
    return new MetricLine(first.kind(), first.unit(), figures, bands, pooled);
  }

  private static OptionalDouble mean(Optional<Interval> interval, Unit unit) {
    return interval.isPresent()
        ? OptionalDouble.of(unit.printed(interval.get().mean()))
        : OptionalDouble.empty();
  }

  private static Optional<Band> band(Interval interval, Unit unit) {
    return interval.isBounded()
        ? Optional.of(
            new Band(
                unit.printed(interval.low()), unit.printed(interval.high()), interval.confidence()))
        : Optional.empty();
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

  private static ExpectationLine expectation(ReplicatedJudgement judgement) {
    Unit unit = judgement.expectation().query().unit();
    return new ExpectationLine(
        judgement.expectation().path(),
        judgement.expectation().comparison().sign(),
        judgement.expectation().limit(),
        mean(judgement.interval(), unit),
        judgement.verdict().word(),
        judgement.reading().reason(),
        judgement.interval().flatMap(interval -> band(interval, unit)));
  }
}
