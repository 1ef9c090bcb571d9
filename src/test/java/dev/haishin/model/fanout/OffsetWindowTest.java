package dev.haishin.model.fanout;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Offsets are committed in order, however records are done. */
class OffsetWindowTest {
  private final OffsetWindow window = new OffsetWindow(64, 0);

  @Test
  void commitsUpToTheFirstGap() {
    fetch(0, 5);
    assertEquals(0, window.finish(2));
    assertEquals(0, window.finish(1));
    assertEquals(3, window.finish(0));
    assertEquals(3, window.finish(4));
    assertEquals(2, window.inFlight());
    assertEquals(5, window.finish(3));
    assertEquals(0, window.inFlight());
  }

  @Test
  void goesAroundItsRing() {
    long committed = 0;
    for (int round = 0; round < 50; round++) {
      long from = round * 60L;
      fetch(from, 60);
      assertEquals(60, window.inFlight());
      for (long offset = from + 59; offset >= from; offset--) {
        committed = window.finish(offset);
      }
    }
    assertEquals(3_000, committed);
  }

  private void fetch(long from, int count) {
    for (int i = 0; i < count; i++) {
      window.fetched(from + i);
    }
  }
}
