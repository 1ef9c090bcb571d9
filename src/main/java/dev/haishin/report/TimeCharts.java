package dev.haishin.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The charts over simulated time, each from the columns that the timeline happens to have. */
final class TimeCharts {
  private static final int MOST_POINTS = 600;
  private static final int MOST_BORDERS = 8;
  private static final int DARK_BLUE = 0;
  private static final int RED = 1;
  private static final int GREEN = 2;
  private static final int LIGHT_BLUE = 4;
  private static final int ORANGE = 5;
  private static final double SHOW_ALL_CAPACITY_FROM = 0.4;

  private final Run run;

  TimeCharts(Run run) {
    this.run = run;
  }

  Optional<Chart> latency() {
    List<Series> series = new ArrayList<>();
    add(series, DARK_BLUE, "delivery.online.p99", "delivery.online.p99");
    add(series, LIGHT_BLUE, "delivery.online.p50", "delivery.online.p50");
    add(series, RED, "send.ack.p99", "send.ack.p99");
    add(series, ORANGE, "send.ack.p50", "send.ack.p50");
    if (series.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        chart(
            "latency-over-time",
            "Latency over time",
            "Median and 99th percentile of each interval, by the time of the tap.",
            List.of(new Panel("", "latency", PercentileChart.latencyScale(series), series))));
  }

  Optional<Chart> throughput() {
    List<Series> series = new ArrayList<>();
    add(series, DARK_BLUE, "sends", "send.attempted.per-second", "send.ack.count");
    add(series, GREEN, "deliveries online", "delivery.online.per-second", "delivery.online.count");
    add(series, RED, "resends", "send.resent.per-second", "send.resent.count");
    if (series.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        chart(
            "throughput",
            "Messages and deliveries",
            "Sends, and deliveries to connected recipients, in each second.",
            List.of(amounts("", "per second", series))));
  }

  Optional<Chart> utilisation() {
    List<Panel> panels = new ArrayList<>();
    for (String path : Utilisation.PATHS) {
      List<Series> series = new ArrayList<>();
      add(series, DARK_BLUE, "mean of hosts", path + ".mean", path);
      add(series, RED, "hottest host", path + ".max");
      if (!series.isEmpty()) {
        panels.add(new Panel(path, "", capacityScale(series), series));
      }
    }
    if (panels.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        chart(
            "utilisation",
            "Utilisation over time",
            "Share of capacity in use: the mean over a component's hosts, and its hottest host.",
            panels));
  }

  Optional<Chart> connections() {
    List<Panel> panels = new ArrayList<>();
    List<Series> held = new ArrayList<>();
    add(held, DARK_BLUE, "connections held", "clients.connected.mean", "gateway.connections.mean");
    if (!held.isEmpty()) {
      panels.add(amounts("connections held", "connections", held));
    }
    List<Series> rates = new ArrayList<>();
    add(rates, GREEN, "attempts", "connect.attempts.per-second", "connect.attempts.count");
    add(rates, RED, "refused", "connect.refused.per-second", "connect.refused.count");
    add(rates, ORANGE, "disconnects", "disconnects.per-second", "disconnects.count");
    if (!rates.isEmpty()) {
      panels.add(amounts("made, refused and broken", "per second", rates));
    }
    if (panels.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        chart(
            "connections",
            "Connections and reconnects",
            "Connections that the gateways hold, and how many are made, refused and broken.",
            panels));
  }

  /** A chart a figure of which something was measured. */
  List<Chart> measured() {
    List<Chart> charts = new ArrayList<>();
    for (String path : run.timeline().measured()) {
      List<Series> series = new ArrayList<>();
      add(series, DARK_BLUE, "simulated", path);
      add(series, ORANGE, "measured", Timeline.MEASURED + path);
      if (!series.isEmpty()) {
        Panel panel =
            series.get(0).unit().equals("ms")
                ? new Panel("", "latency", PercentileChart.latencyScale(series), series)
                : amounts("", series.get(0).unit(), series);
        String id = "measured-" + path.replaceAll("[^a-z0-9]+", "-");
        String summary = "What was measured in the real world, beside what was simulated.";
        charts.add(chart(id, path, summary, List.of(panel)));
      }
    }
    return charts;
  }

  Optional<Chart> queues() {
    List<Panel> panels = new ArrayList<>();
    List<Series> lag = new ArrayList<>();
    add(lag, DARK_BLUE, "kafka.lag.mean", "kafka.lag.mean");
    if (!lag.isEmpty()) {
      panels.add(amounts("records in Kafka not yet read", "", lag));
    }
    panel(panels, "age of the oldest unread record", "ms", "kafka.lag-age.max");
    panel(panels, "partitions with a replica out of sync", "", "kafka.under-replicated.mean");
    panel(panels, "connections waiting to be accepted", "", "gateway.accept-queue.max");
    panel(panels, "notifications waiting for a provider", "", "push.queue.mean");
    return optional(
        panels,
        "queues",
        "What waits",
        "Kafka's lag and its age, accept queues of the fullest gateway, and push queues.");
  }

  Optional<Chart> traffic() {
    List<Series> wire = new ArrayList<>();
    add(wire, DARK_BLUE, "up", "wire.bytes.per-second{direction=up}");
    add(wire, ORANGE, "down", "wire.bytes.per-second{direction=down}");
    add(wire, GREEN, "heartbeats", "heartbeat.bytes.per-second");
    List<Panel> panels = new ArrayList<>();
    if (!wire.isEmpty()) {
      panels.add(
          new Panel(
              "between clients and gateways",
              "per second",
              LinearScale.upTo(highest(wire), "B"),
              wire));
    }
    List<Series> borders = new ArrayList<>();
    for (String path : run.timeline().beginning("cross-border.bytes.per-second")) {
      if (borders.size() < MOST_BORDERS) {
        String name = path.replaceFirst("^[^{]*\\{?", "").replaceFirst("}$", "");
        add(borders, borders.size(), name.isEmpty() ? "all borders" : name, path);
      }
    }
    if (highest(borders) > 0) {
      LinearScale scale = LinearScale.upTo(highest(borders), "B");
      panels.add(new Panel("between regions", "per second", scale, borders));
    }
    return optional(
        panels, "traffic", "Bytes on the wire", "Bytes a second on access links and borders.");
  }

  Optional<Chart> pushes() {
    List<Series> series = new ArrayList<>();
    add(series, DARK_BLUE, "refused by Apple's quota", "push.apns.throttled.per-second");
    add(series, GREEN, "refused by Google's quota", "push.fcm.throttled.per-second");
    add(series, ORANGE, "tried again", "push.retries.per-second");
    add(series, LIGHT_BLUE, "replaced", "push.fallbacks.per-second");
    add(series, RED, "expired", "push.expired.per-second");
    series.removeIf(each -> !(each.points().highest() > 0));
    return series.isEmpty()
        ? Optional.empty()
        : optional(
            List.of(amounts("", "per second", series)),
            "push-outcomes",
            "Push outcomes over time",
            "Requests to providers that were refused, made again, replaced or given up.");
  }

  private void panel(List<Panel> panels, String title, String unit, String path) {
    List<Series> series = new ArrayList<>();
    add(series, DARK_BLUE, path, path);
    if (!series.isEmpty() && highest(series) > 0) {
      panels.add(new Panel(title, "", LinearScale.upTo(highest(series), unit), series));
    }
  }

  private Optional<Chart> optional(List<Panel> panels, String id, String title, String summary) {
    return panels.isEmpty() ? Optional.empty() : Optional.of(chart(id, title, summary, panels));
  }

  /** Adds the first of the columns that the timeline has, if any. */
  private void add(List<Series> series, int colour, String name, String... paths) {
    for (String path : paths) {
      Optional<Points> column = run.timeline().column(path);
      if (column.isPresent()) {
        String unit = run.timeline().unit(path);
        series.add(new Series(name, colour, unit, column.get().thinnedTo(MOST_POINTS)));
        return;
      }
    }
  }

  private static Panel amounts(String title, String label, List<Series> series) {
    return new Panel(title, label, LinearScale.upTo(highest(series), ""), series);
  }

  /** Up to the whole capacity, unless that would press an idle component onto the ground. */
  private static Scale capacityScale(List<Series> series) {
    double highest = highest(series);
    return highest > SHOW_ALL_CAPACITY_FROM && highest <= 1
        ? LinearScale.fixed(1, 0.5, "fraction")
        : LinearScale.ofSteps(2, highest, "fraction");
  }

  private static double highest(List<Series> series) {
    return series.stream().mapToDouble(s -> s.points().highest()).max().orElse(0);
  }

  private Chart chart(String id, String title, String summary, List<Panel> panels) {
    Points first = panels.get(0).series().get(0).points();
    List<Double> at = new ArrayList<>();
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < first.size(); i++) {
      at.add(first.x(i));
      rows.add(row(panels, i));
    }
    return new Chart(
        id,
        title,
        summary + thinning(first),
        "simulated time",
        new TimeScale(run.endSeconds()),
        panels,
        run.failuresShown(),
        run.identity().measuredFromSeconds(),
        new DataTable(header(panels), rows),
        at);
  }

  private String thinning(Points shown) {
    int rows = run.timeline().size();
    return shown.size() == rows
        ? ""
        : " Each of the "
            + shown.size()
            + " points is the highest of its neighbours; timeline.csv has all "
            + rows
            + ".";
  }

  private static List<String> header(List<Panel> panels) {
    List<String> header = new ArrayList<>(List.of("time"));
    for (Panel panel : panels) {
      String prefix = panels.size() > 1 && panel.series().size() > 1 ? panel.title() + ": " : "";
      panel.series().forEach(series -> header.add(prefix + series.name()));
    }
    return header;
  }

  private static List<String> row(List<Panel> panels, int index) {
    List<String> row = new ArrayList<>();
    row.add(Quantity.clock(panels.get(0).series().get(0).points().x(index)));
    for (Panel panel : panels) {
      for (Series series : panel.series()) {
        row.add(Quantity.of(series.points().y(index), series.unit()));
      }
    }
    return row;
  }
}
