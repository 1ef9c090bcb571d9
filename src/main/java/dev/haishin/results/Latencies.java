package dev.haishin.results;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import org.HdrHistogram.Histogram;

/**
 * A distribution of latencies: percentiles to three significant digits from a histogram, and beside
 * it the exact count, extremes and first two moments.
 *
 * <p>The histogram covers 1 ns to 24 h; what takes longer counts as 24 h there, and as what it is
 * everywhere else.
 */
public final class Latencies {
  static final long HIGHEST_NS = 24L * 3600 * 1_000_000_000;

  private static final int DIGITS = 3;

  private final Histogram histogram = new Histogram(1, HIGHEST_NS, DIGITS);
  private final ExactSum sum = new ExactSum();
  private final ExactSum squares = new ExactSum();
  private long count;
  private long minNs = Long.MAX_VALUE;
  private long maxNs;

  /** Nothing recorded. */
  Latencies() {}

  void record(long valueNs) {
    if (valueNs < 0) {
      throw new IllegalArgumentException("negative latency of " + valueNs + " ns");
    }
    histogram.recordValue(Math.min(valueNs, HIGHEST_NS));
    count++;
    sum.add(valueNs);
    squares.addSquare(valueNs);
    minNs = Math.min(minNs, valueNs);
    maxNs = Math.max(maxNs, valueNs);
  }

  /** A new distribution of the values of both. */
  public static Latencies sum(Latencies one, Latencies other) {
    Latencies sum = new Latencies();
    sum.addAll(one);
    sum.addAll(other);
    return sum;
  }

  void addAll(Latencies other) {
    histogram.add(other.histogram);
    count += other.count;
    sum.addAll(other.sum);
    squares.addAll(other.squares);
    minNs = Math.min(minNs, other.minNs);
    maxNs = Math.max(maxNs, other.maxNs);
  }

  /** How many were recorded. */
  public long count() {
    return count;
  }

  /** The smallest, exactly. */
  public long minNs() {
    return minNs;
  }

  /** The largest, exactly. */
  public long maxNs() {
    return maxNs;
  }

  /** The histogram that percentiles come from; not to be changed. */
  public Histogram histogram() {
    return histogram;
  }

  /** The smallest recorded value that {@code percentile} percent do not exceed, to three digits. */
  public long percentileNs(double percentile) {
    long valueNs = histogram.getValueAtPercentile(percentile);
    return Math.max(minNs, Math.min(maxNs, valueNs));
  }

  /** The mean, rounded once. */
  public double meanNs() {
    return quotient(sum.value(), BigInteger.valueOf(count));
  }

  /** The standard deviation of the recorded values themselves (divided by n). */
  public double stddevNs() {
    BigInteger n = BigInteger.valueOf(count);
    BigInteger total = sum.value();
    BigInteger spread = n.multiply(squares.value()).subtract(total.multiply(total));
    return Math.sqrt(quotient(spread, n.multiply(n)));
  }

  private static double quotient(BigInteger dividend, BigInteger divisor) {
    return new BigDecimal(dividend)
        .divide(new BigDecimal(divisor), MathContext.DECIMAL128)
        .doubleValue();
  }
}
