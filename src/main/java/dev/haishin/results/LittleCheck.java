package dev.haishin.results;

/**
 * Little's law on one class of stations: the mean number of jobs there is the arrival rate times
 * the mean time they stay.
 *
 * <p>The tolerance is four standard errors of the count at the marks. Given the course of the run,
 * a count differs from its row's mean by an error of its own, independent from row to row; its
 * variance is taken from the difference seen, and is at least that of a whole number with such a
 * mean.
 *
 * @param path the station class, {@code gateway.cpu}
 * @param arrivals in the measured part
 * @param spanNs how long that is
 * @param occupancyAtMarks mean number of jobs, counted from arrivals and departures
 * @param occupancyFromSojourns arrival rate times mean sojourn, both within the measured part
 * @param tolerance how far apart the two may be by chance
 */
public record LittleCheck(
    String path,
    long arrivals,
    long spanNs,
    double occupancyAtMarks,
    double occupancyFromSojourns,
    double tolerance) {
  static final double STANDARD_ERRORS = 4;

  /** Rounding alone can make this much of a difference, relative to the occupancy. */
  private static final double ROUNDING = 1e-9;

  /** Whether the two agree. */
  public boolean holds() {
    double rounding = ROUNDING * Math.max(1, Math.abs(occupancyFromSojourns));
    return Math.abs(occupancyAtMarks - occupancyFromSojourns) <= tolerance + rounding;
  }
}
