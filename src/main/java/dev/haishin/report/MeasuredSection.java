package dev.haishin.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What was measured in the real world beside what was simulated. */
final class MeasuredSection {
  private static final String TITLE = "Measured beside simulated";

  private MeasuredSection() {}

  /** The section, where anything was measured. */
  static Optional<Section> of(Run run) {
    List<Chart> charts = new TimeCharts(run).measured();
    if (charts.isEmpty()) {
      return Optional.empty();
    }
    List<List<String>> rows = new ArrayList<>();
    for (String path : run.timeline().measured()) {
      double error = run.value("fit." + path + ".error", "last");
      rows.add(List.of(path, Double.isNaN(error) ? "–" : Quantity.of(error, "fraction")));
    }
    Markup page = new Markup();
    page.add(FigureMarkup.table(TITLE, new DataTable(List.of("figure", "error"), rows)));
    page.element(
        "p",
        "The error is the sum of the differences over the sum of the measured values.",
        "class",
        "note");
    page.open("div", "class", "figures");
    charts.forEach(chart -> page.add(FigureMarkup.of(chart)));
    return Optional.of(Section.of("measured", TITLE, page.close()));
  }
}
