package dev.haishin.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Percentiles and moments against hand-worked values and HdrHistogram's published cases. */
class LatenciesTest {
  private static final long MS = 1_000_000;
  private static final long SECOND = 1_000 * MS;

  @Test
  void percentilesFollowTheEdgeRuleOfHdrHistogram() {
    Latencies two = of(1, 2);
    assertEquals(1, two.percentileNs(50.0));
    assertEquals(1, two.percentileNs(50.00000000000001));
    assertEquals(2, two.percentileNs(50.0000000000001));
    assertEquals(2, of(1, 2, 2, 2, 2).percentileNs(25));
  }

  @Test
  void aPauseInAClosedLoopHidesInOneSample() {
    Latencies raw = new Latencies();
    for (int i = 0; i < 10_000; i++) {
      raw.record(MS);
    }
    raw.record(100 * SECOND);
    assertEquals(10_001, raw.count());
    assertWithin(0.001, MS, raw.percentileNs(99.99));
    assertWithin(0.001, 100 * SECOND, raw.percentileNs(99.999));
    // (10,000 x 1 ms + 100,000 ms) / 10,001, exactly.
    assertEquals(10_998_900.109989, raw.meanNs(), 1e-6);
  }

  /** The same pause as arrivals every 10 ms feel it: HdrHistogramDataAccessTest, corrected. */
  @Test
  void aPauseInAnOpenLoopShowsInEveryUpperPercentile() {
    Latencies open = new Latencies();
    for (int i = 0; i < 10_000; i++) {
      open.record(MS);
      open.record(100 * SECOND - 10 * MS * i);
    }
    assertEquals(20_000, open.count());
    assertWithin(0.001, MS, open.percentileNs(50));
    assertWithin(0.001, 50 * SECOND, open.percentileNs(75));
    assertWithin(0.001, 80 * SECOND, open.percentileNs(90));
    assertWithin(0.001, 98 * SECOND, open.percentileNs(99));
    assertWithin(0.001, 100 * SECOND, open.percentileNs(100));
    assertEquals(25_003_000_000.0, open.meanNs(), 1e-3);
  }

  @Test
  void momentsAreExact() {
    Latencies latencies = of(2, 4, 4, 4, 5, 5, 7, 9);
    assertEquals(5.0, latencies.meanNs());
    assertEquals(2.0, latencies.stddevNs());
    assertEquals(2, latencies.minNs());
    assertEquals(9, latencies.maxNs());
  }

  /**
   * Two values a nanosecond apart at ten hours: sums of squares in doubles would give 0 or worse.
   */
  @Test
  void theDeviationSurvivesALargeMean() {
    long tenHours = 36_000 * SECOND;
    assertEquals(0.5, of(tenHours, tenHours + 1).stddevNs());
  }

  @Test
  void whatExceedsTheHistogramKeepsItsExactMaximumAndMean() {
    long twoDays = 2 * Latencies.HIGHEST_NS;
    Latencies latencies = of(twoDays);
    assertEquals(twoDays, latencies.maxNs());
    assertEquals((double) twoDays, latencies.meanNs());
    assertWithin(0.001, Latencies.HIGHEST_NS, latencies.histogram().getMaxValue());
  }

  @Test
  void percentilesNeverExceedTheExactExtremes() {
    Latencies latencies = of(1_000_001, 1_000_001);
    assertEquals(1_000_001, latencies.percentileNs(99));
  }

  @Test
  void aNegativeLatencyIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> of(-1));
  }

  private static Latencies of(long... valuesNs) {
    Latencies latencies = new Latencies();
    for (long valueNs : valuesNs) {
      latencies.record(valueNs);
    }
    return latencies;
  }

  private static void assertWithin(double relative, long expected, long actual) {
    assertTrue(
        Math.abs(actual - expected) <= relative * expected, expected + " expected, was " + actual);
  }
}
