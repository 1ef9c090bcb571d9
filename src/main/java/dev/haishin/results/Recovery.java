package dev.haishin.results;

/**
 * How many of the recipients of an interval's taps were reached within a second, and how long after
 * a failure that share was back.
 *
 * <p>It is back from the first interval on in which, taken together with those of the 30 seconds
 * from there, it is within one point of what it was in the 30 seconds before the failure. The
 * warm-up does not count, nor do taps of the last second of the run.
 */
final class Recovery {
  private static final long SOON_NS = 1_000_000_000L;
  private static final long STEADY_NS = 30_000_000_000L;
  private static final double ONE_POINT = 0.01;

  private final Intervals intervals;
  private final long[] pairs;
  private final long[] soon;

  Recovery(Intervals intervals) {
    this.intervals = intervals;
    pairs = new long[intervals.count()];
    soon = new long[intervals.count()];
  }

  void intended(long tapNs, long morePairs) {
    pairs[intervals.index(tapNs)] += morePairs;
  }

  void reached(long tapNs, long valueNs) {
    if (valueNs <= SOON_NS) {
      soon[intervals.index(tapNs)]++;
    }
  }

  void addAll(Recovery other) {
    for (int i = 0; i < pairs.length; i++) {
      pairs[i] += other.pairs[i];
      soon[i] += other.soon[i];
    }
  }

  /** How long after a failure the share was back, nanoseconds; unknown where it never was. */
  Reading timeNs(long failureNs) {
    int at = intervals.index(failureNs);
    int rows = rows();
    int from = Math.max(intervals.firstMeasured(), at - rows);
    if (from >= at || sum(pairs, from, at) == 0) {
      return Reading.unknown("nothing was measured before the failure");
    }
    double before = share(from, at);
    int end = intervals.index(Math.max(0, intervals.durationNs() - SOON_NS));
    for (int row = at; row + rows <= end; row++) {
      if (sum(pairs, row, row + rows) > 0 && share(row, row + rows) >= before - ONE_POINT) {
        return Reading.of(Math.max(0, intervals.startNs(row) - failureNs));
      }
    }
    return Reading.unknown("delivery.any.within(1s) was not back for 30 s before the run's end");
  }

  /**
   * How many more recipients than before were not reached within a second, of the taps from a
   * failure until the share was back, or until an instant or the end of the run if it never was.
   *
   * @return not a number where nothing was measured before
   */
  double lateRecipients(long failureNs, long untilNs) {
    int at = intervals.index(failureNs);
    int from = Math.max(intervals.firstMeasured(), at - rows());
    if (from >= at || sum(pairs, from, at) == 0) {
      return Double.NaN;
    }
    long endNs = Math.min(untilNs, Math.max(0, intervals.durationNs() - SOON_NS));
    Reading back = timeNs(failureNs);
    if (back.isKnown()) {
      endNs = Math.min(endNs, failureNs + (long) back.value().getAsDouble());
    }
    int end = intervals.index(endNs);
    double late = share(from, at) * sum(pairs, at, end) - sum(soon, at, end);
    return Math.max(0, Math.rint(late));
  }

  private int rows() {
    return (int) Math.max(1, STEADY_NS / intervals.lengthNs(Math.min(1, pairs.length - 1)));
  }

  private double share(int from, int to) {
    return (double) sum(soon, from, to) / sum(pairs, from, to);
  }

  private static long sum(long[] of, int from, int to) {
    long sum = 0;
    for (int i = from; i < to; i++) {
      sum += of[i];
    }
    return sum;
  }
}
