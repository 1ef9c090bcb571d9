package dev.haishin.report;

import java.util.List;

/**
 * The paper under a chart of the page: a fixed width in which the horizontal axis leaves room for
 * the labels of the vertical one. The style sheet sets the size of the letters, larger on phones,
 * where the whole drawing shrinks.
 */
final class SvgCanvas {
  static final double WIDTH = 560;
  static final double LEFT = 74;
  static final double RIGHT = 18;

  /** Height that the numbers of failures take above the plots. */
  static final double FLAGS = 24;

  private static final double FLAG_WIDTH = 20;

  /** Width of a letter of a label, about, where letters are largest: on a phone. */
  private static final double LETTER = 9.5;

  /** Height of the horizontal axis with its title. */
  static final double FOOT = 50;

  private final Scale across;
  private final Markup svg;

  /**
   * @param height of the whole drawing
   * @param label what a screen reader says in its place
   */
  SvgCanvas(Scale across, double height, String label) {
    this.across = across;
    String box = "0 0 " + Coordinates.of(WIDTH) + " " + Coordinates.of(height);
    svg = new Markup().open("svg", "viewBox", box, "role", "img", "aria-label", label);
  }

  Markup markup() {
    return svg;
  }

  Markup finish() {
    return svg.close();
  }

  /** Where a value of the horizontal axis lies. */
  double x(double value) {
    return atX(across.position(value));
  }

  void acrossAxis(String title, double bottom) {
    double end = Double.NEGATIVE_INFINITY;
    for (Tick tick : across.ticks()) {
      double half = LETTER * tick.label().length() / 2;
      // A long label under the very end of the axis would be cut off by the edge.
      boolean atEdge = tick.position() > 0.97 && half > RIGHT;
      double middle = atEdge ? WIDTH - half : atX(tick.position());
      if (middle - half < end) {
        continue; // it would run into its neighbour
      }
      end = middle + half + LETTER;
      String anchor = atEdge ? "end" : "middle";
      label(anchor, atX(tick.position()) + (atEdge ? RIGHT : 0), bottom + 18, tick.label());
    }
    label("middle", atX(0.5), bottom + 40, title);
  }

  void grid(Scale up, double top, double height) {
    for (Tick tick : up.ticks()) {
      double y = top + (1 - tick.position()) * height;
      line("grid", LEFT, y, WIDTH - RIGHT, y);
      label("end", LEFT - 6, y + 4, tick.label());
    }
    for (Tick tick : across.ticks()) {
      line("grid", atX(tick.position()), top, atX(tick.position()), top + height);
    }
  }

  void markLines(List<FailureMark> marks, double bottom) {
    for (FailureMark mark : marks) {
      line("mark", x(mark.atSeconds()), FLAGS - 4, x(mark.atSeconds()), bottom);
    }
  }

  /**
   * The numbers over the lines, as far as they do not run into each other; the list under the
   * figure says what they stand for.
   */
  void flags(List<FailureMark> marks) {
    double last = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < marks.size(); i++) {
      double at = x(marks.get(i).atSeconds());
      if (at - last >= FLAG_WIDTH) {
        String y = Coordinates.of(FLAGS - 8);
        svg.open("text", "class", "flag", "x", Coordinates.of(at), "y", y);
        svg.element("title", marks.get(i).label()).text(String.valueOf(i + 1)).close();
        last = at;
      }
    }
  }

  void shade(String style, double from, double to, double top, double height, String title) {
    svg.open("path", "class", style, "d", box(from, to, top, height));
    svg.element("title", title).close();
  }

  /** An invisible strip whose title is what a pointer reads there. */
  void zone(double from, double to, double top, double bottom, String reading) {
    svg.open("path", "d", box(from, to, top, bottom - top)).element("title", reading).close();
  }

  void line(String style, double x1, double y1, double x2, double y2) {
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

  void label(String anchor, double x, double y, String text) {
    if (!text.isEmpty()) {
      String across = Coordinates.of(x);
      svg.element("text", text, "x", across, "y", Coordinates.of(y), "text-anchor", anchor);
    }
  }

  static double atX(double position) {
    return LEFT + position * (WIDTH - LEFT - RIGHT);
  }

  private static String box(double from, double to, double top, double height) {
    return "M"
        + Coordinates.of(from)
        + " "
        + Coordinates.of(top)
        + "H"
        + Coordinates.of(Math.max(from, to))
        + "v"
        + Coordinates.of(height)
        + "H"
        + Coordinates.of(from)
        + "z";
  }
}
