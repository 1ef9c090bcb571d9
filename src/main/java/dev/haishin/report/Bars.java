package dev.haishin.report;

import java.util.List;

/** Horizontal bars of shares of capacity, each with a mark where the hottest host stands. */
final class Bars {
  private static final double LEFT = 164;
  private static final double RIGHT = 84;
  private static final double ROW = 26;
  private static final double THICK = 14;

  /**
   * One bar.
   *
   * @param length of the bar, from 0 to 1
   * @param mark where the mark stands, from 0 to 1, or not a number for none
   * @param text the figure at its end
   * @param title what a pointer reads
   */
  record Bar(String name, double length, double mark, String text, String title) {}

  private Bars() {}

  static Markup draw(String label, List<Bar> bars) {
    double height = bars.size() * ROW + 4;
    String box = "0 0 " + Coordinates.of(SvgCanvas.WIDTH) + " " + Coordinates.of(height);
    Markup svg = new Markup().open("svg", "viewBox", box, "role", "img", "aria-label", label);
    double stretch = SvgCanvas.WIDTH - LEFT - RIGHT;
    for (int i = 0; i < bars.size(); i++) {
      Bar bar = bars.get(i);
      double y = 4 + i * ROW;
      String baseline = Coordinates.of(y + THICK - 2);
      svg.open("g").element("title", bar.title());
      svg.element(
          "text", bar.name(), "x", Coordinates.of(LEFT - 8), "y", baseline, "text-anchor", "end");
      box(svg, "track", LEFT, y, stretch);
      box(svg, "f0", LEFT, y, stretch * Math.min(1, bar.length()));
      if (Double.isFinite(bar.mark())) {
        box(svg, "f1", LEFT + stretch * Math.min(1, bar.mark()) - 2, y, 4);
      }
      svg.element("text", bar.text(), "x", Coordinates.of(LEFT + stretch + 8), "y", baseline);
      svg.close().line();
    }
    return svg.close();
  }

  private static void box(Markup svg, String style, double x, double y, double width) {
    svg.empty(
        "rect",
        "class",
        style,
        "x",
        Coordinates.of(x),
        "y",
        Coordinates.of(y),
        "width",
        Coordinates.of(Math.max(0, width)),
        "height",
        Coordinates.of(THICK));
  }
}
