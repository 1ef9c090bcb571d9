package dev.haishin.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Delays against their closed forms; means are taken over a grid of the unit interval. */
class BackoffTest {
  private static final long SECOND = 1_000_000_000L;
  private static final long BASE = SECOND;
  private static final long CAP = 60 * SECOND;
  private static final int GRID_BITS = 12;
  private static final double RELATIVE = 1e-6;

  @Test
  void noneRetriesAtOnce() {
    assertEquals(0, delay(Backoff.NONE, 1, 0, -1));
    assertEquals(0, delay(Backoff.NONE, 30, 0, -1));
  }

  @Test
  void exponentialDoublesUpToTheCap() {
    long[] seconds = {1, 2, 4, 8, 16, 32, 60, 60};
    for (int i = 0; i < seconds.length; i++) {
      assertEquals(seconds[i] * SECOND, delay(Backoff.EXPONENTIAL, i + 1, 0, 0));
    }
  }

  @Test
  void fullJitterIsUniformFromZeroToTheCeiling() {
    for (int attempts = 1; attempts < 10; attempts++) {
      long ceiling = Math.min(CAP, BASE << (attempts - 1));
      int made = attempts;
      assertEquals(0, delay(Backoff.FULL_JITTER, made, 0, 0));
      assertEquals(ceiling, delay(Backoff.FULL_JITTER, made, 0, -1));
      assertMean(ceiling / 2.0, bits -> delay(Backoff.FULL_JITTER, made, 0, bits));
    }
  }

  @Test
  void theFirstFullJitterRetryComesWithinTheBase() {
    assertEquals(BASE, delay(Backoff.FULL_JITTER, 1, 0, -1));
    assertEquals(2 * BASE, delay(Backoff.FULL_JITTER, 2, 0, -1));
  }

  @Test
  void equalJitterIsUniformOverTheUpperHalf() {
    for (int attempts = 1; attempts < 10; attempts++) {
      long ceiling = Math.min(CAP, BASE << (attempts - 1));
      int made = attempts;
      assertEquals(ceiling / 2, delay(Backoff.EQUAL_JITTER, made, 0, 0));
      assertEquals(ceiling, delay(Backoff.EQUAL_JITTER, made, 0, -1));
      assertMean(0.75 * ceiling, bits -> delay(Backoff.EQUAL_JITTER, made, 0, bits));
    }
  }

  @Test
  void decorrelatedGrowsFromThePreviousDelay() {
    assertEquals(BASE, delay(Backoff.DECORRELATED, 1, 0, 0));
    assertEquals(3 * BASE, delay(Backoff.DECORRELATED, 1, 0, -1));
    assertEquals(15 * BASE, delay(Backoff.DECORRELATED, 2, 5 * BASE, -1));
    assertEquals(CAP, delay(Backoff.DECORRELATED, 3, 50 * BASE, -1));
    assertMean(2.0 * BASE, bits -> delay(Backoff.DECORRELATED, 1, 0, bits));
    // E[d2] = (base + 3 E[d1]) / 2
    assertMean(
        3.5 * BASE,
        bits -> {
          long first = delay(Backoff.DECORRELATED, 1, 0, bits << (GRID_BITS / 2));
          return delay(Backoff.DECORRELATED, 2, first, bits);
        },
        1e-2);
  }

  @ParameterizedTest
  @EnumSource(Backoff.class)
  void noRuleOverflowsOrExceedsTheCap(Backoff backoff) {
    long cap = Backoff.MAX_CAP_NS;
    RetryPolicy policy = new RetryPolicy(backoff, 3, cap, Integer.MAX_VALUE);
    for (int made : new int[] {1, 2, 58, 59, 60, 63, 64, 65, 1000, Integer.MAX_VALUE}) {
      for (long bits : new long[] {0, 1, Long.MAX_VALUE, Long.MIN_VALUE, -1}) {
        long delayNs = policy.delayNs(made, cap, bits);
        assertTrue(
            delayNs >= 0 && delayNs <= cap, () -> backoff + " after " + made + ": " + delayNs);
      }
    }
  }

  @Test
  void theCeilingIsExactNextToTheCap() {
    assertEquals(6, new RetryPolicy(Backoff.EXPONENTIAL, 3, 7, 9).delayNs(2, 0, 0));
    assertEquals(7, new RetryPolicy(Backoff.EXPONENTIAL, 2, 7, 9).delayNs(3, 0, 0));
    assertEquals(4, new RetryPolicy(Backoff.EXPONENTIAL, 1, 7, 9).delayNs(3, 0, 0));
  }

  @Test
  void attemptsAreCountedWithTheFirst() {
    RetryPolicy policy = new RetryPolicy(Backoff.NONE, 1, 1, 3);
    assertTrue(policy.allowsAnother(2));
    assertFalse(policy.allowsAnother(3));
  }

  @ParameterizedTest
  @EnumSource(Backoff.class)
  void aReconnectBeginsLikeAFirstRetry(Backoff backoff) {
    ReconnectPolicy reconnect = new ReconnectPolicy(backoff, BASE, CAP);
    for (int failed = 0; failed < 8; failed++) {
      long bits = failed * 0x9e3779b97f4a7c15L;
      assertEquals(
          delay(backoff, failed + 1, 3 * BASE, bits), reconnect.delayNs(failed, 3 * BASE, bits));
    }
  }

  @Test
  void boundsAreChecked() {
    assertThrows(IllegalArgumentException.class, () -> new ReconnectPolicy(Backoff.NONE, 0, 1));
    assertThrows(IllegalArgumentException.class, () -> new ReconnectPolicy(Backoff.NONE, 2, 1));
    assertThrows(
        IllegalArgumentException.class,
        () -> new RetryPolicy(Backoff.NONE, 1, Backoff.MAX_CAP_NS + 1, 1));
    assertThrows(IllegalArgumentException.class, () -> new RetryPolicy(Backoff.NONE, 1, 1, 0));
  }

  /**
   * Five layers that each try three times put 3^5 = 243 times the load on what lies below (Amazon
   * Builders' Library, "Timeouts, retries, and backoff with jitter").
   */
  @Test
  void fiveLayersOfThreeTriesMultiplyTheLoadBy243() {
    assertEquals(243, leafAttempts(5, new RetryPolicy(Backoff.NONE, 1, 1, 3)));
    assertEquals(32, leafAttempts(5, new RetryPolicy(Backoff.NONE, 1, 1, 2)));
    assertEquals(1, leafAttempts(5, new RetryPolicy(Backoff.NONE, 1, 1, 1)));
  }

  private static int leafAttempts(int layers, RetryPolicy policy) {
    if (layers == 0) {
      return 1;
    }
    int leaves = 0;
    int made = 0;
    do {
      leaves += leafAttempts(layers - 1, policy);
      made++;
    } while (policy.allowsAnother(made));
    return leaves;
  }

  private static long delay(Backoff backoff, int attemptsMade, long previousNs, long bits) {
    return new RetryPolicy(backoff, BASE, CAP, 100).delayNs(attemptsMade, previousNs, bits);
  }

  private static void assertMean(double expected, LongUnaryOperator delayOfBits) {
    assertMean(expected, delayOfBits, RELATIVE);
  }

  private static void assertMean(double expected, LongUnaryOperator delayOfBits, double relative) {
    double sum = 0;
    for (long i = 0; i < 1 << GRID_BITS; i++) {
      sum += delayOfBits.applyAsLong((2 * i + 1) << (63 - GRID_BITS));
    }
    assertEquals(expected, sum / (1 << GRID_BITS), expected * relative);
  }
}
