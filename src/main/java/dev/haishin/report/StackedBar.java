package dev.haishin.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One bar whose parts add up to a whole, with a legend that gives every part its figure. */
final class StackedBar {
  /** Parts beyond as many share colours with the first. */
  static final int COLOURS = 8;

  private static final double HEIGHT = 34;
  private static final double LEAST_WIDTH = 2;

  /**
   * A part of the whole.
   *
   * @param colour index into the palette
   * @param amount its size, at least 0
   * @param text the same for readers
   */
  record Part(String name, int colour, double amount, String text) {}

  private StackedBar() {}

  /** Draws the bar; a part that is there at all gets a width that can be seen. */
  static Markup draw(String label, List<Part> parts) {
    double whole = parts.stream().mapToDouble(Part::amount).sum();
    List<Part> shown = parts.stream().filter(part -> part.amount() > 0).toList();
    Markup picture = new Markup();
    String box = "0 0 " + Coordinates.of(SvgCanvas.WIDTH) + " " + Coordinates.of(HEIGHT);
    picture.open("svg", "viewBox", box, "role", "img", "aria-label", label);
    double stretch = SvgCanvas.WIDTH - LEAST_WIDTH * shown.size();
    double from = 0;
    for (Part part : shown) {
      double width = LEAST_WIDTH + stretch * part.amount() / whole;
      picture
          .open(
              "rect",
              "class",
              "f" + part.colour(),
              "x",
              Coordinates.of(from),
              "y",
              "0",
              "width",
              Coordinates.of(width),
              "height",
              Coordinates.of(HEIGHT))
          .element("title", part.name() + ": " + part.text())
          .close();
      from += width;
    }
    picture.close();
    Map<String, Integer> names = new LinkedHashMap<>();
    parts.forEach(part -> names.put(part.name() + " " + part.text(), part.colour()));
    FigureMarkup.legend(picture, names);
    return picture;
  }

  static DataTable table(String what, String figure, List<Part> parts) {
    double whole = parts.stream().mapToDouble(Part::amount).sum();
    List<List<String>> rows = new ArrayList<>();
    for (Part part : parts) {
      String share = whole > 0 ? Quantity.of(part.amount() / whole, "fraction") : "–";
      rows.add(List.of(part.name(), part.text(), share));
    }
    return new DataTable(List.of(what, figure, "share"), rows);
  }
}
