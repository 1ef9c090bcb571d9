package dev.haishin.report;

import java.awt.Color;
import java.awt.Font;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XYSeriesCollection;

/**
 * The strip above a picture's plots in which failures are named, so that no name covers the very
 * spike that it explains. Names that would overlap go into rows of their own; when {@link
 * #MOST_ROWS} do not suffice, the rest keep their line without a name.
 */
final class MarkLabels {
  static final int MOST_ROWS = 4;
  private static final double SHARE_OF_ONE_CHARACTER = 0.0073;
  private static final double SHARE_BETWEEN = 0.015;
  private static final Color CLEAR = new Color(255, 255, 255, 0);
  private static final int ROW_PIXELS = 18;

  private final Chart chart;
  private final Legible legible;
  private final List<Label> labels = new ArrayList<>();

  /** A name that found a row. */
  private record Label(double at, String text, int row, boolean leftOfLine) {}

  MarkLabels(Chart chart, Legible legible) {
    this.chart = chart;
    this.legible = legible;
    double[] takenTo = new double[MOST_ROWS];
    Arrays.fill(takenTo, Double.NEGATIVE_INFINITY);
    for (FailureMark mark : chart.marks()) {
      place(legible.label(mark.label()), chart.across().position(mark.atSeconds()), takenTo);
    }
  }

  private void place(String text, double at, double[] takenTo) {
    double width = text.length() * SHARE_OF_ONE_CHARACTER + SHARE_BETWEEN;
    boolean leftOfLine = at + width > 1;
    double from = leftOfLine ? at - width : at;
    for (int row = 0; row < MOST_ROWS; row++) {
      if (from >= takenTo[row]) {
        takenTo[row] = from + width;
        labels.add(new Label(at, text, row, leftOfLine));
        return;
      }
    }
  }

  int heightPixels() {
    return ROW_PIXELS * (1 + labels.stream().mapToInt(Label::row).max().orElse(0)) + 4;
  }

  XYPlot plot() {
    NumberAxis hidden = new NumberAxis();
    hidden.setVisible(false);
    XYPlot strip = new XYPlot(new XYSeriesCollection(), null, hidden, renderer());
    strip.setOutlineVisible(false);
    strip.setBackgroundPaint(null);
    strip.setDomainGridlinesVisible(false);
    strip.setRangeGridlinesVisible(false);
    for (FailureMark mark : chart.marks()) {
      double at = chart.across().position(mark.atSeconds());
      strip.addDomainMarker(new ValueMarker(at, PngFrame.INK, PngFrame.DASHED), Layer.FOREGROUND);
    }
    for (Label label : labels) {
      strip.addDomainMarker(marker(label), Layer.FOREGROUND);
    }
    return strip;
  }

  /** There is nothing to render, but a plot without a renderer leaves its markers out. */
  private static XYLineAndShapeRenderer renderer() {
    return new XYLineAndShapeRenderer(true, false);
  }

  private ValueMarker marker(Label label) {
    ValueMarker marker = new ValueMarker(label.at(), PngFrame.INK, PngFrame.DASHED);
    marker.setLabel(label.text());
    marker.setLabelFont(legible.font(Font.PLAIN, 13));
    marker.setLabelPaint(PngFrame.INK);
    marker.setLabelBackgroundColor(CLEAR);
    marker.setLabelAnchor(
        label.leftOfLine() ? RectangleAnchor.TOP_LEFT : RectangleAnchor.TOP_RIGHT);
    marker.setLabelTextAnchor(label.leftOfLine() ? TextAnchor.TOP_RIGHT : TextAnchor.TOP_LEFT);
    marker.setLabelOffset(new RectangleInsets(label.row() * ROW_PIXELS, 6, 0, 6));
    return marker;
  }
}
