package dev.haishin.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** Draws a chart with JFreeChart: the same lines, scales and marks as in the page. */
final class PngChart {
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
  private static final Color INK = new Color(0x1B2026);
  private static final Color SOFT = new Color(0x56616D);
  private static final Color GRID = new Color(0xE1E6EA);
  private static final Color WARMUP = new Color(0xF1F3F5);
  private static final Color BAND = new Color(230, 159, 0, 38);
  private static final BasicStroke LINE =
      new BasicStroke(2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
  private static final BasicStroke DASHED =
      new BasicStroke(
          1.2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, new float[] {5, 4}, 0);
  private static final int LABEL_ROWS = 3;
  private static final int LABEL_ROW_PIXELS = 18;

  private final Chart chart;
  private final Run run;
  private final Legible legible;

  PngChart(Chart chart, Run run, Legible legible) {
    this.chart = chart;
    this.run = run;
    this.legible = legible;
  }

  JFreeChart draw() {
    ScaledAxis across = new ScaledAxis(chart.acrossLabel(), chart.across());
    style(across);
    CombinedDomainXYPlot plots = new CombinedDomainXYPlot(across);
    plots.setGap(18);
    for (int i = 0; i < chart.panels().size(); i++) {
      XYPlot plot = plot(chart.panels().get(i));
      mark(plot, i == 0);
      plots.add(plot, 1);
    }
    JFreeChart picture = new JFreeChart(null, legible.font(Font.BOLD, 18), plots, false);
    picture.setBackgroundPaint(Color.WHITE);
    picture.setAntiAlias(true);
    picture.setTextAntiAlias(true);
    picture.setPadding(new RectangleInsets(14, 16, 12, 24));
    picture.addLegend(legend());
    title(picture, run.identity().title() + ": " + chart.title(), Font.BOLD, 20, INK);
    if (!run.identity().description().isEmpty()) {
      title(picture, run.identity().description(), Font.PLAIN, 14, SOFT);
    }
    return picture;
  }

  private void title(JFreeChart picture, String text, int style, int points, Color colour) {
    Legible.Line line = legible.line(text, style, points);
    TextTitle title = new TextTitle(line.text(), line.font());
    title.setPaint(colour);
    title.setHorizontalAlignment(HorizontalAlignment.LEFT);
    title.setTextAlignment(HorizontalAlignment.LEFT);
    title.setMaximumLinesToDisplay(1);
    title.setPadding(new RectangleInsets(0, 4, 4, 4));
    picture.addSubtitle(picture.getSubtitleCount(), title);
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
    plot.setAxisOffset(new RectangleInsets(0, 0, 0, 0));
    return plot;
  }

  private XYSeries positions(Panel panel, Series series) {
    XYSeries line = new XYSeries(series.name() + " " + series.colour(), false, true);
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

  /** Warm-up and failures; only the uppermost plot has the words. */
  private void mark(XYPlot plot, boolean labelled) {
    if (chart.warmupEnd() > 0) {
      IntervalMarker warmup =
          new IntervalMarker(0, chart.across().position(chart.warmupEnd()), WARMUP);
      warmup.setAlpha(1f);
      plot.addDomainMarker(warmup, Layer.BACKGROUND);
    }
    List<FailureMark> marks = chart.marks();
    for (int i = 0; i < marks.size(); i++) {
      FailureMark mark = marks.get(i);
      double at = chart.across().position(mark.atSeconds());
      if (mark.hasEnd()) {
        IntervalMarker band =
            new IntervalMarker(at, chart.across().position(mark.untilSeconds()), BAND);
        band.setAlpha(1f);
        plot.addDomainMarker(band, Layer.BACKGROUND);
      }
      ValueMarker line = new ValueMarker(at, INK, DASHED);
      if (labelled) {
        label(line, mark, at, i);
      }
      plot.addDomainMarker(line, Layer.FOREGROUND);
    }
  }

  /** Labels stand in rows under one another, on the side of the line that has more room. */
  private void label(ValueMarker line, FailureMark mark, double at, int index) {
    boolean leftSide = at > 0.6;
    line.setLabel(legible.label(mark.label()));
    line.setLabelFont(legible.font(Font.PLAIN, 13));
    line.setLabelPaint(INK);
    line.setLabelBackgroundColor(new Color(255, 255, 255, 200));
    line.setLabelAnchor(leftSide ? RectangleAnchor.TOP_LEFT : RectangleAnchor.TOP_RIGHT);
    line.setLabelTextAnchor(leftSide ? TextAnchor.TOP_RIGHT : TextAnchor.TOP_LEFT);
    double down = 4 + index % LABEL_ROWS * LABEL_ROW_PIXELS;
    line.setLabelOffset(new RectangleInsets(down, 6, 0, 6));
  }

  private LegendTitle legend() {
    LegendItemCollection items = new LegendItemCollection();
    Map<String, Integer> names = new LinkedHashMap<>(chart.legend());
    names.forEach(
        (name, colour) -> {
          java.awt.Shape box = new java.awt.geom.Rectangle2D.Double(-7, -5, 14, 10);
          Color paint = PALETTE[colour % PALETTE.length];
          items.add(new LegendItem(legible.label(name), null, null, null, box, paint));
        });
    LegendTitle legend = new LegendTitle(() -> items);
    legend.setPosition(RectangleEdge.BOTTOM);
    legend.setItemFont(legible.font(Font.PLAIN, 13));
    legend.setItemPaint(INK);
    return legend;
  }
}
