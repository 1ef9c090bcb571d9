package dev.haishin.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DeduplicatorTest {
  private static final long WINDOW = 100;

  private final Deduplicator deduplicator = new Deduplicator(WINDOW);

  @Test
  void aMessageIsNewOnce() {
    assertTrue(deduplicator.firstTime(1, 0));
    assertFalse(deduplicator.firstTime(1, 0));
    assertTrue(deduplicator.firstTime(2, 0));
  }

  @Test
  void remembersAcrossTheCutBetweenGenerations() {
    assertTrue(deduplicator.firstTime(1, 99));
    assertFalse(deduplicator.firstTime(1, 199));
  }

  @Test
  void forgetsAfterTwoWindows() {
    assertTrue(deduplicator.firstTime(1, 0));
    assertTrue(deduplicator.firstTime(1, 200));
  }

  @Test
  void aRepetitionRenewsTheMemory() {
    assertTrue(deduplicator.firstTime(1, 0));
    assertFalse(deduplicator.firstTime(1, 150));
    assertFalse(deduplicator.firstTime(1, 250));
  }

  @Test
  void forgetsEverythingAfterALongSilence() {
    assertTrue(deduplicator.firstTime(1, 99));
    assertTrue(deduplicator.firstTime(2, 1_000_000));
    assertEquals(1, deduplicator.size());
  }

  @Test
  void neverForgetsWithinTheWindowNorRemembersBeyondTwo() {
    SplittableRandom random = new SplittableRandom(9);
    int ids = 500;
    long[] lastMet = new long[ids];
    Arrays.fill(lastMet, -2 * WINDOW);
    int between = 0;
    for (long nowNs = 0; nowNs < 20_000; nowNs++) {
      int id = (int) Math.floorMod(random.nextLong(), (long) ids);
      boolean first = deduplicator.firstTime(id, nowNs);
      long agoNs = nowNs - lastMet[id];
      if (agoNs <= WINDOW) {
        assertFalse(first);
      } else if (agoNs >= 2 * WINDOW) {
        assertTrue(first);
      } else {
        between++;
      }
      lastMet[id] = nowNs;
    }
    assertTrue(between > 0);
  }

  @Test
  void memoryIsBoundedByTwoWindows() {
    for (long nowNs = 0; nowNs < 10_000; nowNs++) {
      deduplicator.firstTime(nowNs, nowNs);
      assertTrue(deduplicator.size() <= 2 * WINDOW);
    }
  }

  @Test
  void aWindowMustBePositive() {
    assertThrows(IllegalArgumentException.class, () -> new Deduplicator(0));
  }
}
