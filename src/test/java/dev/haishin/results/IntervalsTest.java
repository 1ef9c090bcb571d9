package dev.haishin.results;

import static dev.haishin.results.Plans.MS;
import static dev.haishin.results.Plans.SECOND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Rows of the timeline, by hand. */
class IntervalsTest {
  @Test
  void theMeasuredPartBeginsWithARow() {
    Intervals rows = new Intervals(Plans.of(10_200 * MS, 1_500 * MS));
    assertEquals(11, rows.count());
    assertEquals(2, rows.firstMeasured());
    assertEquals(0, rows.startNs(0));
    assertEquals(500 * MS, rows.startNs(1));
    assertEquals(1_500 * MS, rows.startNs(2));
    assertEquals(9_500 * MS, rows.startNs(10));
    assertEquals(10_200 * MS, rows.endNs(10));
    assertFalse(rows.isWhole(0));
    assertTrue(rows.isWhole(9));
    assertFalse(rows.isWhole(10));
  }

  @Test
  void anInstantBelongsToTheRowThatBeginsWithIt() {
    Intervals rows = new Intervals(Plans.of(10 * SECOND, 2 * SECOND));
    assertEquals(0, rows.index(SECOND - 1));
    assertEquals(1, rows.index(SECOND));
    assertEquals(9, rows.index(10 * SECOND - 1));
    assertEquals(9, rows.index(10 * SECOND));
  }

  @Test
  void aLongRunHasAtMostThirtySixHundredRows() {
    assertEquals(SECOND, RecordingPlan.defaultIntervalNs(60 * SECOND));
    assertEquals(SECOND, RecordingPlan.defaultIntervalNs(3600 * SECOND));
    assertEquals(24 * SECOND, RecordingPlan.defaultIntervalNs(24 * 3600 * SECOND));
  }
}
