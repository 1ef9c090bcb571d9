package dev.haishin.report;

import java.util.ArrayList;
import java.util.List;

/**
 * Equal steps of 1, 2 or 5 times a power of ten, from zero or the last step below the data to the
 * first step above it.
 */
final class LinearScale implements Scale {
  private static final int STEPS_WANTED = 4;

  private final double start;
  private final double end;
  private final double step;
  private final String unit;

  private LinearScale(double start, double end, double step, String unit) {
    this.start = start;
    this.end = end;
    this.step = step;
    this.unit = unit;
  }

  /** An axis from zero that shows {@code highest}; one of height 1 when there is no such value. */
  static LinearScale upTo(double highest, String unit) {
    return ofSteps(STEPS_WANTED, highest, unit);
  }

  /** The same in about so many steps, for plots of little height. */
  static LinearScale ofSteps(int stepsWanted, double highest, String unit) {
    double top = Double.isFinite(highest) && highest > 0 ? highest : 1;
    double step = niceStep(top / stepsWanted);
    return new LinearScale(0, step * StrictMath.ceil(top / step - 1e-9), step, unit);
  }

  /** An axis that need not begin at zero, with a step's room on either side of the data. */
  static LinearScale between(double lowest, double highest, String unit) {
    double spread = highest > lowest ? highest - lowest : Math.max(Math.abs(highest), 1) / 10;
    double step = niceStep(spread / STEPS_WANTED);
    double from = step * (StrictMath.floor(lowest / step + 1e-9) - 1);
    double start = lowest >= 0 ? Math.max(0, from) : from;
    double end = step * (StrictMath.ceil(highest / step - 1e-9) + 1);
    return new LinearScale(start, end, step, unit);
  }

  /** An axis with an end that the data does not choose, such as 100%. */
  static LinearScale fixed(double end, double step, String unit) {
    return new LinearScale(0, end, step, unit);
  }

  /** The smallest of 1, 2 and 5 times a power of ten that is at least {@code atLeast}. */
  static double niceStep(double atLeast) {
    double power = StrictMath.pow(10, StrictMath.floor(StrictMath.log10(atLeast)));
    for (int factor : new int[] {1, 2, 5}) {
      if (factor * power >= atLeast * (1 - 1e-9)) {
        return factor * power;
      }
    }
    return 10 * power;
  }

  /** From the start of the axis to its end. */
  double length() {
    return end - start;
  }

  @Override
  public double position(double value) {
    return Math.max(0, Math.min(1, (value - start) / (end - start)));
  }

  @Override
  public List<Tick> ticks() {
    List<Tick> ticks = new ArrayList<>();
    for (int i = 0; i * step <= length() * (1 + 1e-9); i++) {
      double value = start + i * step;
      ticks.add(new Tick(position(value), Quantity.tick(value, unit)));
    }
    return ticks;
  }
}
