package dev.haishin.report;

import java.util.List;

/** Draws a chart as SVG, from the data and without a font or a script. */
final class SvgChart {
  static final double WIDTH = 560;
  private static final double LEFT = 66;
  private static final double RIGHT = 14;
  private static final double FLAGS = 24;
  private static final double TITLE = 24;
  private static final double GAP = 14;
  private static final double FOOT = 50;
  private static final double ONE_PANEL = 230;
  private static final double EACH_PANEL = 84;
  private static final int MOST_ZONES = 160;

  private final Chart chart;
  private final double panelHeight;
  private final double top;
  private final double bottom;
  private final Markup svg = new Markup();

  private SvgChart(Chart chart) {
    this.chart = chart;
    int panels = chart.panels().size();
    panelHeight = panels == 1 ? ONE_PANEL : EACH_PANEL;
    top = chart.marks().isEmpty() ? 4 : FLAGS;
    bottom = top + panels * (TITLE + panelHeight) + (panels - 1) * GAP;
  }

  static Markup draw(Chart chart) {
    return new SvgChart(chart).draw();
  }

  private Markup draw() {
    svg.open(
        "svg",
        "viewBox",
        "0 0 " + Coordinates.of(WIDTH) + " " + Coordinates.of(bottom + FOOT),
        "role",
        "img",
        "aria-label",
        chart.title() + ". " + chart.summary());
    shadeWarmup();
    bands();
    for (int i = 0; i < chart.panels().size(); i++) {
      panel(chart.panels().get(i), panelTop(i));
    }
    acrossAxis();
    flags();
    zones();
    return svg.close();
  }

  private double panelTop(int index) {
    return top + TITLE + index * (TITLE + panelHeight + GAP);
  }

  private double x(double value) {
    return atX(chart.across().position(value));
  }

  private static double atX(double position) {
    return LEFT + position * (WIDTH - LEFT - RIGHT);
  }

  private void shadeWarmup() {
    if (chart.warmupEnd() > 0) {
      rect("warmup", LEFT, x(chart.warmupEnd()), "warm-up, not measured");
    }
  }

  private void bands() {
    for (FailureMark mark : chart.marks()) {
      if (mark.hasEnd()) {
        rect("band", x(mark.atSeconds()), x(mark.untilSeconds()), mark.label());
      }
    }
  }

  private void rect(String style, double from, double to, String title) {
    for (int i = 0; i < chart.panels().size(); i++) {
      svg.open(
              "rect",
              "class",
              style,
              "x",
              Coordinates.of(from),
              "y",
              Coordinates.of(panelTop(i)),
              "width",
              Coordinates.of(Math.max(0, to - from)),
              "height",
              Coordinates.of(panelHeight))
          .element("title", title)
          .close();
    }
  }

  private void panel(Panel panel, double panelTop) {
    String y = Coordinates.of(panelTop - 8);
    svg.open("text", "class", "panel", "x", Coordinates.of(LEFT), "y", y);
    if (!panel.title().isEmpty()) {
      svg.element("tspan", panel.title(), "class", "name").text(" · ");
    }
    svg.text(panel.valueLabel()).close();
    for (Tick tick : panel.scale().ticks()) {
      double tickY = panelTop + (1 - tick.position()) * panelHeight;
      line("grid", LEFT, tickY, WIDTH - RIGHT, tickY);
      label("end", LEFT - 6, tickY + 4, tick.label());
    }
    for (Tick tick : chart.across().ticks()) {
      line("grid", atX(tick.position()), panelTop, atX(tick.position()), panelTop + panelHeight);
    }
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
      way.append(Coordinates.of(x(points.x(i)))).append(' ').append(Coordinates.of(y));
      way.append(drawn == 0 ? "h0" : "");
      drawn++;
    }
    return way.toString();
  }

  private void acrossAxis() {
    for (Tick tick : chart.across().ticks()) {
      label("middle", atX(tick.position()), bottom + 18, tick.label());
    }
    label("middle", (LEFT + WIDTH - RIGHT) / 2, bottom + 40, chart.acrossLabel());
  }

  private void flags() {
    List<FailureMark> marks = chart.marks();
    for (int i = 0; i < marks.size(); i++) {
      double at = x(marks.get(i).atSeconds());
      line("mark", at, FLAGS - 4, at, bottom);
      svg.open("text", "class", "flag", "x", Coordinates.of(at), "y", Coordinates.of(FLAGS - 8));
      svg.element("title", marks.get(i).label()).text(String.valueOf(i + 1)).close();
    }
  }

  /** Invisible strips whose titles are what a pointer reads at that place. */
  private void zones() {
    int rows = chart.readingsAt().size();
    int step = (rows + MOST_ZONES - 1) / MOST_ZONES;
    svg.open("g", "class", "zones");
    for (int row = 0; row < rows; row += Math.max(1, step)) {
      double at = x(chart.readingsAt().get(row));
      double left = row == 0 ? LEFT : (at + x(chart.readingsAt().get(row - step))) / 2;
      boolean last = row + step >= rows;
      double right = last ? WIDTH - RIGHT : (at + x(chart.readingsAt().get(row + step))) / 2;
      String way =
          "M"
              + Coordinates.of(left)
              + " "
              + Coordinates.of(top)
              + "H"
              + Coordinates.of(right)
              + "V"
              + Coordinates.of(bottom)
              + "H"
              + Coordinates.of(left);
      svg.open("path", "d", way).element("title", reading(row)).close();
    }
    svg.close();
  }

  private String reading(int row) {
    List<String> header = chart.readings().header();
    List<String> cells = chart.readings().rows().get(row);
    StringBuilder text = new StringBuilder(cells.get(0));
    for (int i = 1; i < cells.size(); i++) {
      text.append('\n').append(header.get(i)).append(": ").append(cells.get(i));
    }
    return text.toString();
  }

  private void line(String style, double x1, double y1, double x2, double y2) {
    String way =
        "M"
            + Coordinates.of(x1)
            + " "
            + Coordinates.of(y1)
            + "L"
            + Coordinates.of(x2)
            + " "
            + Coordinates.of(y2);
    svg.empty("path", "class", style, "d", way);
  }

  private void label(String anchor, double x, double y, String text) {
    if (!text.isEmpty()) {
      svg.element(
          "text", text, "x", Coordinates.of(x), "y", Coordinates.of(y), "text-anchor", anchor);
    }
  }
}
