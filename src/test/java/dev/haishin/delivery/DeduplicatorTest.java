package dev.haishin.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** A mark of one byte a message tells whether it was met within a window, and not within two. */
class DeduplicatorTest {
  private static final long WINDOW = 100;

  private final Deduplicator deduplicator = new Deduplicator(WINDOW);
  private final byte[] marks = new byte[500];

  @Test
  void aMessageIsNewOnce() {
    assertTrue(isNew(1, 0));
    assertFalse(isNew(1, 0));
    assertTrue(isNew(2, 0));
  }

  @Test
  void remembersAcrossTheEndOfAWindow() {
    assertTrue(isNew(1, 99));
    assertFalse(isNew(1, 199));
  }

  @Test
  void forgetsAfterTwoWindows() {
    assertTrue(isNew(1, 0));
    assertTrue(isNew(1, 200));
  }

  @Test
  void aRepetitionRenewsTheMemory() {
    assertTrue(isNew(1, 0));
    assertFalse(isNew(1, 150));
    assertFalse(isNew(1, 250));
  }

  @Test
  void aMarkIsNeverThatOfAMessageNotMet() {
    for (long window = 0; window < 1_000; window++) {
      assertTrue(deduplicator.mark(window * WINDOW) != Deduplicator.NEVER);
      assertFalse(deduplicator.isDuplicate(Deduplicator.NEVER, window * WINDOW));
    }
  }

  @Test
  void marksComeRoundAfter255Windows() {
    byte mark = deduplicator.mark(0);
    assertFalse(deduplicator.isDuplicate(mark, 254 * WINDOW));
    assertTrue(deduplicator.isDuplicate(mark, 255 * WINDOW));
    assertEquals(mark, deduplicator.mark(255 * WINDOW));
  }

  @Test
  void neverForgetsWithinTheWindowNorRemembersBeyondTwo() {
    SplittableRandom random = new SplittableRandom(9);
    long[] lastMet = new long[marks.length];
    Arrays.fill(lastMet, -2 * WINDOW);
    int between = 0;
    for (long nowNs = 0; nowNs < 20_000; nowNs++) {
      int message = (int) Math.floorMod(random.nextLong(), (long) marks.length);
      boolean isNew = isNew(message, nowNs);
      long agoNs = nowNs - lastMet[message];
      if (agoNs <= WINDOW) {
        assertFalse(isNew);
      } else if (agoNs >= 2 * WINDOW) {
        assertTrue(isNew);
      } else {
        between++;
      }
      lastMet[message] = nowNs;
    }
    assertTrue(between > 0);
  }

  @Test
  void aWindowMustBePositive() {
    assertThrows(IllegalArgumentException.class, () -> new Deduplicator(0));
  }

  private boolean isNew(int message, long nowNs) {
    boolean isNew = !deduplicator.isDuplicate(marks[message], nowNs);
    marks[message] = deduplicator.mark(nowNs);
    return isNew;
  }
}
