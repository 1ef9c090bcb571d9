package dev.haishin.report;

import java.util.Map;

/** Draws a chart as SVG, from the data and without a font or a script. */
final class SvgChart {
  private static final double TITLE = 24;
  private static final double GAP = 14;
  private static final double ONE_PANEL = 230;
  private static final double EACH_OF_FEW = 120;
  private static final double EACH_OF_MANY = 84;
  private static final int MANY_PANELS = 4;
  private static final int MOST_ZONES = 160;
  private static final double ALONE_TITLE = 30;
  private static final double LEGEND_ROW = 20;

  private final Chart chart;
  private final double panelHeight;
  private final double top;
  private final double bottom;
  private final SvgCanvas canvas;

  private SvgChart(Chart chart, boolean alone) {
    this.chart = chart;
    double above = alone ? ALONE_TITLE : 0;
    double below = alone ? LEGEND_ROW * (chart.legend().size() + 1) : 0;
    int panels = chart.panels().size();
    panelHeight = panels == 1 ? ONE_PANEL : panels < MANY_PANELS ? EACH_OF_FEW : EACH_OF_MANY;
    top = above + (chart.marks().isEmpty() ? 4 : SvgCanvas.FLAGS);
    bottom = top + panels * (TITLE + panelHeight) + (panels - 1) * GAP;
    String label = chart.title() + ". " + chart.summary();
    canvas = new SvgCanvas(chart.across(), bottom + SvgCanvas.FOOT + below, label);
  }

  static Markup draw(Chart chart) {
    SvgChart drawing = new SvgChart(chart, false);
    drawing.draw();
    return drawing.canvas.finish();
  }

  /** A file of its own: with a title, a legend and its colours. */
  static String drawAlone(Chart chart, String title) {
    SvgChart drawing = new SvgChart(chart, true);
    Markup svg = drawing.canvas.markup();
    svg.open("style").trusted(Page.styleSheet()).close();
    svg.element("text", title, "class", "name", "x", "12", "y", "20");
    drawing.draw();
    drawing.legend();
    String page = drawing.canvas.finish().toString();
    return page.replaceFirst("<svg ", "<svg xmlns=\"http://www.w3.org/2000/svg\" ") + "\n";
  }

  private void legend() {
    double y = bottom + SvgCanvas.FOOT + LEGEND_ROW;
    for (Map.Entry<String, Integer> entry : chart.legend().entrySet()) {
      String x = Coordinates.of(SvgCanvas.LEFT);
      String d = "M" + x + " " + Coordinates.of(y - 4) + "h14";
      canvas.markup().empty("path", "class", "s s" + entry.getValue(), "d", d);
      canvas.label("start", SvgCanvas.LEFT + 22, y, entry.getKey());
      y += LEGEND_ROW;
    }
  }

  private void draw() {
    for (int i = 0; i < chart.panels().size(); i++) {
      shades(panelTop(i));
    }
    canvas.markLines(chart.marks(), bottom);
    for (int i = 0; i < chart.panels().size(); i++) {
      panel(chart.panels().get(i), panelTop(i));
    }
    canvas.acrossAxis(chart.acrossLabel(), bottom);
    canvas.flags(chart.marks());
    zones();
  }

  private double panelTop(int index) {
    return top + TITLE + index * (TITLE + panelHeight + GAP);
  }

  private void shades(double panelTop) {
    if (chart.warmupEnd() > 0) {
      double end = canvas.x(chart.warmupEnd());
      canvas.shade("warmup", SvgCanvas.LEFT, end, panelTop, panelHeight, "warm-up, not measured");
    }
    for (FailureMark mark : chart.marks()) {
      if (mark.hasEnd()) {
        double from = canvas.x(mark.atSeconds());
        double to = canvas.x(mark.untilSeconds());
        canvas.shade("band", from, to, panelTop, panelHeight, mark.label());
      }
    }
  }

  private void panel(Panel panel, double panelTop) {
    canvas.grid(panel.scale(), panelTop, panelHeight);
    Markup svg = canvas.markup();
    String x = Coordinates.of(SvgCanvas.LEFT);
    svg.open("text", "class", "panel", "x", x, "y", Coordinates.of(panelTop - 8));
    svg.element("tspan", panel.title(), "class", "name");
    svg.text(panel.title().isEmpty() || panel.valueLabel().isEmpty() ? "" : " · ");
    svg.text(panel.valueLabel()).close();
    for (Series series : panel.series()) {
      svg.empty("path", "class", "s s" + series.colour(), "d", way(panel, series, panelTop));
    }
    svg.line();
  }

  /** One path for the whole line; it lifts the pen over gaps and dots a point between two. */
  private String way(Panel panel, Series series, double panelTop) {
    StringBuilder way = new StringBuilder();
    Points points = series.points();
    int drawn = 0;
    for (int i = 0; i < points.size(); i++) {
      if (!Double.isFinite(points.y(i))) {
        drawn = 0;
        continue;
      }
      double y = panelTop + (1 - panel.scale().position(points.y(i))) * panelHeight;
      way.append(drawn == 0 ? "M" : drawn == 1 ? "L" : " ");
      way.append(Coordinates.of(canvas.x(points.x(i)))).append(' ').append(Coordinates.of(y));
      way.append(drawn == 0 ? "h0" : "");
      drawn++;
    }
    return way.toString();
  }

  private void zones() {
    int rows = chart.readingsAt().size();
    int step = Math.max(1, (rows + MOST_ZONES - 1) / MOST_ZONES);
    canvas.markup().open("g", "class", "zones");
    double from = SvgCanvas.LEFT;
    for (int row = 0; row < rows; row += step) {
      double to = SvgCanvas.WIDTH - SvgCanvas.RIGHT;
      if (row + step < rows) {
        double here = canvas.x(chart.readingsAt().get(row));
        to = (here + canvas.x(chart.readingsAt().get(row + step))) / 2;
      }
      canvas.zone(from, to, top, bottom, chart.readings().reading(row));
      from = to;
    }
    canvas.markup().close();
  }
}
