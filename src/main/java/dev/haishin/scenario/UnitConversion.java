package dev.haishin.scenario;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

/** How many of one unit of the language make another: 1000 {@code ms} are an {@code s}. */
public final class UnitConversion {
  private UnitConversion() {}

  /**
   * What a number in {@code from} is multiplied by to be one in {@code to}, to 34 digits.
   *
   * @param from a unit as a scenario writes it behind a number; empty for a bare one
   * @return empty where no quantity has both units
   */
  public static Optional<BigDecimal> factor(String from, String to) {
    if (from.equals(to)) {
      return Optional.of(BigDecimal.ONE);
    }
    for (Units quantity : Units.values()) {
      Optional<BigDecimal> one = quantity.factor(from);
      Optional<BigDecimal> other = quantity.factor(to);
      if (one.isPresent() && other.isPresent()) {
        return Optional.of(one.get().divide(other.get(), MathContext.DECIMAL128));
      }
    }
    return Optional.empty();
  }
}
