package dev.haishin.results;

/** Answers about one counter. */
final class CounterReadings {
  private static final double NS_PER_SECOND = 1e9;

  private final long[] counts;
  private final Intervals intervals;

  /**
   * @param counts by row of the timeline
   */
  CounterReadings(long[] counts, Intervals intervals) {
    this.counts = counts.clone();
    this.intervals = intervals;
  }

  /** The same of two counters together. */
  CounterReadings plus(CounterReadings other) {
    CounterReadings sum = new CounterReadings(counts, intervals);
    for (int i = 0; i < counts.length; i++) {
      sum.counts[i] += other.counts[i];
    }
    return sum;
  }

  Reading read(MetricQuery query) {
    Rows rows = Rows.of(query, intervals);
    if (rows.isEmpty()) {
      return Reading.unknown("no whole interval of the measured part lies in the window");
    }
    return Reading.of(
        switch (query.statistic().type()) {
          case COUNT -> total(rows);
          case PER_SECOND -> total(rows) * NS_PER_SECOND / intervals.spanNs(rows.from(), rows.to());
          default -> peak(rows);
        });
  }

  /** Things a second in a row of the timeline. */
  double perSecond(int index) {
    return counts[index] * NS_PER_SECOND / intervals.lengthNs(index);
  }

  private double total(Rows rows) {
    long total = 0;
    for (int i = rows.from(); i < rows.to(); i++) {
      total += counts[i];
    }
    return total;
  }

  private double peak(Rows rows) {
    boolean onlyWhole = rows.anyWhole(intervals);
    double peak = 0;
    for (int i = rows.from(); i < rows.to(); i++) {
      if (!onlyWhole || intervals.isWhole(i)) {
        peak = Math.max(peak, perSecond(i));
      }
    }
    return peak;
  }
}
