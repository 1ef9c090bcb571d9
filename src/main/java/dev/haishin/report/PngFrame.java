package dev.haishin.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.geom.Rectangle2D;
import java.util.Map;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.axis.Axis;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;

/**
 * What is around a picture that JFreeChart draws: titles above it, the legend below, and how its
 * axes look.
 *
 * @param name of what was run, for the title
 * @param description one line below it, or empty
 */
record PngFrame(String name, String description, Legible legible) {
  static final Color INK = new Color(0x1B2026);
  static final Color GRID = new Color(0xE1E6EA);
  static final BasicStroke DASHED =
      new BasicStroke(
          1.2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, new float[] {5, 4}, 0);

  private static final Color SOFT = new Color(0x56616D);
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

  /** The colour of a series. */
  static Color colour(int index) {
    return PALETTE[index % PALETTE.length];
  }

  /**
   * A whole picture.
   *
   * @param title what it shows
   * @param legend names with their colours
   */
  JFreeChart around(Plot plot, String title, Map<String, Integer> legend) {
    JFreeChart picture = new JFreeChart(null, legible.font(Font.BOLD, 18), plot, false);
    picture.setBackgroundPaint(Color.WHITE);
    picture.setAntiAlias(true);
    picture.setTextAntiAlias(true);
    picture.setPadding(new RectangleInsets(14, 16, 12, 24));
    picture.addLegend(legend(legend));
    int below = description.isEmpty() ? 14 : 4;
    title(picture, name + ": " + title, Font.BOLD, 20, INK, below);
    if (!description.isEmpty()) {
      title(picture, description, Font.PLAIN, 14, SOFT, 14);
    }
    return picture;
  }

  void style(Axis axis) {
    axis.setLabelFont(legible.font(Font.PLAIN, 14));
    axis.setTickLabelFont(legible.font(Font.PLAIN, 13));
    axis.setLabelPaint(SOFT);
    axis.setTickLabelPaint(SOFT);
    axis.setAxisLinePaint(GRID);
    axis.setTickMarksVisible(false);
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

  private LegendTitle legend(Map<String, Integer> names) {
    LegendItemCollection items = new LegendItemCollection();
    names.forEach(
        (name, colour) -> {
          Rectangle2D box = new Rectangle2D.Double(-7, -5, 14, 10);
          items.add(new LegendItem(legible.label(name), null, null, null, box, colour(colour)));
        });
    LegendTitle legend = new LegendTitle(() -> items);
    legend.setPosition(RectangleEdge.BOTTOM);
    legend.setItemFont(legible.font(Font.PLAIN, 13));
    legend.setItemPaint(INK);
    legend.setItemLabelPadding(new RectangleInsets(2, 4, 2, 14));
    return legend;
  }
}
