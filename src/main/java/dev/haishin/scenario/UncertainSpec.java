package dev.haishin.scenario;

import dev.haishin.engine.Distribution;
import java.math.BigDecimal;
import java.math.MathContext;

/** An assumption that nobody knows exactly: a path of the scenario and the law of its value. */
public final class UncertainSpec {
  private static final MathContext DIGITS = new MathContext(6);

  private final String path;
  private final Units units;
  private final Distribution steps;
  private final BigDecimal stepsAUnit;

  UncertainSpec(String path, Units units, Distribution steps, long stepsAUnit) {
    this.path = path;
    this.units = units;
    this.steps = steps;
    this.stepsAUnit = BigDecimal.valueOf(stepsAUnit);
  }

  /** How many steps of a distribution make a unit: 1 for what is whole in canonical units. */
  static long stepsAUnit(Units units) {
    return switch (units) {
      case DURATION, COUNT, SIZE, BANDWIDTH -> 1;
      case FRACTION, FACTOR -> 1_000_000_000;
      default -> 1_000_000;
    };
  }

  /** What is uncertain, {@code gateways.frame-out-cost}. */
  public String path() {
    return path;
  }

  /**
   * One value, as a file would write it, to six significant digits where it is no count.
   *
   * @param bits 64 uniform bits; larger ones never give a smaller value, in a mixture within each
   *     part
   */
  public String valueAt(long bits) {
    BigDecimal value = BigDecimal.valueOf(steps.valueAt(bits)).divide(stepsAUnit);
    return units.text(units == Units.COUNT ? value : value.round(DIGITS));
  }
}
