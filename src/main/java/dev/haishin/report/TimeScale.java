package dev.haishin.report;

import java.util.ArrayList;
import java.util.List;

/** Simulated time from zero to the end of the run, in the words of the scenario language. */
final class TimeScale implements Scale {
  private static final int STEPS_WANTED = 7;
  private static final int[] STEPS_SECONDS = {
    1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14_400, 21_600, 43_200, 86_400
  };

  private final double endSeconds;

  TimeScale(double endSeconds) {
    if (!(endSeconds > 0)) {
      throw new IllegalArgumentException("a time axis needs an end after zero, not " + endSeconds);
    }
    this.endSeconds = endSeconds;
  }

  @Override
  public double position(double seconds) {
    return Math.max(0, Math.min(1, seconds / endSeconds));
  }

  @Override
  public List<Tick> ticks() {
    int step = STEPS_SECONDS[0];
    for (int candidate : STEPS_SECONDS) {
      step = candidate;
      if (endSeconds / candidate <= STEPS_WANTED) {
        break;
      }
    }
    while (endSeconds / step > 2 * STEPS_WANTED) {
      step *= 2;
    }
    List<Tick> ticks = new ArrayList<>();
    for (int second = 0; second <= endSeconds; second += step) {
      ticks.add(new Tick(position(second), Quantity.clock(second)));
    }
    return ticks;
  }
}
