package dev.haishin.cli;

import dev.haishin.experiment.replication.Precision;
import dev.haishin.experiment.replication.ReplicatedJudgement;
import dev.haishin.experiment.replication.Replications;
import dev.haishin.experiment.statistics.Interval;
import dev.haishin.results.Comparison;
import dev.haishin.results.Derived;
import dev.haishin.results.Latencies;
import dev.haishin.results.LatencyMetric;
import dev.haishin.results.RunResult;
import dev.haishin.results.Unit;
import dev.haishin.results.file.RunCost;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a terminal shows of several replications of a run. */
final class ReplicationScreen {
  private static final String INDENT = "  ";

  private final Terminal terminal;
  private final RunScreen screen;
  private final PrintWriter out;

  ReplicationScreen(Terminal terminal) {
    this.terminal = terminal;
    screen = new RunScreen(terminal);
    out = terminal.out();
  }

  /**
   * Shows replications.
   *
   * @param title what ran
   * @param precision that was asked for, if any
   * @param first what replication 0 shows beyond figures
   * @param cost what all of them took of the machine
   */
  void show(
      String title,
      Replications replications,
      Optional<Precision> precision,
      RunResult first,
      RunCost cost) {
    out.println(screen.bold(title));
    List<ReplicatedJudgement> judgements = replications.judgements();
    if (!judgements.isEmpty()) {
      screen.heading("Expected", "(" + replications.count() + " replications, 95% intervals)");
      VerdictTable table = new VerdictTable(terminal);
      judgements.forEach(
          each -> table.add(each.verdict(), each.expectation(), each.reading(), value(each)));
      table.print();
    }
    screen.asked(
        first.asked(),
        query ->
            replications
                .interval(query.text())
                .map(interval -> Figures.of(interval, query.unit()))
                .orElse("-"));
    precision.ifPresent(asked -> reached(asked, replications.count(), judgements));
    latencies(replications);
    screen.ledger(replications.ledger());
    screen.heading("Replication 0", "by itself:");
    AftermathTable.print(terminal, first.aftermaths());
    screen.busiest(first.bottlenecks());
    screen.tail(first.tail());
    cost(replications, cost);
  }

  /** The mean with half of its interval; of an equality the mean alone, for each run tells. */
  private static String value(ReplicatedJudgement judgement) {
    Unit unit = judgement.expectation().query().unit();
    if (judgement.interval().isEmpty()) {
      return "-";
    }
    boolean isEqual = judgement.expectation().comparison() == Comparison.EQUAL;
    return isEqual
        ? Figures.of(judgement.interval().get().mean(), unit)
        : Figures.of(judgement.interval().get(), unit);
  }

  private void reached(Precision precision, int count, List<ReplicatedJudgement> judgements) {
    String asked = Figures.percent(precision.share());
    List<ReplicatedJudgement> wide = precision.tooWide(judgements);
    if (wide.isEmpty()) {
      screen.heading("Precision", asked + ", reached after " + count + " replications");
      return;
    }
    List<String> paths = wide.stream().map(each -> each.expectation().path()).toList();
    screen.heading(
        "Precision",
        asked + ", NOT reached after " + count + " replications: " + String.join(", ", paths));
  }

  private void latencies(Replications replications) {
    TextTable table = new TextTable(terminal.columns(), "lrrrr");
    table.row("Latency", "count", "p50", "p99", "p99 of a run");
    for (LatencyMetric metric : LatencyMetric.values()) {
      Latencies pooled = replications.pooled().get(metric.path());
      if (pooled != null) {
        table.row(
            INDENT + metric.path(),
            Figures.count(pooled.count()),
            pooled(replications, pooled, metric.path(), 50),
            pooled(replications, pooled, metric.path(), 99),
            replications
                .interval(metric.path() + ".p99")
                .map(interval -> Figures.of(interval, Unit.DURATION))
                .orElse("-"));
      }
    }
    table.print(out::println, "");
  }

  /** A percentile of all values, where each replication has enough of them to know its own. */
  private static String pooled(
      Replications replications, Latencies pooled, String path, int percentile) {
    boolean known = replications.interval(path + ".p" + percentile).isPresent();
    return known ? Figures.of(pooled.percentileNs(percentile), Unit.DURATION) : "-";
  }

  private void cost(Replications replications, RunCost cost) {
    List<String> parts = new ArrayList<>();
    parts.add(Figures.count(cost.eventsPerSecond() * cost.wallSeconds()) + " events");
    parts.add(Figures.seconds(cost.wallSeconds()) + " on " + RunScreen.threads(cost.threads()));
    parts.add(Figures.bytes(cost.peakHeapBytes()) + " of heap");
    Optional<Interval> month = replications.interval(Derived.COST_PER_MONTH.path());
    month.ifPresent(
        interval -> parts.add(Figures.of(interval.mean(), Unit.USD) + " a month at this load"));
    screen.paragraph("Cost  ", parts);
  }
}
