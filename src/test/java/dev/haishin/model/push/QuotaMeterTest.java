package dev.haishin.model.push;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Quotas window by window, counted by hand. */
class QuotaMeterTest {
  private static final long SECOND_NS = 1_000_000_000;

  @Test
  void aWindowStartsFullAndKeepsNothingOfTheOneBefore() {
    QuotaMeter quota = new QuotaMeter(Quota.of(0.5, 10 * SECOND_NS));
    assertEquals(5, taken(quota, 9, 100));
    assertEquals(2, taken(quota, 10, 2));
    assertEquals(5, taken(quota, 20, 100));
    assertEquals(0, taken(quota, 29, 100));
    assertEquals(5, taken(quota, 1_000, 100));
  }

  @Test
  void theDefaultOfFcmIsSixHundredThousandAMinute() {
    QuotaMeter quota = new QuotaMeter(Quota.of(600_000 / 60.0, 60 * SECOND_NS));
    assertEquals(600_000, taken(quota, 59, 700_000));
    assertEquals(600_000, taken(quota, 60, 700_000));
  }

  @Test
  void noQuotaRefusesNothingAndAQuotaOfZeroEverything() {
    QuotaMeter none = new QuotaMeter(Quota.none());
    QuotaMeter closed = new QuotaMeter(Quota.of(0, SECOND_NS));
    for (long second = 0; second < 86_400; second += 60) {
      assertTrue(none.take(second * SECOND_NS));
      assertFalse(closed.take(second * SECOND_NS));
    }
  }

  @Test
  void refusesNegativeRatesAndEmptyWindows() {
    assertThrows(IllegalArgumentException.class, () -> Quota.of(-1, SECOND_NS));
    assertThrows(IllegalArgumentException.class, () -> Quota.of(1, -1));
  }

  @Test
  void aSteadyQuotaGivesASecondsWorthAtOnceAndThenItsRate() {
    QuotaMeter quota = new QuotaMeter(Quota.of(2.5, 0));
    assertEquals(2, taken(quota, 0, 100));
    int taken = 0;
    for (long ms = 1; ms <= 100_000; ms++) {
      taken += quota.take(ms * SECOND_NS / 1_000) ? 1 : 0;
    }
    assertEquals(250, taken);
    assertEquals(2, taken(quota, 1_000_000, 100));
  }

  @Test
  void aSteadyQuotaBelowOneASecondHoldsOneRequest() {
    QuotaMeter quota = new QuotaMeter(Quota.of(1.0 / 60, 0));
    assertEquals(1, taken(quota, 0, 100));
    assertEquals(0, taken(quota, 59, 100));
    assertEquals(1, taken(quota, 60, 100));
    assertEquals(1, taken(quota, 86_400, 100));
    assertFalse(new QuotaMeter(Quota.of(0, 0)).take(SECOND_NS));
  }

  @Test
  void theLargestSteadyQuotaDoesNotOverflow() {
    QuotaMeter quota = new QuotaMeter(Quota.of(99_999_999, 0));
    assertEquals(1_000_000, taken(quota, 0, 1_000_000));
    assertEquals(1_000_000, taken(quota, 86_400, 1_000_000));
    assertEquals(Quota.none(), Quota.of(Double.POSITIVE_INFINITY, 0));
  }

  private static int taken(QuotaMeter quota, long second, int asked) {
    int taken = 0;
    for (int i = 0; i < asked; i++) {
      taken += quota.take(second * SECOND_NS) ? 1 : 0;
    }
    return taken;
  }
}
