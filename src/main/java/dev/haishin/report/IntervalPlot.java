package dev.haishin.report;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** A row each: a mean as a dot, its interval as a line through it, over one axis. */
final class IntervalPlot {
  private static final double LEFT = 190;
  private static final int MOST_LETTERS = 17;
  private static final double RIGHT = 124;
  private static final double ROW = 28;
  private static final double TOP = 8;
  private static final double DOT = 5;
  private static final double ROOM = 0.06;

  /** Width of a letter of a label, about, where letters are largest: on a phone. */
  private static final double LETTER = 9.5;

  /**
   * One mean.
   *
   * @param low end of its interval; the same as the mean where it has none
   * @param colour index into the palette
   */
  record Mean(String name, double value, double low, double high, int colour) {}

  private final List<Mean> means;
  private final String unit;
  private final OptionalDouble limit;
  private final LinearScale scale;
  private final Markup svg;
  private final double bottom;

  private IntervalPlot(String label, List<Mean> means, String unit, OptionalDouble limit) {
    this.means = means;
    this.unit = unit;
    this.limit = limit;
    List<Double> all = new ArrayList<>();
    means.forEach(mean -> all.addAll(List.of(mean.low(), mean.high())));
    limit.ifPresent(all::add);
    double lowest = all.stream().mapToDouble(Double::doubleValue).min().orElse(0);
    double highest = all.stream().mapToDouble(Double::doubleValue).max().orElse(1);
    double room = (highest - lowest) * ROOM;
    scale = LinearScale.between(lowest - room, highest + room, unit);
    bottom = TOP + ROW * means.size();
    String box = "0 0 " + Coordinates.of(SvgCanvas.WIDTH) + " " + Coordinates.of(bottom + 30);
    svg = new Markup().open("svg", "viewBox", box, "role", "img", "aria-label", label);
  }

  /**
   * Draws means.
   *
   * @param limit drawn as a dashed line, where the scenario sets one
   */
  static Markup draw(String label, List<Mean> means, String unit, OptionalDouble limit) {
    return new IntervalPlot(label, means, unit, limit).draw();
  }

  private Markup draw() {
    double last = Double.NEGATIVE_INFINITY;
    for (Tick tick : scale.ticks()) {
      double x = atX(tick.position());
      way("grid", "M" + Coordinates.of(x) + " " + Coordinates.of(TOP) + "V" + at(bottom));
      double half = LETTER * tick.label().length() / 2;
      if (x - half > last) {
        text("middle", x, bottom + 20, tick.label());
        last = x + half + LETTER;
      }
    }
    if (limit.isPresent()) {
      double x = atX(scale.position(limit.getAsDouble()));
      way("mark", "M" + at(x) + " " + at(TOP) + "V" + at(bottom));
    }
    for (int i = 0; i < means.size(); i++) {
      row(means.get(i), TOP + ROW * i + ROW / 2);
    }
    return svg.close();
  }

  private void row(Mean mean, double y) {
    String value = Quantity.of(mean.value(), unit);
    String low = Quantity.of(mean.low(), unit);
    String high = Quantity.of(mean.high(), unit);
    svg.open("g").element("title", mean.name() + ": " + value + " (" + low + " to " + high + ")");
    text("end", LEFT - 8, y + 4, shortened(mean.name()));
    double from = atX(scale.position(mean.low()));
    double to = atX(scale.position(mean.high()));
    String d = "M" + at(from) + " " + at(y) + "H" + at(to);
    String ends = "M" + at(from) + " " + at(y - 5) + "v10M" + at(to) + " " + at(y - 5) + "v10";
    way("s s" + mean.colour(), d + ends);
    svg.empty(
        "circle",
        "class",
        "f" + mean.colour(),
        "cx",
        at(atX(scale.position(mean.value()))),
        "cy",
        at(y),
        "r",
        at(DOT));
    text("start", SvgCanvas.WIDTH - RIGHT + 10, y + 4, value);
    svg.close().line();
  }

  /** The end of a path tells it from others. */
  private static String shortened(String name) {
    return name.length() <= MOST_LETTERS
        ? name
        : "…" + name.substring(name.length() - MOST_LETTERS);
  }

  private void way(String style, String d) {
    svg.empty("path", "class", style, "d", d);
  }

  private void text(String anchor, double x, double y, String text) {
    svg.element("text", text, "x", at(x), "y", at(y), "text-anchor", anchor);
  }

  private static String at(double length) {
    return Coordinates.of(length);
  }

  private static double atX(double position) {
    return LEFT + position * (SvgCanvas.WIDTH - LEFT - RIGHT);
  }
}
