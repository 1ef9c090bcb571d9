package dev.haishin.report;

import dev.haishin.results.file.Summary;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** Turns what {@code summary.json} holds into what the page draws: no value is a NaN here. */
final class SummaryRun {
  private static final List<String> LEDGER_ORDER =
      List.of("live", "synced", "pushed", "pending", "expired", "lost", "in-flight");

  private final Summary summary;

  SummaryRun(Summary summary) {
    this.summary = summary;
  }

  Run run(
      Timeline timeline,
      List<PercentileCurve> curves,
      Optional<IntervalLog> deliveries,
      Optional<DeliveryWay> way,
      String scenarioYaml)
      throws IOException {
    return new Run(
        identity(),
        metrics(),
        timeline,
        curves,
        deliveries,
        ledger(),
        summary.reach(),
        summary.failures(),
        summary.littleChecks().stream()
            .map(line -> new LittleLine(line.path(), line.holds()))
            .toList(),
        verdicts(),
        bottlenecks(),
        summary.hottest(),
        ScenarioFailures.read(scenarioYaml),
        fleet(),
        summary.notes(),
        way,
        scenarioYaml);
  }

  private Run.Identity identity() {
    return new Run.Identity(
        summary.identity().scenario(),
        summary.identity().variant(),
        summary.identity().description(),
        Long.toString(summary.identity().seed()),
        summary.replications(),
        summary.identity().scale(),
        summary.simulatedSeconds(),
        summary.measuredFromSeconds(),
        summary.identity().version(),
        summary.identity().eventsDigest());
  }

  private Map<String, Metric> metrics() {
    Map<String, Metric> metrics = new TreeMap<>();
    for (Map.Entry<String, Summary.MetricLine> entry : summary.metrics().entrySet()) {
      Map<String, Double> statistics = new TreeMap<>();
      for (Summary.Figure figure : entry.getValue().figures()) {
        figure.value().ifPresent(value -> statistics.put(figure.statistic(), value));
      }
      Summary.MetricLine line = entry.getValue();
      String path = entry.getKey();
      metrics.put(path, new Metric(path, line.kind(), line.unit(), statistics));
    }
    return metrics;
  }

  private Ledger ledger() {
    List<LedgerColumn> columns = new ArrayList<>();
    List<LedgerColumn> others = new ArrayList<>();
    double intended = Double.NaN;
    for (String place : LEDGER_ORDER) {
      if (place.equals("lost")) {
        for (Summary.Entry entry : summary.ledger().lost()) {
          columns.add(new LedgerColumn("lost{" + entry.name() + "}", entry.pairs()));
        }
      }
      for (Summary.Entry entry : summary.ledger().columns()) {
        if (entry.name().equals(place)) {
          columns.add(new LedgerColumn(place, entry.pairs()));
        }
      }
    }
    for (Summary.Entry entry : summary.ledger().columns()) {
      if (entry.name().equals("intended")) {
        intended = entry.pairs();
      } else if (!LEDGER_ORDER.contains(entry.name())) {
        others.add(new LedgerColumn(entry.name(), entry.pairs()));
      }
    }
    return new Ledger(intended, columns, others, summary.ledger().balanced());
  }

  private List<Verdict> verdicts() {
    List<Verdict> verdicts = new ArrayList<>();
    for (Summary.ExpectationLine line : summary.expectations()) {
      String value = Quantity.of(line.value().orElse(Double.NaN), unitOf(line.path()));
      String limit = line.comparison() + " " + line.limit();
      verdicts.add(new Verdict(line.path(), limit, value, line.verdict(), line.reason()));
    }
    return verdicts;
  }

  /** The unit of the metric whose path is the longest beginning of an expectation's path. */
  private String unitOf(String path) {
    String unit = "";
    int longest = 0;
    for (Map.Entry<String, Summary.MetricLine> metric : summary.metrics().entrySet()) {
      if (path.startsWith(metric.getKey()) && metric.getKey().length() > longest) {
        longest = metric.getKey().length();
        unit = metric.getValue().unit();
      }
    }
    String rest = path.substring(longest);
    return rest.startsWith(".count") ? "" : rest.startsWith(".within") ? "fraction" : unit;
  }

  private List<Bottleneck> bottlenecks() {
    return summary.bottlenecks().stream()
        .map(
            line ->
                new Bottleneck(
                    line.component(), line.host(), line.utilization(), or(line.shareOfTail())))
        .toList();
  }

  private List<FleetItem> fleet() {
    return summary.fleet().stream()
        .map(
            item ->
                new FleetItem(
                    item.component(),
                    item.region(),
                    item.count(),
                    item.cores(),
                    item.memoryBytes(),
                    or(item.usdPerMonth())))
        .toList();
  }

  private static double or(OptionalDouble value) {
    return value.orElse(Double.NaN);
  }
}
