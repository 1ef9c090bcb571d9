package dev.haishin.cli;

import dev.haishin.results.Bottleneck;
import dev.haishin.results.Derived;
import dev.haishin.results.Judgement;
import dev.haishin.results.Latencies;
import dev.haishin.results.LatencyMetric;
import dev.haishin.results.Ledger;
import dev.haishin.results.LedgerColumn;
import dev.haishin.results.LossReason;
import dev.haishin.results.MetricQuery;
import dev.haishin.results.Reading;
import dev.haishin.results.RunResult;
import dev.haishin.results.Stage;
import dev.haishin.results.Tail;
import dev.haishin.results.Unit;
import dev.haishin.results.file.RunCost;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a terminal shows of a finished run: the answer on one screen, the verdicts first. */
final class RunScreen {
  private static final int WIDE_COLUMNS = 78;
  private static final int MOST_STAGES = 5;
  private static final String INDENT = "  ";

  private final Terminal terminal;
  private final PrintWriter out;

  RunScreen(Terminal terminal) {
    this.terminal = terminal;
    out = terminal.out();
  }

  /**
   * Shows a run.
   *
   * @param title what ran
   * @param cost what the run took of the machine
   */
  void show(String title, RunResult result, List<Judgement> judgements, RunCost cost) {
    out.println(bold(title));
    verdicts(judgements);
    asked(result.asked(), query -> Figures.of(result.value(query), query.unit()));
    latencies(result);
    ledger(result.ledger());
    AftermathTable.print(terminal, result.aftermaths());
    busiest(result.bottlenecks());
    tail(result.tail());
    cost(result, cost);
  }

  private void verdicts(List<Judgement> judgements) {
    if (judgements.isEmpty()) {
      return;
    }
    heading("Expected", "(one run)");
    VerdictTable table = new VerdictTable(terminal);
    for (Judgement judgement : judgements) {
      Reading reading = judgement.reading();
      String value = Figures.of(reading, judgement.expectation().query().unit());
      table.add(judgement.verdict(), judgement.expectation(), reading, value);
    }
    table.print();
  }

  /** What a scenario asks for beside what it expects. */
  void asked(List<MetricQuery> asked, Function<MetricQuery, String> value) {
    if (asked.isEmpty()) {
      return;
    }
    TextTable table = new TextTable(terminal.columns(), "lr");
    table.row("Asked for", "");
    asked.forEach(query -> table.row(INDENT + query.text(), value.apply(query)));
    table.print(out::println, "");
  }

  private void latencies(RunResult result) {
    List<String> statistics =
        terminal.columns() >= WIDE_COLUMNS
            ? List.of("p50", "p90", "p99", "p99.9", "max")
            : List.of("p50", "p99", "max");
    TextTable table = new TextTable(terminal.columns(), "lr" + "r".repeat(statistics.size()));
    table.row(row("Latency", "count", statistics.stream()));
    for (LatencyMetric metric : LatencyMetric.values()) {
      Latencies latencies = result.latencies().get(metric.path());
      if (latencies != null) {
        Stream<String> values =
            statistics.stream()
                .map(s -> Figures.of(result.value(metric.path() + "." + s), Unit.DURATION));
        table.row(row(INDENT + metric.path(), Figures.count(latencies.count()), values));
      }
    }
    table.print(out::println, "");
  }

  private static List<String> row(String name, String count, Stream<String> values) {
    return Stream.concat(Stream.of(name, count), values).toList();
  }

  void ledger(Ledger ledger) {
    String intended = Figures.grouped(ledger.pairs(LedgerColumn.INTENDED));
    String verdict =
        ledger.isBalanced()
            ? "it balances"
            : "IT DOES NOT BALANCE, by " + Figures.grouped(ledger.differencePairs());
    heading("Ledger", intended + " pairs of message and recipient; " + verdict);
    List<String> places = new ArrayList<>();
    for (LedgerColumn column : LedgerColumn.values()) {
      if (column != LedgerColumn.INTENDED && ledger.pairs(column) != 0) {
        places.add(column.columnName() + " " + Figures.grouped(ledger.pairs(column)));
      }
    }
    places.add("lost " + Figures.grouped(ledger.pairsLost()) + reasons(ledger));
    paragraph(INDENT, places);
  }

  private static String reasons(Ledger ledger) {
    String reasons =
        Stream.of(LossReason.values())
            .filter(reason -> ledger.pairsLost(reason) != 0)
            .map(reason -> reason.reasonName() + " " + Figures.grouped(ledger.pairsLost(reason)))
            .collect(Collectors.joining(", "));
    return reasons.isEmpty() ? "" : " (" + reasons + ")";
  }

  void busiest(List<Bottleneck> bottlenecks) {
    if (bottlenecks.isEmpty()) {
      return;
    }
    TextTable table = new TextTable(terminal.columns(), "lrrl");
    table.row("Busiest", "at most", "of tail", "host");
    for (Bottleneck bottleneck : bottlenecks) {
      table.row(
          INDENT + bottleneck.path(),
          Figures.percent(bottleneck.utilization()),
          Figures.of(bottleneck.shareOfTail(), Unit.FRACTION),
          bottleneck.host());
    }
    table.print(out::println, "");
  }

  void tail(Tail tail) {
    record Part(Stage stage, Reading share) {}
    List<Part> parts =
        Stream.of(Stage.values())
            .map(stage -> new Part(stage, tail.share(stage)))
            .filter(part -> part.share().value().orElse(0) > 0)
            .sorted(Comparator.comparingDouble(part -> -part.share().value().getAsDouble()))
            .limit(MOST_STAGES)
            .toList();
    if (parts.isEmpty()) {
      String reason = tail.share(Stage.NETWORK).reason();
      heading("Tail", reason.isEmpty() ? "no time was spent" : "unknown: " + reason);
      return;
    }
    paragraph(
        "Tail  ",
        parts.stream()
            .map(p -> p.stage().stageName() + " " + Figures.of(p.share(), Unit.FRACTION))
            .toList());
  }

  void cost(RunResult result, RunCost cost) {
    List<String> parts = new ArrayList<>();
    Reading events = result.value(Derived.ENGINE_EVENTS.path());
    parts.add(Figures.of(events, Unit.COUNT) + " events");
    parts.add(Figures.seconds(cost.wallSeconds()) + " on " + threads(cost.threads()));
    parts.add(Figures.of(cost.eventsPerSecond(), Unit.COUNT) + " events/s");
    parts.add(Figures.bytes(cost.peakHeapBytes()) + " of heap");
    Reading perMonth = result.value(Derived.COST_PER_MONTH.path());
    if (perMonth.isKnown()) {
      parts.add(Figures.of(perMonth, Unit.USD) + " a month at this load");
    }
    paragraph("Cost  ", parts);
  }

  static String threads(int threads) {
    return threads == 1 ? "1 thread" : threads + " threads";
  }

  void heading(String name, String text) {
    List<String> lines = TextTable.wrap((name + INDENT + text).strip(), terminal.columns());
    lines.forEach(out::println);
  }

  /** Parts that belong together, as many on a line as fit; the first line begins with a name. */
  void paragraph(String name, List<String> parts) {
    StringBuilder line = new StringBuilder(name);
    int start = line.length();
    for (String part : parts) {
      if (line.length() > start
          && line.length() + INDENT.length() + part.length() > terminal.columns()) {
        out.println(line);
        line.setLength(0);
        line.append(" ".repeat(start));
      }
      line.append(line.length() > start ? INDENT : "").append(part);
    }
    out.println(line);
  }

  String bold(String text) {
    return terminal.colour() ? "\u001b[1m" + text + "\u001b[0m" : text;
  }
}
