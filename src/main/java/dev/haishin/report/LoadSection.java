package dev.haishin.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the fleet had to do and how hard it was for it. */
final class LoadSection {
  private static final String TITLE = "Load over time";
  private static final int CHARTS = 5;

  private LoadSection() {}

  static Section of(Run run) {
    TimeCharts overTime = new TimeCharts(run);
    Markup figures = new Markup().open("div", "class", "figures");
    List<String> missing = new ArrayList<>();
    draw(overTime.throughput(), "sends and deliveries over time", figures, missing);
    draw(overTime.connections(), "connections over time", figures, missing);
    draw(overTime.queues(), "queues over time", figures, missing);
    draw(overTime.traffic(), "bytes over time", figures, missing);
    draw(overTime.utilisation(), "utilisation over time", figures, missing);
    figures.close();
    if (missing.size() == CHARTS) {
      return Section.absent(TITLE, "the run has no timeline");
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
}
