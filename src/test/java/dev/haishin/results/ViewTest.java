package dev.haishin.results;

import static dev.haishin.results.Plans.SECOND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

/** Views that cannot be. */
class ViewTest {
  @Test
  void aViewOfARegionThatIsNotThereIsRefusedBeforeTheRun() {
    View nowhere = new View("delivery.online", "osaka", 0, Long.MAX_VALUE, 0);
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class, () -> new Recorder(Plans.of(10 * SECOND, 0, nowhere)));
    assertEquals("delivery.online: no region osaka among [tokyo, taipei]", refused.getMessage());
  }

  @Test
  void aWindowThatEndsBeforeItBeginsIsRefused() {
    assertThrows(
        IllegalArgumentException.class, () -> new View("connect", "", 3 * SECOND, 3 * SECOND, 0));
  }

  @Test
  void twoExpectationsOfOneViewAreRecordedOnce() {
    View view = new View("connect", "", SECOND, 2 * SECOND, 0);
    View same = new View("connect", "", SECOND, 2 * SECOND, 0);
    assertEquals(1, Plans.of(10 * SECOND, 0, view, same).views().size());
  }
}
