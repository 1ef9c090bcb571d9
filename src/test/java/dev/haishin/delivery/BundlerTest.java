package dev.haishin.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.function.LongPredicate;
import org.junit.jupiter.api.Test;

class BundlerTest {
  private static final long WINDOW = 500;

  private final Bundler bundler = new Bundler();
  private final List<Long> delays = new ArrayList<>();
  private long nowNs;

  @Test
  void theFirstItemOpensTheWindowAndTheOthersJoinIt() {
    assertEquals(1500, bundler.add(7, 1000, WINDOW));
    assertEquals(Bundler.ALREADY_OPEN, bundler.add(7, 1200, WINDOW));
    assertEquals(Bundler.ALREADY_OPEN, bundler.add(7, 1499, WINDOW));
    assertTrue(bundler.isOpen(7));
    assertEquals(3, flush(7, 1500));
    assertEquals(List.of(1L, 300L, 500L), delays);
    assertEquals(0, bundler.openWindows());
    assertFalse(bundler.isOpen(7));
  }

  @Test
  void theNextItemOpensAWindowOfItsOwn() {
    bundler.add(7, 1000, WINDOW);
    flush(7, 1500);
    assertEquals(2001, bundler.add(7, 1501, WINDOW));
  }

  @Test
  void receiversHaveWindowsOfTheirOwn() {
    bundler.add(7, 1000, WINDOW);
    assertEquals(1600, bundler.add(8, 1100, WINDOW));
    assertEquals(1, flush(7, 1500));
    assertEquals(1, flush(8, 1600));
  }

  /** A receipt may wait for 500, an indicator for 100: the frame leaves for the indicator. */
  @Test
  void whoHasLessPatienceTakesTheOthersAlong() {
    assertEquals(1500, bundler.add(7, 1000, WINDOW));
    assertEquals(1300, bundler.add(7, 1200, 100));
    assertEquals(Bundler.ALREADY_OPEN, bundler.add(7, 1250, WINDOW));
    assertEquals(3, flush(7, 1300));
    assertEquals(List.of(50L, 100L, 300L), delays);
    assertEquals(0, flush(7, 1500));
  }

  @Test
  void whoHasMorePatienceJoinsAndLeavesEarly() {
    assertEquals(1100, bundler.add(7, 1000, 100));
    assertEquals(Bundler.ALREADY_OPEN, bundler.add(7, 1090, WINDOW));
    assertEquals(2, flush(7, 1100));
    assertEquals(List.of(10L, 100L), delays);
  }

  @Test
  void whoHasNoPatienceLeavesNow() {
    bundler.add(7, 1000, WINDOW);
    assertEquals(1200, bundler.add(7, 1200, 0));
    assertEquals(2, flush(7, 1200));
  }

  @Test
  void theTimerOfADiscardedWindowDoesNotCloseTheNextOne() {
    bundler.add(7, 1000, WINDOW);
    bundler.add(7, 1001, WINDOW);
    assertEquals(2, bundler.discard(7));
    assertEquals(0, bundler.discard(7));
    bundler.add(7, 1200, WINDOW);
    assertEquals(0, flush(7, 1500));
    assertEquals(1, flush(7, 1700));
    assertEquals(List.of(500L), delays);
  }

  @Test
  void whatWasNeverOpenedHoldsNothing() {
    assertEquals(0, flush(7, 1500));
  }

  /**
   * Poisson items, r a window: a frame carries its first item, which waits for the whole window,
   * and r more on average, which wait for uniform times. Of all items 1 / (1 + r) wait for the
   * window and the mean wait is (1 + r / 2) / (1 + r) of it.
   */
  @Test
  void everyItemLeavesOnceAndFramesAndDelaysFollowTheRenewalFormula() {
    SplittableRandom random = new SplittableRandom(12);
    PriorityQueue<Long> flushes = new PriorityQueue<>();
    long window = 1_000_000;
    long comesNs = 0;
    int added = 0;
    long left = 0;
    long frames = 0;
    while (added < 200_000) {
      double fraction = (random.nextLong() >>> 11) * 0x1.0p-53;
      comesNs += (long) (-StrictMath.log(1 - fraction) * window / 3);
      while (!flushes.isEmpty() && flushes.peek() <= comesNs) {
        left += flush(7, flushes.poll());
        frames++;
      }
      long flushAtNs = bundler.add(7, comesNs, window);
      added++;
      if (flushAtNs != Bundler.ALREADY_OPEN) {
        flushes.add(flushAtNs);
      }
    }
    left += bundler.discard(7);
    assertEquals(added, left);
    assertEquals(0.25, (double) frames / added, 0.002);
    double mean = delays.stream().mapToLong(Long::longValue).average().orElseThrow();
    assertEquals(2.5 / 4, mean / window, 0.002);
    assertEquals(0.25, share(delay -> delay == window), 0.002);
    assertEquals(0.75 * 0.4, share(delay -> delay <= 0.4 * window), 0.004);
  }

  @Test
  void patienceCannotBeNegative() {
    assertThrows(IllegalArgumentException.class, () -> bundler.add(7, 1000, -1));
  }

  private int flush(long receiver, long atNs) {
    nowNs = atNs;
    return bundler.flush(receiver, atNs, (whose, arrivedNs) -> delays.add(nowNs - arrivedNs));
  }

  private double share(LongPredicate which) {
    return (double) delays.stream().filter(which::test).count() / delays.size();
  }
}
