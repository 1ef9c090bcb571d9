package dev.haishin.results.file;

import dev.haishin.results.Latencies;
import dev.haishin.results.Unit;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramIterationValue;

/**
 * Writes HdrHistogram's percentile format ({@code .hgrm}), values in milliseconds: five ticks in
 * each half of the way to 100%, which are worked out in integers.
 */
final class PercentileText {
  private static final int TICKS_PER_HALF = 5;
  private static final long FULL = 2 * TICKS_PER_HALF;
  private static final int NS_DECIMALS = 6;
  private static final int FRACTION_DECIMALS = 12;
  private static final long FRACTION_UNITS = 1_000_000_000_000L;
  private static final int VALUE_WIDTH = 12;
  private static final int INVERSE_WIDTH = 15;

  private final Histogram histogram;
  private final StringBuilder text = new StringBuilder();

  private PercentileText(Histogram histogram) {
    this.histogram = histogram;
  }

  static String of(Latencies latencies) {
    PercentileText lines = new PercentileText(latencies.histogram());
    lines.text.append("       Value     Percentile TotalCount 1/(1-Percentile)\n\n");
    lines.ticks();
    lines.moments(latencies);
    return lines.text.toString();
  }

  /**
   * A line for each tick that is reached: of those that the last value reaches, the first alone,
   * and then the whole. A tick is the fraction 1 - beyond/whole: whole is 10, 20, 40... and beyond
   * falls from 10 to 6 in each half.
   */
  private void ticks() {
    long total = histogram.getTotalCount();
    long whole = FULL;
    long beyond = FULL;
    long seen = 0;
    for (HistogramIterationValue step : histogram.recordedValues()) {
      seen += step.getCountAddedInThisIterationStep();
      long valueNs = histogram.highestEquivalentValue(step.getValueIteratedTo());
      while (seen >= total - beyond * total / whole) {
        line(valueNs, FRACTION_UNITS - halfDown(beyond * FRACTION_UNITS, whole), seen);
        String inverse = Decimal.scaled(halfUp(100 * whole, beyond), 2);
        text.append(Decimal.right(inverse, INVERSE_WIDTH)).append('\n');
        beyond--;
        if (beyond == FULL - TICKS_PER_HALF) {
          beyond = FULL;
          whole *= 2;
        }
        if (seen == total) {
          break;
        }
      }
      if (seen == total) {
        line(valueNs, FRACTION_UNITS, seen);
        text.append('\n');
      }
    }
  }

  private void line(long valueNs, long fraction, long seen) {
    text.append(Decimal.right(Decimal.scaled(valueNs, NS_DECIMALS), VALUE_WIDTH)).append(' ');
    text.append(Decimal.scaled(fraction, FRACTION_DECIMALS)).append(' ');
    text.append(Decimal.right(Long.toString(seen), 10));
  }

  private void moments(Latencies latencies) {
    String mean = Decimal.fixed(Unit.DURATION.printed(latencies.meanNs()), NS_DECIMALS);
    String deviation = Decimal.fixed(Unit.DURATION.printed(latencies.stddevNs()), NS_DECIMALS);
    String max = Decimal.scaled(latencies.maxNs(), NS_DECIMALS);
    footer("Mean    ", mean, "StdDeviation  ", deviation);
    footer("Max     ", max, "Total count   ", Long.toString(latencies.count()));
  }

  private void footer(String left, String first, String right, String second) {
    text.append("#[").append(left).append("= ").append(Decimal.right(first, VALUE_WIDTH));
    text.append(", ").append(right).append("= ").append(Decimal.right(second, VALUE_WIDTH));
    text.append("]\n");
  }

  private static long halfUp(long dividend, long divisor) {
    return (dividend + divisor / 2) / divisor;
  }

  private static long halfDown(long dividend, long divisor) {
    return (dividend + (divisor - 1) / 2) / divisor;
  }
}
