package dev.haishin.report;

import java.util.List;

/**
 * One plot of a chart: lines over the chart's common horizontal axis.
 *
 * @param title what tells this panel from its neighbours, or empty in a chart of one
 * @param valueLabel title of the vertical axis, unit included
 */
record Panel(String title, String valueLabel, Scale scale, List<Series> series) {
  Panel {
    series = List.copyOf(series);
  }
}
