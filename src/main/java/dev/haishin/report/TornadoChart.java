package dev.haishin.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.category.DefaultCategoryDataset;

/**
 * A tornado: for each assumption a bar from the figure as it is to the figure with less of it, and
 * one to the figure with more; the widest on top.
 */
public final class TornadoChart {
  private static final int MOST_BARS = 20;
  private static final int MOST_LETTERS = 28;
  private static final int AROUND_PIXELS = 190;
  private static final int ROW_PIXELS = 30;
  private static final double LEFT = 190;
  private static final double RIGHT = 24;
  private static final double TOP = 34;
  private static final double ROW = 24;
  private static final double THICK = 16;

  private final Subject subject;
  private final List<Bar> bars;
  private final LinearScale scale;
  private final Map<String, Integer> legend = new LinkedHashMap<>();

  /**
   * What the chart is of.
   *
   * @param scenario its name
   * @param description one line, or empty
   * @param figure what moves
   * @param unit of the figure, as files show it
   * @param asItIs the figure of the scenario as it is
   * @param share by which assumptions vary, {@code 20%}
   */
  public record Subject(
      String scenario,
      String description,
      String figure,
      String unit,
      double asItIs,
      String share) {}

  /**
   * One assumption.
   *
   * @param down the figure with less of it; not a number where no effect is shown
   * @param up the figure with more of it
   */
  public record Bar(String name, double down, double up) {}

  private TornadoChart(Subject subject, List<Bar> bars) {
    this.subject = subject;
    this.bars = bars.subList(0, Math.min(MOST_BARS, bars.size()));
    double[] values =
        DoubleStream.concat(
                DoubleStream.of(subject.asItIs()),
                this.bars.stream().flatMapToDouble(bar -> DoubleStream.of(bar.down(), bar.up())))
            .filter(Double::isFinite)
            .toArray();
    scale =
        LinearScale.between(
            DoubleStream.of(values).min().orElse(0),
            DoubleStream.of(values).max().orElse(1),
            subject.unit());
    legend.put(subject.share() + " less", 0);
    legend.put(subject.share() + " more", 1);
  }

  /**
   * Draws {@code tornado-FIGURE.png} and {@code .svg} into a folder, which is made if need be.
   *
   * @param bars the widest first, at least one
   * @return warnings for the user
   */
  public static List<String> write(Path folder, Subject subject, List<Bar> bars)
      throws IOException {
    TornadoChart chart = new TornadoChart(subject, bars);
    String id = "tornado-" + Charts.fileName(subject.figure());
    Files.createDirectories(folder);
    Files.writeString(folder.resolve(id + ".svg"), chart.svg(), StandardCharsets.UTF_8);
    Optional<Typeface> typeface = Typeface.ofThisMachine();
    if (typeface.isEmpty()) {
      return List.of("no picture drawn as PNG: this machine has no fonts (the SVG needs none)");
    }
    Legible legible = new Legible(typeface.get(), subject.scenario());
    PngFrame frame = new PngFrame(subject.scenario(), subject.description(), legible);
    int height = AROUND_PIXELS + ROW_PIXELS * chart.bars.size();
    Charts.write(frame.around(chart.plot(frame), chart.title(), chart.legend), height, folder, id);
    return List.copyOf(legible.warnings());
  }

  private String title() {
    return "what moves " + subject.figure();
  }

  private CategoryPlot plot(PngFrame frame) {
    CategoryAxis names = new CategoryAxis();
    ScaledAxis across = new ScaledAxis(subject.figure(), scale);
    frame.style(names);
    frame.style(across);
    names.setMaximumCategoryLabelWidthRatio(0.5f);
    CategoryPlot plot = new CategoryPlot(null, names, across, null);
    plot.setOrientation(PlotOrientation.HORIZONTAL);
    plot.setRangeAxisLocation(AxisLocation.BOTTOM_OR_LEFT);
    // A dataset a side: those of one would lie beside each other.
    DefaultCategoryDataset down = new DefaultCategoryDataset();
    DefaultCategoryDataset up = new DefaultCategoryDataset();
    for (Bar bar : bars) {
      down.addValue(position(bar.down()), "down", bar.name());
      up.addValue(position(bar.up()), "up", bar.name());
    }
    plot.setDataset(0, down);
    plot.setRenderer(0, renderer(0));
    plot.setDataset(1, up);
    plot.setRenderer(1, renderer(1));
    plot.setBackgroundPaint(Color.WHITE);
    plot.setOutlineVisible(false);
    plot.setRangeGridlinePaint(PngFrame.GRID);
    plot.setRangeGridlineStroke(new BasicStroke(1f));
    plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
    plot.addRangeMarker(
        new ValueMarker(scale.position(subject.asItIs()), PngFrame.INK, PngFrame.DASHED));
    return plot;
  }

  private BarRenderer renderer(int colour) {
    BarRenderer renderer = new BarRenderer();
    renderer.setBarPainter(new StandardBarPainter());
    renderer.setShadowVisible(false);
    renderer.setBase(scale.position(subject.asItIs()));
    renderer.setIncludeBaseInRange(false);
    renderer.setSeriesPaint(0, PngFrame.colour(colour));
    return renderer;
  }

  private Double position(double value) {
    return Double.isFinite(value) ? scale.position(value) : null;
  }

  private String svg() {
    double bottom = TOP + ROW * bars.size();
    double height = bottom + 70;
    String box = "0 0 " + Coordinates.of(SvgCanvas.WIDTH) + " " + Coordinates.of(height);
    Markup svg =
        new Markup()
            .open(
                "svg",
                "viewBox",
                box,
                "role",
                "img",
                "aria-label",
                subject.scenario() + ": " + title());
    svg.open("style").trusted(Page.styleSheet()).close();
    text(svg, "start", 12, 20, subject.scenario() + ": " + title());
    for (Tick tick : scale.ticks()) {
      double x = atX(tick.position());
      way(svg, "grid", x, TOP, bottom);
      text(svg, "middle", x, bottom + 18, tick.label());
    }
    for (int i = 0; i < bars.size(); i++) {
      bar(svg, bars.get(i), TOP + i * ROW);
    }
    way(svg, "mark", atX(scale.position(subject.asItIs())), TOP, bottom);
    text(svg, "middle", atX(0.5), bottom + 38, subject.figure());
    double x = LEFT;
    for (Map.Entry<String, Integer> entry : legend.entrySet()) {
      box(svg, "f" + entry.getValue(), x, bottom + 52, 14, 10);
      text(svg, "start", x + 20, bottom + 61, entry.getKey());
      x += 110;
    }
    String page = svg.close().toString();
    return page.replaceFirst("<svg ", "<svg xmlns=\"http://www.w3.org/2000/svg\" ") + "\n";
  }

  private void bar(Markup svg, Bar bar, double y) {
    String reading =
        bar.name()
            + "\n"
            + subject.share()
            + " less: "
            + Quantity.of(bar.down(), subject.unit())
            + "\n"
            + subject.share()
            + " more: "
            + Quantity.of(bar.up(), subject.unit());
    svg.open("g").element("title", reading);
    text(svg, "end", LEFT - 8, y + 14, shortened(bar.name()));
    side(svg, "f0", bar.down(), y);
    side(svg, "f1", bar.up(), y);
    svg.close().line();
  }

  /** The end of a path tells it from others. */
  private static String shortened(String name) {
    return name.length() <= MOST_LETTERS
        ? name
        : "…" + name.substring(name.length() - MOST_LETTERS);
  }

  private void side(Markup svg, String style, double value, double y) {
    if (Double.isFinite(value)) {
      double from = atX(scale.position(Math.min(value, subject.asItIs())));
      double to = atX(scale.position(Math.max(value, subject.asItIs())));
      box(svg, style, from, y + (ROW - THICK) / 2, to - from, THICK);
    }
  }

  private static void box(
      Markup svg, String style, double x, double y, double width, double height) {
    svg.empty(
        "rect",
        "class",
        style,
        "x",
        Coordinates.of(x),
        "y",
        Coordinates.of(y),
        "width",
        Coordinates.of(width),
        "height",
        Coordinates.of(height));
  }

  private static void way(Markup svg, String style, double x, double top, double bottom) {
    String d = "M" + Coordinates.of(x) + " " + Coordinates.of(top) + "V" + Coordinates.of(bottom);
    svg.empty("path", "class", style, "d", d);
  }

  private static void text(Markup svg, String anchor, double x, double y, String text) {
    svg.element(
        "text", text, "x", Coordinates.of(x), "y", Coordinates.of(y), "text-anchor", anchor);
  }

  private static double atX(double position) {
    return LEFT + position * (SvgCanvas.WIDTH - LEFT - RIGHT);
  }
}
