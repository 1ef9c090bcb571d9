package dev.haishin.model.population;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Shapes by hand-worked values. */
class LoadShapesTest {
  private static final long MINUTE_NS = 60_000_000_000L;
  private static final int DAY = 24 * 60;

  @Test
  void piecesAreLinearBetweenTheirPointsAndConstantOutside() {
    PiecewiseShape shape = new PiecewiseShape(new long[] {100, 200, 400}, new double[] {1, 3, 2});
    assertEquals(1, shape.factor(0));
    assertEquals(1, shape.factor(100));
    assertEquals(1.5, shape.factor(125));
    assertEquals(3, shape.factor(200));
    assertEquals(2.5, shape.factor(300));
    assertEquals(2, shape.factor(400));
    assertEquals(2, shape.factor(10_000));
    assertEquals(3, shape.most());
  }

  @Test
  void twoPointsAtOneInstantAreAJumpToTheSecond() {
    PiecewiseShape shape =
        new PiecewiseShape(new long[] {0, 100, 100, 200}, new double[] {1, 1, 5, 5});
    assertEquals(1, shape.factor(99));
    assertEquals(5, shape.factor(100));
  }

  @Test
  void soManyTimesALoadBeginsAndEndsWhenTheLoadDoes() {
    LoadShape three = LoadShape.between(100, 200).times(3);
    assertEquals(0, three.factor(99));
    assertEquals(3, three.factor(100));
    assertEquals(3, three.most());
    assertEquals(100, three.beginsNs());
    assertEquals(200, three.endsNs());
  }

  @Test
  void aShapeNeedsAPointAndAsManyFactorsAsInstants() {
    assertThrows(
        IllegalArgumentException.class, () -> new PiecewiseShape(new long[0], new double[0]));
    assertThrows(
        IllegalArgumentException.class, () -> new PiecewiseShape(new long[2], new double[1]));
  }

  @Test
  void theDayHasMean1AndItsPeakAtNine() {
    DailyShape day = new DailyShape(0);
    double sum = 0;
    double most = 0;
    double least = 9;
    int peakMinute = 0;
    int troughMinute = 0;
    for (int minute = 0; minute < DAY; minute++) {
      double factor = day.factor(minute * MINUTE_NS);
      sum += factor;
      if (factor > most) {
        most = factor;
        peakMinute = minute;
      }
      if (factor < least) {
        least = factor;
        troughMinute = minute;
      }
    }
    assertEquals(1, sum / DAY, 1e-9);
    assertEquals(1.7, most, 0.01);
    assertEquals(most, day.most(), 1e-12);
    assertEquals(21 * 60, peakMinute);
    assertEquals(4 * 60, troughMinute);
    assertTrue(least / most > 0.1 && least / most < 0.2);
  }

  @Test
  void theDayStartsAtTheRegionsTimeOfDayAndRepeats() {
    DailyShape midnight = new DailyShape(0);
    DailyShape evening = new DailyShape(21 * 60 * MINUTE_NS);
    assertEquals(midnight.factor(21 * 60 * MINUTE_NS), evening.factor(0), 1e-12);
    assertEquals(midnight.factor(0), evening.factor(3 * 60 * MINUTE_NS), 1e-12);
    assertEquals(evening.factor(0), evening.factor(DAY * MINUTE_NS), 1e-12);
  }
}
