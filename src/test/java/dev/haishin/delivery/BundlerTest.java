package dev.haishin.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.PriorityQueue;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BundlerTest {
  private static final long WINDOW = 500;

  private final Bundler bundler = new Bundler(WINDOW);

  @Test
  void theFirstItemOpensTheWindowAndTheOthersJoinIt() {
    assertEquals(1500, bundler.add(7, 1000));
    assertEquals(Bundler.ALREADY_OPEN, bundler.add(7, 1200));
    assertEquals(Bundler.ALREADY_OPEN, bundler.add(7, 1499));
    assertEquals(3, bundler.flush(7, 1500));
    assertEquals(0, bundler.openWindows());
  }

  @Test
  void theNextItemOpensAWindowOfItsOwn() {
    bundler.add(7, 1000);
    bundler.flush(7, 1500);
    assertEquals(2001, bundler.add(7, 1501));
  }

  @Test
  void receiversHaveWindowsOfTheirOwn() {
    bundler.add(7, 1000);
    assertEquals(1600, bundler.add(8, 1100));
    assertEquals(1, bundler.flush(7, 1500));
    assertEquals(1, bundler.flush(8, 1600));
  }

  @Test
  void theTimerOfADiscardedWindowDoesNotCloseTheNextOne() {
    bundler.add(7, 1000);
    bundler.add(7, 1001);
    assertEquals(2, bundler.discard(7));
    assertEquals(0, bundler.discard(7));
    bundler.add(7, 1200);
    assertEquals(0, bundler.flush(7, 1500));
    assertEquals(1, bundler.flush(7, 1700));
  }

  @Test
  void whatWasNeverOpenedHoldsNothing() {
    assertEquals(0, bundler.flush(7, 1500));
  }

  /** Poisson items, r a window: a frame carries its first item and r more on average. */
  @Test
  void everyItemLeavesOnceAndFramesFollowTheRenewalFormula() {
    SplittableRandom random = new SplittableRandom(12);
    PriorityQueue<Long> flushes = new PriorityQueue<>();
    long nowNs = 0;
    long added = 0;
    long left = 0;
    long frames = 0;
    while (added < 100_000) {
      double fraction = (random.nextLong() >>> 11) * 0x1.0p-53;
      nowNs += (long) (-StrictMath.log(1 - fraction) * WINDOW / 3);
      while (!flushes.isEmpty() && flushes.peek() <= nowNs) {
        left += bundler.flush(7, flushes.poll());
        frames++;
      }
      long flushAtNs = bundler.add(7, nowNs);
      added++;
      if (flushAtNs != Bundler.ALREADY_OPEN) {
        flushes.add(flushAtNs);
      }
    }
    left += bundler.discard(7);
    assertEquals(added, left);
    double framesPerItem = (double) frames / added;
    assertEquals(0.25, framesPerItem, 0.0025);
    assertTrue(Math.abs(framesPerItem - 1.0 / 3) > 0.05);
  }

  @Test
  void aWindowMustBePositive() {
    assertThrows(IllegalArgumentException.class, () -> new Bundler(0));
  }
}
