package dev.haishin.report;

import java.util.ArrayList;
import java.util.List;

/** What became of notifications to those who were not connected. */
final class PushSection {
  private static final String TITLE = "Push";
  private static final String DELIVERED = "delivery.push.";

  private PushSection() {}

  static Section of(Run run) {
    List<StackedBar.Part> parts = new ArrayList<>();
    List<List<String>> counters = new ArrayList<>();
    boolean anything = false;
    for (Metric metric : run.metrics().values()) {
      if (metric.path().contains("{")) {
        continue; // a part of what the metric without qualifier counts
      }
      if (metric.path().startsWith(DELIVERED) && metric.hasSamples()) {
        String way = metric.path().substring(DELIVERED.length());
        double count = metric.value("count");
        parts.add(new StackedBar.Part(way, parts.size(), count, Quantity.digits(count)));
      } else if (metric.path().startsWith("push.")) {
        anything |= metric.hasSamples();
        boolean gauge = metric.kind().equals("gauge");
        counters.add(
            List.of(
                metric.path(),
                gauge ? "up to " + metric.text("max") : metric.text("count"),
                gauge ? "–" : metric.text("peak-per-second")));
      }
    }
    if (parts.isEmpty() && !anything) {
      return Section.absent(TITLE, "the run recorded no push notification");
    }
    Markup page = new Markup();
    if (!parts.isEmpty()) {
      String title = "Handed to devices, by way";
      String summary = "Notifications that a provider handed to the recipient's device.";
      page.add(
          FigureMarkup.of(
              "push",
              title,
              summary,
              StackedBar.draw(title + ". " + summary, parts),
              StackedBar.table("way", "notifications", parts)));
    }
    new TimeCharts(run).pushes().ifPresent(chart -> page.add(FigureMarkup.of(chart)));
    if (!counters.isEmpty()) {
      DataTable table = new DataTable(List.of("metric", "count", "busiest second"), counters);
      page.element("h3", "On the way there").add(FigureMarkup.table("On the way there", table));
    }
    return Section.of("push", TITLE, page);
  }
}
