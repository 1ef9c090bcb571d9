package dev.haishin.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rows beyond a page and beyond the limit. */
class TraceLogTest {
  @Test
  void rowsComeBackInOrderOverManyPages() {
    TraceLog log = new TraceLog(5, 100_000);
    for (long i = 0; i < 20_000; i++) {
      log.add(i, 2 * i, 3 * i, 4 * i, 5 * i);
    }
    List<Long> seen = new ArrayList<>();
    log.forEach(
        (page, at) -> {
          assertEquals(5 * page[at], page[at + 4]);
          seen.add(page[at]);
        });
    assertEquals(20_000, seen.size());
    assertEquals(19_999L, seen.get(19_999));
    assertTrue(log.isComplete());
  }

  @Test
  void rowsBeyondTheLimitAreCountedNotKept() {
    TraceLog log = new TraceLog(4, 3);
    for (long i = 0; i < 5; i++) {
      log.add(i, i, i, i);
    }
    List<Long> seen = new ArrayList<>();
    log.forEach((page, at) -> seen.add(page[at]));
    assertEquals(List.of(0L, 1L, 2L), seen);
    assertEquals(5, log.rows());
    assertFalse(log.isComplete());
  }
}
