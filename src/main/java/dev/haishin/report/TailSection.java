package dev.haishin.report;

import java.util.ArrayList;
import java.util.List;

/** Where the slowest deliveries spent their time, and what each stage took of all of them. */
final class TailSection {
  private static final String TITLE = "Where the time goes";

  private TailSection() {}

  static Section of(Run run) {
    List<StackedBar.Part> parts = parts(run);
    List<Metric> stages =
        run.latencies().stream().filter(metric -> Run.isStage(metric.path())).toList();
    if (parts.isEmpty() && stages.isEmpty()) {
      return Section.absent(TITLE, "the run recorded no stage of a message's way");
    }
    Markup page = new Markup();
    if (!parts.isEmpty()) {
      String title = "The tail's time by stage";
      String summary =
          "Share of the time of deliveries at or above p99 that each stage of their way took.";
      page.add(
          FigureMarkup.of(
              "tail",
              title,
              summary,
              StackedBar.draw(title + ". " + summary, parts),
              StackedBar.table("stage", "of the tail", parts)));
    }
    if (!stages.isEmpty()) {
      page.element("h3", "Waiting and service, stage by stage");
      page.add(FigureMarkup.table("Stages", LatencySection.table(stages)));
    }
    return Section.of("tail", TITLE, page);
  }

  /** The stages by their share, the largest first. */
  private static List<StackedBar.Part> parts(Run run) {
    List<Metric> shares =
        run.metrics().values().stream()
            .filter(m -> m.path().startsWith("tail.") && m.path().endsWith(".share"))
            .filter(m -> share(m) > 0)
            .sorted((a, b) -> Double.compare(share(b), share(a)))
            .toList();
    List<StackedBar.Part> parts = new ArrayList<>();
    for (Metric metric : shares) {
      String path = metric.path();
      String stage = path.substring("tail.".length(), path.length() - ".share".length());
      String text = Quantity.of(share(metric), "fraction");
      parts.add(new StackedBar.Part(stage, parts.size() % StackedBar.COLOURS, share(metric), text));
    }
    return parts;
  }

  private static double share(Metric metric) {
    double mean = metric.value("mean");
    return Double.isNaN(mean) ? metric.value("last") : mean;
  }
}
