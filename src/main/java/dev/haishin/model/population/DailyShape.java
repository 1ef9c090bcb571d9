package dev.haishin.model.population;

/**
 * The course of a day, mean 1: trough at 04:00, a bump at lunch, most at 21:00.
 *
 * <p>Hourly values after facts.md S04 (trough 0.1 to 0.2 of the peak at 03:00 to 05:00, lunch bump,
 * maximum 20:00 to 23:00) with the peak at 1.7 times the mean (S01), linear in between.
 */
public final class DailyShape implements LoadShape {
  private static final long HOUR_NS = 3_600_000_000_000L;
  private static final double[] BY_HOUR = {
    0.80, 0.50, 0.32, 0.24, 0.22, 0.28, 0.48, 0.80, 1.00, 1.05, 1.06, 1.10,
    1.36, 1.26, 1.08, 1.06, 1.10, 1.20, 1.32, 1.46, 1.62, 1.70, 1.62, 1.25,
  };

  private final long offsetNs;
  private final double scale;

  /**
   * The day as a region lives it.
   *
   * @param timeOfDayNs local time of day at t = 0
   */
  public DailyShape(long timeOfDayNs) {
    this.offsetNs = timeOfDayNs;
    double sum = 0;
    for (double value : BY_HOUR) {
      sum += value;
    }
    this.scale = BY_HOUR.length / sum;
  }

  @Override
  public double factor(long atNs) {
    long ofDay = Math.floorMod(atNs + offsetNs, 24 * HOUR_NS);
    int hour = (int) (ofDay / HOUR_NS);
    double along = (double) (ofDay % HOUR_NS) / HOUR_NS;
    double next = BY_HOUR[(hour + 1) % 24];
    return scale * (BY_HOUR[hour] + along * (next - BY_HOUR[hour]));
  }

  @Override
  public double most() {
    return scale * 1.70;
  }
}
