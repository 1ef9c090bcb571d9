package dev.haishin.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the fleet had to do and how hard it was for it. */
final class LoadSection {
  private static final String TITLE = "Load and utilisation";
  private static final int CHARTS = 4;

  private LoadSection() {}

  static Section of(Run run) {
    TimeCharts overTime = new TimeCharts(run);
    List<Metric> metrics = Utilisation.of(run);
    Markup figures = new Markup().open("div", "class", "figures");
    List<String> missing = new ArrayList<>();
    if (metrics.isEmpty()) {
      missing.add("utilisation");
    } else {
      figures.add(bars(run, metrics));
    }
    draw(overTime.throughput(), "sends and deliveries over time", figures, missing);
    draw(overTime.connections(), "connections over time", figures, missing);
    draw(overTime.utilisation(), "utilisation over time", figures, missing);
    figures.close();
    if (missing.size() == CHARTS) {
      return Section.absent(TITLE, "the run recorded neither load nor utilisation");
    }
    Markup page = new Markup().add(figures);
    if (!missing.isEmpty()) {
      String sentence = "The run did not record: " + String.join(", ", missing) + ".";
      page.element("p", sentence, "class", "note");
    }
    return Section.of("load", TITLE, page);
  }

  private static void draw(
      Optional<Chart> chart, String what, Markup figures, List<String> missing) {
    chart.ifPresentOrElse(found -> figures.add(FigureMarkup.of(found)), () -> missing.add(what));
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
