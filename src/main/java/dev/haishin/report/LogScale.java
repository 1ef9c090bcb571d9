package dev.haishin.report;

import java.util.ArrayList;
import java.util.List;

/** Equal ratios take equal lengths: latencies of milliseconds and of minutes on one axis. */
final class LogScale implements Scale {
  private static final int DECADES_WITH_STEPS = 3;

  private final double low;
  private final double high;
  private final String unit;

  private LogScale(double low, double high, String unit) {
    this.low = low;
    this.high = high;
    this.unit = unit;
  }

  /** An axis from the 1, 2 or 5 at or below {@code lowest} to the one at or above the highest. */
  static LogScale covering(double lowest, double highest, String unit) {
    double from = Double.isFinite(lowest) && lowest > 0 ? lowest : 1;
    double to = Double.isFinite(highest) && highest > from ? highest : from * 10;
    double low = 1 / LinearScale.niceStep(1 / from);
    double high = LinearScale.niceStep(to);
    return new LogScale(low, high > low * 1.5 ? high : low * 10, unit);
  }

  double low() {
    return low;
  }

  double high() {
    return high;
  }

  @Override
  public double position(double value) {
    if (!(value > low)) {
      return 0;
    }
    return Math.min(1, StrictMath.log(value / low) / StrictMath.log(high / low));
  }

  @Override
  public List<Tick> ticks() {
    boolean steps = StrictMath.log10(high / low) <= DECADES_WITH_STEPS;
    List<Tick> ticks = new ArrayList<>();
    int firstDecade = (int) StrictMath.floor(StrictMath.log10(low) + 1e-9);
    int lastDecade = (int) StrictMath.ceil(StrictMath.log10(high) - 1e-9);
    for (int decade = firstDecade; decade <= lastDecade; decade++) {
      for (int factor : new int[] {1, 2, 5}) {
        double value = factor * StrictMath.pow(10, decade);
        if (value < low * (1 - 1e-9) || value > high * (1 + 1e-9) || (factor > 1 && !steps)) {
          continue;
        }
        ticks.add(new Tick(position(value), Quantity.tick(value, unit)));
      }
    }
    return ticks;
  }
}
