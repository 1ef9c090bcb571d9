package dev.haishin.results;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

/** The small histogram of an interval against HdrHistogram with as many digits. */
class IntervalCountsTest {
  @Test
  void bucketsAreThoseOfHdrHistogram() {
    IntervalCounts counts = new IntervalCounts();
    Histogram expected = new Histogram(1, Latencies.HIGHEST_NS, IntervalCounts.DIGITS);
    for (long edge = 1; edge < Latencies.HIGHEST_NS; edge *= 2) {
      for (long valueNs = edge - 1; valueNs <= edge + 1; valueNs++) {
        counts.record(valueNs);
        expected.recordValue(valueNs);
      }
    }
    for (long i = 0; i < 20_000; i++) {
      long valueNs = (Hash64.mix(i) >>> 1) % Latencies.HIGHEST_NS >>> (i % 40);
      counts.record(valueNs);
      expected.recordValue(valueNs);
    }
    assertEquals(expected, counts.histogram());
    assertEquals(expected.getTotalCount(), counts.total());
    for (double percentile : new double[] {1, 25, 50, 75, 90, 99, 99.9}) {
      assertEquals(expected.getValueAtPercentile(percentile), counts.percentileNs(percentile));
    }
  }

  @Test
  void twoAddUpWhereverTheirRangesLie() {
    IntervalCounts low = new IntervalCounts();
    IntervalCounts high = new IntervalCounts();
    IntervalCounts both = new IntervalCounts();
    for (long i = 0; i < 500; i++) {
      low.record(i);
      high.record(i * 1_000_000_007L);
      both.record(i * 1_000_000_007L);
      both.record(i);
    }
    IntervalCounts upwards = new IntervalCounts();
    upwards.addAll(new IntervalCounts());
    upwards.addAll(low);
    upwards.addAll(high);
    IntervalCounts downwards = new IntervalCounts();
    downwards.addAll(high);
    downwards.addAll(low);
    assertEquals(both.histogram(), upwards.histogram());
    assertEquals(both.histogram(), downwards.histogram());
    assertEquals(499 * 1_000_000_007L, downwards.maxNs());
  }
}
