package dev.haishin.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the fleet had to do and how hard it was for it. */
final class LoadSection {
  private LoadSection() {}

  static Section throughput(Run run) {
    return charted(
        "throughput",
        "Throughput",
        new TimeCharts(run).throughput(),
        "the timeline has no column of sends or deliveries");
  }

  static Section connections(Run run) {
    return charted(
        "connections",
        "Connections",
        new TimeCharts(run).connections(),
        "the timeline has no column of connections or reconnects");
  }

  static Section utilisation(Run run) {
    String title = "Utilisation";
    Markup page = new Markup().open("div", "class", "figures");
    List<Metric> metrics = Utilisation.of(run);
    Optional<Chart> overTime = new TimeCharts(run).utilisation();
    if (metrics.isEmpty() && overTime.isEmpty()) {
      return Section.absent(title, "the run recorded no component's utilisation");
    }
    if (!metrics.isEmpty()) {
      page.add(bars(run, metrics));
    }
    overTime.ifPresent(chart -> page.add(FigureMarkup.of(chart)));
    return Section.of("utilisation", title, page.close());
  }

  private static Section charted(String id, String title, Optional<Chart> chart, String absence) {
    if (chart.isEmpty()) {
      return Section.absent(title, absence);
    }
    Markup page = new Markup().open("div", "class", "figures");
    return Section.of(id, title, page.add(FigureMarkup.of(chart.get())).close());
  }

  private static Markup bars(Run run, List<Metric> metrics) {
    List<Bars.Bar> bars = new ArrayList<>();
    List<List<String>> rows = new ArrayList<>();
    for (Metric metric : metrics) {
      String host = hottest(run, metric.path());
      String mean = Quantity.of(metric.value("mean"), "fraction");
      String p99 = Quantity.of(metric.value("p99"), "fraction");
      String max = Quantity.of(metric.value("max"), "fraction");
      String title = metric.path() + ": mean " + mean + ", hottest host " + max + " " + host;
      bars.add(
          new Bars.Bar(
              metric.path(), metric.value("mean"), metric.value("max"), max, title.strip()));
      rows.add(List.of(metric.path(), mean, p99, max, host.isEmpty() ? "–" : host));
    }
    String summary =
        "Bars: mean over hosts and time. Marks and figures: the busiest second of the hottest host.";
    return FigureMarkup.of(
        "busy",
        "Utilisation by component",
        summary,
        Bars.draw("Utilisation by component. " + summary, bars),
        new DataTable(List.of("component", "mean", "p99", "max", "hottest host"), rows));
  }

  /** The host that the summary names for a component, such as {@code gateway} of gateway.cpu. */
  private static String hottest(Run run, String path) {
    return run.bottlenecks().stream()
        .filter(b -> b.component().equals(path) || path.startsWith(b.component() + "."))
        .map(Bottleneck::host)
        .findFirst()
        .orElse("");
  }
}
