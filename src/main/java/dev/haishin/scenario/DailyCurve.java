package dev.haishin.scenario;

/**
 * The course of an ordinary day of consumer chat: trough from 03:00 to 05:00 at a tenth of the
 * peak, a bump at lunch, the maximum from 20:00 to 23:00 (row S04), the peak 1.7 times the mean
 * (row S01).
 */
final class DailyCurve {
  private static final long HOUR_NS = 3_600_000_000_000L;
  private static final int HOURS = 24;

  /** Relative height at each full hour, in hundredths; straight between. They add up to 2400. */
  private static final int[] HUNDREDTHS = {
    110, 62, 35, 21, 17, 21, 42, 75, 95, 100, 104, 110,
    130, 115, 102, 102, 106, 116, 130, 148, 165, 170, 166, 158
  };

  private DailyCurve() {}

  /**
   * The curve of a run.
   *
   * @param startNsOfDay local time of day at t=0
   * @param durationNs up to which it reaches at least
   */
  static Curve from(long startNsOfDay, long durationNs) {
    long firstHour = startNsOfDay / HOUR_NS;
    long lastHour = (startNsOfDay + durationNs) / HOUR_NS + 1;
    int points = Math.toIntExact(lastHour - firstHour) + 1;
    long[] timesNs = new long[points];
    double[] factors = new double[points];
    for (int i = 0; i < points; i++) {
      long hour = firstHour + i;
      timesNs[i] = hour * HOUR_NS - startNsOfDay;
      factors[i] = HUNDREDTHS[(int) (hour % HOURS)] / 100.0;
    }
    return new Curve(timesNs, factors);
  }
}
