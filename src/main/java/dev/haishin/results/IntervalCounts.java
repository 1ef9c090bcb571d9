package dev.haishin.results;

import java.util.Arrays;
import org.HdrHistogram.Histogram;

/**
 * The distribution of one interval, small: two significant digits in HdrHistogram's own buckets,
 * and memory for those between the lowest and the highest in use only.
 */
final class IntervalCounts {
  static final int DIGITS = 2;

  /** Halves of an octave's 256 steps, as HdrHistogram lays out two digits from 1 ns on. */
  private static final int HALF_BITS = 7;

  private static final int HALF = 1 << HALF_BITS;
  private static final long MASK = (HALF << 1) - 1;
  private static final int[] NOTHING = {};
  private static final int ROOM = 64;

  private int[] counts = NOTHING;
  private int base;
  private long total;
  private long maxNs;

  void record(long valueNs) {
    long shownNs = Math.min(valueNs, Latencies.HIGHEST_NS);
    int bucket = index(shownNs);
    if (bucket < base || bucket >= base + counts.length) {
      coverTo(bucket);
    }
    counts[bucket - base]++;
    total++;
    maxNs = Math.max(maxNs, valueNs);
  }

  void addAll(IntervalCounts other) {
    if (other.total == 0) {
      return;
    }
    coverTo(other.base);
    coverTo(other.base + other.counts.length - 1);
    for (int i = 0; i < other.counts.length; i++) {
      counts[other.base - base + i] += other.counts[i];
    }
    total += other.total;
    maxNs = Math.max(maxNs, other.maxNs);
  }

  long total() {
    return total;
  }

  long maxNs() {
    return maxNs;
  }

  /** What {@code percentile} percent do not exceed, to two digits; there must be something. */
  long percentileNs(double percentile) {
    long rank = Math.max(1, (long) StrictMath.ceil(percentile / 100 * total));
    long seen = 0;
    int bucket = -1;
    while (seen < rank) {
      seen += counts[++bucket];
    }
    return Math.min(maxNs, lowestNs(base + bucket + 1) - 1);
  }

  /** The same distribution in HdrHistogram's hands. */
  Histogram histogram() {
    Histogram histogram = new Histogram(1, Latencies.HIGHEST_NS, DIGITS);
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] > 0) {
        histogram.recordValueWithCount(lowestNs(base + i), counts[i]);
      }
    }
    return histogram;
  }

  private void coverTo(int bucket) {
    if (counts.length == 0) {
      base = Math.max(0, bucket - ROOM / 2);
      counts = new int[ROOM];
    }
    if (bucket < base) {
      int newBase = Math.max(0, bucket - ROOM);
      int[] wider = new int[base - newBase + counts.length];
      System.arraycopy(counts, 0, wider, base - newBase, counts.length);
      counts = wider;
      base = newBase;
    } else if (bucket >= base + counts.length) {
      counts = Arrays.copyOf(counts, bucket - base + ROOM);
    }
  }

  private static int index(long valueNs) {
    int octave = Long.SIZE - HALF_BITS - 1 - Long.numberOfLeadingZeros(valueNs | MASK);
    return (octave << HALF_BITS) + (int) (valueNs >>> octave);
  }

  private static long lowestNs(int index) {
    int octave = Math.max(0, (index >>> HALF_BITS) - 1);
    return (long) (index - (octave << HALF_BITS)) << octave;
  }
}
