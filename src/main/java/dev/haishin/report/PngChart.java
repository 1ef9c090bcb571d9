package dev.haishin.report;

import java.awt.BasicStroke;
import java.awt.Color;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.IntervalMarker;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** Draws a chart with JFreeChart: the same lines, scales and marks as in the page. */
final class PngChart {
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
  private final PngFrame frame;
  private final Legible legible;

  /** A chart to be drawn in a frame. */
  PngChart(Chart chart, PngFrame frame) {
    this.chart = chart;
    this.frame = frame;
    legible = frame.legible();
  }

  JFreeChart draw() {
    ScaledAxis across = new ScaledAxis(chart.acrossLabel(), chart.across());
    frame.style(across);
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
    return frame.around(plots, chart.title(), chart.legend());
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

  private XYPlot plot(Panel panel) {
    XYSeriesCollection data = new XYSeriesCollection();
    XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
    for (Series series : panel.series()) {
      int index = data.getSeriesCount();
      data.addSeries(positions(panel, series, index));
      renderer.setSeriesPaint(index, PngFrame.colour(series.colour()));
      renderer.setSeriesStroke(index, LINE);
    }
    renderer.setDrawSeriesLineAsPath(true);
    String label = panel.title().isEmpty() ? panel.valueLabel() : panel.title();
    ScaledAxis up = new ScaledAxis(legible.label(label), panel.scale());
    frame.style(up);
    XYPlot plot = new XYPlot(data, null, up, renderer);
    plot.setBackgroundPaint(Color.WHITE);
    plot.setOutlineVisible(false);
    plot.setDomainGridlinePaint(PngFrame.GRID);
    plot.setRangeGridlinePaint(PngFrame.GRID);
    plot.setDomainGridlineStroke(new BasicStroke(1f));
    plot.setRangeGridlineStroke(new BasicStroke(1f));
    plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
    return plot;
  }

  private XYSeries positions(Panel panel, Series series, int number) {
    XYSeries line = new XYSeries(number, false, true);
    Points points = series.points();
    for (int i = 0; i < points.size(); i++) {
      double y = points.y(i);
      double at = chart.across().position(points.x(i));
      line.add(at, Double.isFinite(y) ? panel.scale().position(y) : Double.NaN);
    }
    return line;
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
      plot.addDomainMarker(new ValueMarker(at, PngFrame.INK, PngFrame.DASHED), Layer.FOREGROUND);
    }
  }

  private void shade(XYPlot plot, double from, double to, Color colour) {
    Scale across = chart.across();
    IntervalMarker shade = new IntervalMarker(across.position(from), across.position(to), colour);
    shade.setAlpha(1f);
    plot.addDomainMarker(shade, Layer.BACKGROUND);
  }
}
