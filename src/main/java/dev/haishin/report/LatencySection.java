package dev.haishin.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How late messages arrive: the table of percentiles, the curve, and the course over time. */
final class LatencySection {
  private static final String TITLE = "Latency";
  private static final List<String> STATISTICS =
      List.of("mean", "p50", "p90", "p95", "p99", "p99.9", "p99.99", "max");
  private static final double SAMPLES_BEYOND = 10;
  private static final double SAMPLES_OF_A_MEAN = 30;

  private LatencySection() {}

  static Section of(Run run) {
    List<Metric> latencies =
        run.latencies().stream().filter(metric -> !Run.isStage(metric.path())).toList();
    if (latencies.isEmpty()) {
      return Section.absent(TITLE, "the run has no latency with samples");
    }
    Markup page = new Markup();
    page.add(FigureMarkup.table(TITLE, table(latencies)));
    page.element(
        "p",
        "All latencies count from the sender's tap. † has fewer than "
            + Quantity.digits(SAMPLES_BEYOND)
            + " samples beyond it (a mean: fewer than "
            + Quantity.digits(SAMPLES_OF_A_MEAN)
            + " in all) and is no basis for a verdict.",
        "class",
        "note");
    page.open("div", "class", "figures");
    for (Optional<Chart> chart : List.of(PercentileChart.of(run), new TimeCharts(run).latency())) {
      chart.ifPresent(found -> page.add(FigureMarkup.of(found)));
    }
    run.deliveries().ifPresent(log -> page.add(HeatMap.figure(run, log)));
    page.close();
    return Section.of("latency", TITLE, page);
  }

  static DataTable table(List<Metric> latencies) {
    List<String> header = new ArrayList<>(List.of("metric", "count"));
    header.addAll(STATISTICS);
    List<List<String>> rows = new ArrayList<>();
    for (Metric metric : latencies) {
      List<String> row = new ArrayList<>(List.of(metric.path(), metric.text("count")));
      for (String statistic : STATISTICS) {
        boolean weak = isWeak(statistic, metric.value("count"));
        row.add(metric.text(statistic) + (weak ? " †" : ""));
      }
      rows.add(row);
    }
    return new DataTable(header, rows);
  }

  private static boolean isWeak(String statistic, double count) {
    if (statistic.equals("mean")) {
      return count < SAMPLES_OF_A_MEAN;
    }
    if (!statistic.startsWith("p")) {
      return false;
    }
    double beyond = count * (100 - Double.parseDouble(statistic.substring(1))) / 100;
    return beyond < SAMPLES_BEYOND - 1e-6;
  }
}
