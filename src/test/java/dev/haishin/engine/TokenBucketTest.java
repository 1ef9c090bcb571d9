package dev.haishin.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Buckets against the credits of EBS gp2 volumes, to one event. */
class TokenBucketTest {
  private static final long SECOND = 1_000_000_000L;

  /** Baseline a second, seconds of burst at 3,000 a second, seconds to fill up. */
  private static final long[][] VOLUMES = {
    {100, 1862, 54_000},
    {300, 2000, 18_000},
    {750, 2400, 7200},
    {1500, 3600, 3600},
    {2250, 7200, 2400}
  };

  /** Time counts in thirds of a nanosecond here, in which 3,000 a second is exact. */
  @Test
  void burstsLastAsLongAsTheVolumeTableSays() {
    for (long[] row : VOLUMES) {
      TokenBucket bucket = TokenBucket.perPeriod(5_400_000, row[0], 3 * SECOND);
      long k = 0;
      while (bucket.tryTake(k * 1_000_000)) {
        k++;
      }
      // Offer k finds 5,400,000 - k (1 - baseline / 3000) tokens; the first to find none is
      // refused.
      assertEquals((5_400_000L - 1) * 3000 / (3000 - row[0]) + 1, k, "baseline " + row[0]);
      assertEquals(row[1], Math.round(k / 3000.0));
      long admitted = 0;
      for (long end = k + 3000 * 100; k < end; k++) {
        admitted += bucket.tryTake(k * 1_000_000) ? 1 : 0;
      }
      assertEquals(100 * row[0], admitted, "sustained at baseline " + row[0]);
    }
  }

  @Test
  void emptyBucketsFillUpAsTheVolumeTableSays() {
    for (long[] row : VOLUMES) {
      TokenBucket bucket = TokenBucket.perSecond(5_400_000, row[0]);
      assertTrue(bucket.tryTake(5, 5_400_000));
      assertEquals(5_399_999, bucket.available(5 + row[2] * SECOND - 1));
      assertEquals(5_400_000, bucket.available(5 + row[2] * SECOND));
    }
  }

  @Test
  void neverDriftsFromItsRate() {
    TokenBucket bucket = TokenBucket.perSecond(1, 7);
    bucket.admit(0);
    long last = 0;
    for (int i = 0; i < 7_000_000; i++) {
      last = bucket.admit(last);
    }
    // Each admission waits for the whole nanosecond after its token.
    assertEquals(1_000_000 * SECOND, last, 7_000_000);
    TokenBucket promised = TokenBucket.perSecond(1, 7);
    promised.admit(0);
    for (int i = 0; i < 7_000_000; i++) {
      last = promised.admit(0);
    }
    assertEquals(1_000_000 * SECOND, last);
  }

  @Test
  void promisesTokensInOrder() {
    TokenBucket bucket = TokenBucket.perPeriod(2, 1, 60 * SECOND);
    assertEquals(0, bucket.admit(0));
    assertEquals(0, bucket.admit(0));
    assertEquals(60 * SECOND, bucket.admit(0));
    assertEquals(120 * SECOND, bucket.admit(0));
    assertFalse(bucket.tryTake(100 * SECOND));
    assertEquals(0, bucket.available(100 * SECOND));
    assertEquals(180 * SECOND, bucket.readyNs(100 * SECOND));
    assertTrue(bucket.tryTake(180 * SECOND));
  }

  @Test
  void aWindowBringsAllTokensAtOnce() {
    TokenBucket bucket = TokenBucket.perWindow(600_000, 60 * SECOND);
    assertTrue(bucket.tryTake(59 * SECOND, 600_000));
    assertFalse(bucket.tryTake(59 * SECOND));
    assertEquals(60 * SECOND, bucket.readyNs(59 * SECOND));
    assertFalse(bucket.tryTake(60 * SECOND - 1));
    assertTrue(bucket.tryTake(60 * SECOND));
    assertEquals(599_999, bucket.available(60 * SECOND));
    assertEquals(600_000, bucket.available(1000 * SECOND));
  }

  @Test
  void aWindowHonoursItsPromisesFirst() {
    TokenBucket bucket = TokenBucket.perWindow(2, 10);
    long[] expected = {3, 3, 10, 10, 20};
    for (long atNs : expected) {
      assertEquals(atNs, bucket.admit(3));
    }
    assertEquals(0, bucket.available(12));
    assertEquals(1, bucket.available(25));
    assertEquals(2, bucket.available(35));
  }

  @Test
  void takesSeveralOrNone() {
    TokenBucket bucket = TokenBucket.perSecond(10, 1);
    assertFalse(bucket.tryTake(0, 11));
    assertTrue(bucket.tryTake(0, 10));
    assertFalse(bucket.tryTake(SECOND - 1, 1));
    assertTrue(bucket.tryTake(SECOND, 1));
  }

  @Test
  void bucketsThatCannotBeAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> TokenBucket.perSecond(0, 1));
    assertThrows(IllegalArgumentException.class, () -> TokenBucket.perSecond(1, 0));
    assertThrows(IllegalArgumentException.class, () -> TokenBucket.perSecond(1L << 40, 1));
    assertThrows(IllegalArgumentException.class, () -> TokenBucket.perWindow(1, 0));
  }
}
