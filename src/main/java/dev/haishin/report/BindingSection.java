package dev.haishin.report;

import dev.haishin.results.Busiest;
import dev.haishin.results.Hottest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What binds first: how close each component came to its capacity, at which multiple of this load
 * it would be full, and the same from the back of an envelope.
 */
final class BindingSection {
  private static final String TITLE = "What binds first";
  private static final double FULL = 0.995;

  private BindingSection() {}

  static Section of(Run run) {
    List<Metric> metrics = Utilisation.of(run);
    if (metrics.isEmpty()) {
      return Section.absent(TITLE, "the run recorded no utilisation");
    }
    List<Envelope.Estimate> estimates = Envelope.of(run);
    Markup page = new Markup();
    first(run).ifPresent(metric -> page.element("p", sentence(run, metric)));
    page.add(bars(run, metrics, estimates));
    page.add(hottest(run));
    if (!estimates.isEmpty()) {
      String title = "The back of the envelope beside the simulation";
      page.element("h3", title);
      List<List<String>> rows = new ArrayList<>();
      for (Envelope.Estimate estimate : estimates) {
        String share = Quantity.of(estimate.utilisation(), "fraction");
        String simulated = Quantity.of(run.value(estimate.path(), "mean"), "fraction");
        rows.add(List.of(estimate.path(), share, simulated, estimate.sum()));
      }
      List<String> header = List.of("component", "envelope", "simulated", "rate × cost / cores");
      page.add(FigureMarkup.texts(title, new DataTable(header, rows)));
    }
    return Section.of("binding", TITLE, page);
  }

  /** What binds first, by the one rule of {@link Busiest}. */
  static Optional<Metric> first(Run run) {
    Map<String, Double> highest = new TreeMap<>();
    for (Metric metric : Utilisation.of(run)) {
      highest.put(metric.path() + ".max", metric.value("max"));
    }
    return Busiest.of(List.of(highest)).flatMap(busiest -> run.metric(busiest.part()));
  }

  /** What multiple of this load fills a component: {@code 2.9 times this load}. */
  static String factor(double utilisation) {
    return utilisation >= FULL
        ? "this load"
        : Quantity.digits(1 / utilisation) + " times this load";
  }

  private static String sentence(Run run, Metric metric) {
    String host = hottest(run, metric.path());
    String at = host.isEmpty() ? "its hottest host" : "its hottest host, " + host + ",";
    double max = metric.value("max");
    String busiest = Quantity.of(max, "fraction");
    return max >= FULL
        ? metric.path() + " binds at this load: " + at + " has a second at " + busiest + "."
        : metric.path()
            + " binds first: "
            + at
            + " has a second at "
            + busiest
            + ", which "
            + factor(max)
            + " would fill if all of it grew alike; its mean over hosts and time fills at "
            + Quantity.digits(1 / metric.value("mean"))
            + " times.";
  }

  private static Markup bars(Run run, List<Metric> metrics, List<Envelope.Estimate> estimates) {
    Map<String, Double> envelope = new TreeMap<>();
    estimates.forEach(estimate -> envelope.put(estimate.path(), estimate.utilisation()));
    List<Bars.Bar> bars = new ArrayList<>();
    List<List<String>> rows = new ArrayList<>();
    for (Metric metric : metrics) {
      String host = hottest(run, metric.path());
      String mean = Quantity.of(metric.value("mean"), "fraction");
      String max = Quantity.of(metric.value("max"), "fraction");
      String sum = Quantity.of(envelope.getOrDefault(metric.path(), Double.NaN), "fraction");
      String title = metric.path() + ": mean " + mean + ", hottest host " + max + " " + host;
      bars.add(
          new Bars.Bar(
              metric.path(), metric.value("mean"), metric.value("max"), max, title.strip()));
      rows.add(
          List.of(
              metric.path(),
              mean,
              sum,
              Quantity.of(metric.value("p99"), "fraction"),
              max,
              metric.value("max") > 0 ? "× " + Quantity.digits(1 / metric.value("max")) : "–",
              host.isEmpty() ? "–" : host));
    }
    String summary =
        "Bars: mean over hosts and time. Marks and figures: the busiest second of the hottest host.";
    List<String> header =
        List.of("component", "mean", "envelope", "p99", "max", "full at load", "hottest host");
    return FigureMarkup.of(
        "busy",
        "Utilisation by component",
        summary,
        Bars.draw("Utilisation by component. " + summary, bars),
        new DataTable(header, rows));
  }

  /** The one of each kind that has most to do. */
  private static Markup hottest(Run run) {
    Markup page = new Markup();
    List<List<String>> rows = new ArrayList<>();
    for (Hottest found : run.hottest()) {
      boolean isHost = found.what().equals(Hottest.HOST);
      double times = found.timesMean().orElse(Double.NaN);
      rows.add(
          List.of(
              found.what(),
              found.name(),
              found.of(),
              Quantity.of(found.value(), isHost ? "fraction" : "1/s"),
              Double.isNaN(times) ? "–" : "× " + Quantity.digits(times)));
    }
    if (!rows.isEmpty()) {
      String title = "The hottest by name";
      page.element("h3", title);
      page.add(
          FigureMarkup.texts(
              title, new DataTable(List.of("what", "name", "of", "has", "of the mean"), rows)));
      page.element(
          "p",
          "A host by its busiest second against the mean over hosts and time; a partition and a chat"
              + " by messages, a slot by reads a second over the measured part. Of a chat it is an upper bound, exact"
              + " where chats are few.",
          "class",
          "note");
    }
    return page;
  }

  /** The host that the summary names for a component, such as {@code gateway} of gateway.cpu. */
  private static String hottest(Run run, String path) {
    Optional<String> host =
        run.hottest().stream()
            .filter(found -> found.what().equals(Hottest.HOST) && found.of().equals(path))
            .map(Hottest::name)
            .findFirst();
    return host.orElseGet(() -> hottestOfBottlenecks(run, path));
  }

  private static String hottestOfBottlenecks(Run run, String path) {
    return run.bottlenecks().stream()
        .filter(b -> b.component().equals(path) || path.startsWith(b.component() + "."))
        .map(Bottleneck::host)
        .findFirst()
        .orElse("");
  }
}
