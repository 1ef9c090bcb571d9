package dev.haishin.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A chart of lines, drawn alike as SVG in the page and as PNG.
 *
 * @param id file name of the picture and anchor in the page
 * @param title what it shows
 * @param summary one sentence for those who cannot see it
 * @param acrossLabel title of the horizontal axis
 * @param panels from top to bottom, over one horizontal axis
 * @param marks failures to be drawn; empty where the horizontal axis is not time
 * @param warmupEnd where the measured part begins, on the horizontal axis; 0 for no warm-up
 * @param readings the values at {@code readingsAt}
 * @param readingsAt where on the horizontal axis each row of the readings stands
 */
record Chart(
    String id,
    String title,
    String summary,
    String acrossLabel,
    Scale across,
    List<Panel> panels,
    List<FailureMark> marks,
    double warmupEnd,
    DataTable readings,
    List<Double> readingsAt) {
  Chart {
    panels = List.copyOf(panels);
    marks = List.copyOf(marks);
    readingsAt = List.copyOf(readingsAt);
    if (panels.isEmpty()) {
      throw new IllegalArgumentException(id + " has nothing to draw");
    }
    if (readingsAt.size() != readings.rows().size()) {
      throw new IllegalArgumentException(id + ": a place for each row, and a row for each place");
    }
  }

  /**
   * What the legend shows: each name once, with its colour, in the order of first use. A panel with
   * a title and one line needs no more words.
   */
  Map<String, Integer> legend() {
    Map<String, Integer> legend = new LinkedHashMap<>();
    for (Panel panel : panels) {
      if (panel.series().size() == 1 && !panel.title().isEmpty()) {
        continue;
      }
      panel.series().forEach(series -> legend.putIfAbsent(series.name(), series.colour()));
    }
    return legend;
  }
}
