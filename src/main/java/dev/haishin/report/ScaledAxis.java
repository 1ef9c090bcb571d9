package dev.haishin.report;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.axis.TickType;
import org.jfree.chart.axis.ValueTick;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

/** An axis of positions from 0 to 1 whose ticks are those of a scale. */
final class ScaledAxis extends NumberAxis {
  private static final long serialVersionUID = 1L;

  // Axes are serializable by inheritance; these are drawn once and never stored.
  private final transient Scale scale;

  ScaledAxis(String label, Scale scale) {
    super(label);
    this.scale = scale;
    setAutoRange(false);
    setRange(0, 1);
  }

  @Override
  public List<ValueTick> refreshTicks(
      Graphics2D g2, AxisState state, Rectangle2D dataArea, RectangleEdge edge) {
    List<ValueTick> ticks = new ArrayList<>();
    for (Tick tick : scale.ticks()) {
      TextAnchor anchor = TextAnchor.CENTER_RIGHT;
      if (RectangleEdge.isTopOrBottom(edge)) {
        boolean atEdge = tick.position() > 0.97 && tick.label().length() > 4;
        anchor = atEdge ? TextAnchor.TOP_RIGHT : TextAnchor.TOP_CENTER;
      }
      ticks.add(
          new NumberTick(
              TickType.MAJOR, tick.position(), tick.label(), anchor, TextAnchor.CENTER, 0.0));
    }
    return ticks;
  }
}
