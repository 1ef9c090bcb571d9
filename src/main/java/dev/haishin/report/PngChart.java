package dev.haishin.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.IntervalMarker;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** Draws a chart with JFreeChart: the same lines, scales and marks as in the page. */
final class PngChart {
  static final Color INK = new Color(0x1B2026);
  static final BasicStroke DASHED =
      new BasicStroke(
          1.2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, new float[] {5, 4}, 0);

  private static final Color[] PALETTE = {
    new Color(0x0072B2),
    new Color(0xD55E00),
    new Color(0x009E73),
    new Color(0xCC79A7),
    new Color(0x56B4E9),
    new Color(0xE69F00),
    new Color(0x7A858F),
    new Color(0xB8A800)
  };
  private static final Color SOFT = new Color(0x56616D);
  private static final Color GRID = new Color(0xE1E6EA);
  private static final Color WARMUP = new Color(0xF1F3F5);
  private static final Color BAND = new Color(230, 159, 0, 38);
  private static final BasicStroke LINE =
      new BasicStroke(2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
  private static final int PLOT_WEIGHT = 100;
  private static final int HEIGHT_PIXELS = 600;
  private static final int PANELS_IN_HEIGHT = 3;
  private static final int EACH_MORE_PIXELS = 150;
  private static final int AROUND_PLOTS_PIXELS = 170;
  private static final int GAP_PIXELS = 14;

  private final Chart chart;
  private final String name;
  private final String description;
  private final Legible legible;

  /**
   * A chart to be drawn.
   *
   * @param name of what was run, for the title
   * @param description one line below it, or empty
   */
  PngChart(Chart chart, String name, String description, Legible legible) {
    this.chart = chart;
    this.name = name;
    this.description = description;
    this.legible = legible;
  }

  JFreeChart draw() {
    ScaledAxis across = new ScaledAxis(chart.acrossLabel(), chart.across());
    style(across);
    CombinedDomainXYPlot plots = new CombinedDomainXYPlot(across);
    plots.setGap(GAP_PIXELS);
    if (!chart.marks().isEmpty()) {
      MarkLabels labels = new MarkLabels(chart, legible);
      plots.add(labels.plot(), stripWeight(labels.heightPixels()));
    }
    for (Panel panel : chart.panels()) {
      XYPlot plot = plot(panel);
      mark(plot);
      plots.add(plot, PLOT_WEIGHT);
    }
    JFreeChart picture = new JFreeChart(null, legible.font(Font.BOLD, 18), plots, false);
    picture.setBackgroundPaint(Color.WHITE);
    picture.setAntiAlias(true);
    picture.setTextAntiAlias(true);
    picture.setPadding(new RectangleInsets(14, 16, 12, 24));
    picture.addLegend(legend());
    titles(picture);
    return picture;
  }

  /** The height of the whole picture: charts of many panels are taller. */
  static int heightPixels(Chart chart) {
    return HEIGHT_PIXELS + Math.max(0, chart.panels().size() - PANELS_IN_HEIGHT) * EACH_MORE_PIXELS;
  }

  /** The weight that gives the strip of labels its height beside plots of equal weights. */
  private int stripWeight(int pixels) {
    int panels = chart.panels().size();
    int forPlots = heightPixels(chart) - AROUND_PLOTS_PIXELS - panels * GAP_PIXELS - pixels;
    return panels * PLOT_WEIGHT * pixels / forPlots + 1;
  }

  private void titles(JFreeChart picture) {
    int below = description.isEmpty() ? 14 : 4;
    title(picture, name + ": " + chart.title(), Font.BOLD, 20, INK, below);
    if (!description.isEmpty()) {
      title(picture, description, Font.PLAIN, 14, SOFT, 14);
    }
  }

  private void title(
      JFreeChart picture, String text, int style, int points, Color colour, int below) {
    Legible.Line line = legible.line(text, style, points);
    TextTitle title = new TextTitle(line.text(), line.font());
    title.setPaint(colour);
    title.setHorizontalAlignment(HorizontalAlignment.LEFT);
    title.setTextAlignment(HorizontalAlignment.LEFT);
    title.setMaximumLinesToDisplay(1);
    title.setPadding(new RectangleInsets(0, 4, below, 4));
    picture.addSubtitle(title);
  }

  private XYPlot plot(Panel panel) {
    XYSeriesCollection data = new XYSeriesCollection();
    XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
    for (Series series : panel.series()) {
      int index = data.getSeriesCount();
      data.addSeries(positions(panel, series));
      renderer.setSeriesPaint(index, PALETTE[series.colour() % PALETTE.length]);
      renderer.setSeriesStroke(index, LINE);
    }
    renderer.setDrawSeriesLineAsPath(true);
    String label = panel.title().isEmpty() ? panel.valueLabel() : panel.title();
    ScaledAxis up = new ScaledAxis(legible.label(label), panel.scale());
    style(up);
    XYPlot plot = new XYPlot(data, null, up, renderer);
    plot.setBackgroundPaint(Color.WHITE);
    plot.setOutlineVisible(false);
    plot.setDomainGridlinePaint(GRID);
    plot.setRangeGridlinePaint(GRID);
    plot.setDomainGridlineStroke(new BasicStroke(1f));
    plot.setRangeGridlineStroke(new BasicStroke(1f));
    plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
    return plot;
  }

  private XYSeries positions(Panel panel, Series series) {
    XYSeries line = new XYSeries(series.name(), false, true);
    Points points = series.points();
    for (int i = 0; i < points.size(); i++) {
      double y = points.y(i);
      double at = chart.across().position(points.x(i));
      line.add(at, Double.isFinite(y) ? panel.scale().position(y) : Double.NaN);
    }
    return line;
  }

  private void style(ValueAxis axis) {
    axis.setLabelFont(legible.font(Font.PLAIN, 14));
    axis.setTickLabelFont(legible.font(Font.PLAIN, 13));
    axis.setLabelPaint(SOFT);
    axis.setTickLabelPaint(SOFT);
    axis.setAxisLinePaint(GRID);
    axis.setTickMarksVisible(false);
  }

  /** Warm-up and failures as the page shows them: shades behind the lines, dashes before them. */
  private void mark(XYPlot plot) {
    if (chart.warmupEnd() > 0) {
      shade(plot, 0, chart.warmupEnd(), WARMUP);
    }
    for (FailureMark mark : chart.marks()) {
      if (mark.hasEnd()) {
        shade(plot, mark.atSeconds(), mark.untilSeconds(), BAND);
      }
      double at = chart.across().position(mark.atSeconds());
      plot.addDomainMarker(new ValueMarker(at, INK, DASHED), Layer.FOREGROUND);
    }
  }

  private void shade(XYPlot plot, double from, double to, Color colour) {
    Scale across = chart.across();
    IntervalMarker shade = new IntervalMarker(across.position(from), across.position(to), colour);
    shade.setAlpha(1f);
    plot.addDomainMarker(shade, Layer.BACKGROUND);
  }

  private LegendTitle legend() {
    LegendItemCollection items = new LegendItemCollection();
    chart
        .legend()
        .forEach(
            (name, colour) -> {
              Rectangle2D box = new Rectangle2D.Double(-7, -5, 14, 10);
              Color paint = PALETTE[colour % PALETTE.length];
              items.add(new LegendItem(legible.label(name), null, null, null, box, paint));
            });
    LegendTitle legend = new LegendTitle(() -> items);
    legend.setPosition(RectangleEdge.BOTTOM);
    legend.setItemFont(legible.font(Font.PLAIN, 13));
    legend.setItemPaint(INK);
    legend.setItemLabelPadding(new RectangleInsets(2, 4, 2, 14));
    return legend;
  }
}
