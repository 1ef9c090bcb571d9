package dev.haishin.results;

/**
 * How many samples make a statistic worth a verdict: 30 for a mean, and ten beyond a percentile.
 *
 * <p>Samples are messages. The recipients of one message share its way, so a thousand copies of one
 * say little more than one.
 */
final class SampleRule {
  private static final long FOR_MEAN = 30;
  private static final long BEYOND_PERCENTILE = 10;
  private static final int PER_PERCENT = 10_000;

  private SampleRule() {}

  /** Samples that a statistic needs. */
  static long needed(Statistic statistic) {
    return switch (statistic.type()) {
      case MEAN, STDDEV, WITHIN -> FOR_MEAN;
      case PERCENTILE -> {
        // In ten-thousandths of a percent, for 1 - 0.999 is not 0.001 to a double.
        long beyond = 100L * PER_PERCENT - Math.round(statistic.percentile() * PER_PERCENT);
        yield (BEYOND_PERCENTILE * 100 * PER_PERCENT + beyond - 1) / beyond;
      }
      case MIN, MAX, LAST -> 1;
      default -> 0;
    };
  }

  /**
   * Why a statistic cannot be told, or an empty text.
   *
   * @param samples how many there are
   */
  static String objection(Statistic statistic, long samples) {
    long needed = needed(statistic);
    return samples >= needed
        ? ""
        : "too few samples: " + samples + ", " + statistic.name() + " needs " + needed;
  }
}
