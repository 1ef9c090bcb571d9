package dev.haishin.results;

/**
 * Jobs in a class of stations, known in two ways that Little's law says are the same: counted from
 * arrivals and departures at one mark a row, and as arrival rate times mean sojourn.
 *
 * <p>A row's mark stands at an instant of the row that is fixed but as good as random, for load
 * with a period of its own (ticks of a cohort, batches) would always show the same face to marks at
 * full seconds. The count at such a mark is an unbiased sample of the row's mean occupancy.
 */
final class Occupancy {
  private final Intervals intervals;
  private final long[] markNs;

  /** By mark: jobs that are there for the first time, less those that no longer are. */
  private final long[] change;

  /** By row: jobs from this row on that stay to its end, less those that do not. */
  private final long[] stays;

  /** By row: time spent by jobs, less full stays. */
  private final long[] partNs;

  private long arrivals;

  Occupancy(Intervals intervals) {
    this.intervals = intervals;
    int rows = intervals.count();
    markNs = new long[rows];
    change = new long[rows + 1];
    stays = new long[rows + 1];
    partNs = new long[rows];
    for (int i = 0; i < rows; i++) {
      markNs[i] = intervals.markNs(i);
    }
  }

  void visit(long arriveNs, long departNs) {
    long endNs = intervals.durationNs();
    if (arriveNs >= endNs) {
      return;
    }
    int in = intervals.index(arriveNs);
    stays[in]++;
    partNs[in] -= arriveNs - intervals.startNs(in);
    change[arriveNs > markNs[in] ? in + 1 : in]++;
    if (departNs < endNs) {
      int out = intervals.index(departNs);
      stays[out]--;
      partNs[out] += departNs - intervals.startNs(out);
      change[departNs > markNs[out] ? out + 1 : out]--;
    }
    if (in >= intervals.firstMeasured()) {
      arrivals++;
    }
  }

  /** Visits that begin and end in one row, on one side of its mark. */
  void visitsIn(long atNs, long jobs, long sojournNs) {
    int row = intervals.index(atNs);
    partNs[row] += sojournNs;
    if (row >= intervals.firstMeasured()) {
      arrivals += jobs;
    }
  }

  void addAll(Occupancy other) {
    for (int i = 0; i < change.length; i++) {
      change[i] += other.change[i];
      stays[i] += other.stays[i];
    }
    for (int i = 0; i < partNs.length; i++) {
      partNs[i] += other.partNs[i];
    }
    arrivals += other.arrivals;
  }

  /** Arrivals in the measured part. */
  long arrivals() {
    return arrivals;
  }

  /** Compares the two over the measured part. */
  LittleCheck check(String path) {
    long spanNs = intervals.spanNs(intervals.firstMeasured(), intervals.count());
    double atMarks = 0;
    double fromSojourns = 0;
    double variance = 0;
    long inside = 0;
    long staying = 0;
    for (int i = 0; i < intervals.count(); i++) {
      inside += change[i];
      staying += stays[i];
      if (i < intervals.firstMeasured()) {
        continue;
      }
      double mean = staying + (double) partNs[i] / intervals.lengthNs(i);
      double residual = inside - mean;
      double odd = mean - StrictMath.floor(mean);
      double weight = (double) intervals.lengthNs(i) / spanNs;
      atMarks += weight * inside;
      fromSojourns += weight * mean;
      variance += weight * weight * Math.max(residual * residual, odd * (1 - odd));
    }
    return new LittleCheck(
        path,
        arrivals,
        spanNs,
        atMarks,
        fromSojourns,
        LittleCheck.STANDARD_ERRORS * Math.sqrt(variance));
  }
}
