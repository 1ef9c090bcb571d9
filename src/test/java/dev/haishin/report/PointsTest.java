package dev.haishin.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PointsTest {
  private static final double GAP = Double.NaN;

  @Test
  void aSpikeOfOneIntervalSurvivesThinning() {
    double[] xs = new double[1000];
    double[] ys = new double[1000];
    for (int i = 0; i < xs.length; i++) {
      xs[i] = i;
      ys[i] = i == 777 ? 50 : 1;
    }
    Points thin = new Points(xs, ys).thinnedTo(300);
    assertEquals(250, thin.size());
    assertEquals(50, thin.highest());
    assertEquals(776, thin.x(194));
    assertEquals(50, thin.y(194));
  }

  @Test
  void fewPointsStayAsTheyAre() {
    Points points = new Points(new double[] {0, 1}, new double[] {3, GAP});
    assertSame(points, points.thinnedTo(2));
  }

  @Test
  void gapsStayGapsOnlyWhereAllNeighboursAreGaps() {
    Points points = new Points(new double[] {0, 1, 2, 3}, new double[] {GAP, 4, GAP, GAP});
    Points thin = points.thinnedTo(2);
    assertEquals(4, thin.y(0));
    assertTrue(Double.isNaN(thin.y(1)));
  }

  @Test
  void logarithmicAxesStartAboveZero() {
    Points points = new Points(new double[] {0, 1, 2}, new double[] {0, 0.5, 7});
    assertEquals(0.5, points.lowestPositive());
    assertTrue(new Points(new double[] {0}, new double[] {GAP}).isEmpty());
    assertThrows(IllegalArgumentException.class, () -> new Points(new double[1], new double[2]));
  }
}
