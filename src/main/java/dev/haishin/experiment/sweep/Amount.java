package dev.haishin.experiment.sweep;

import dev.haishin.scenario.UnitConversion;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number as a scenario writes it.
 *
 * @param prefix {@code x} of a factor, or empty
 * @param number without its unit
 * @param unit with the space before it where there is one; empty for a bare number
 */
public record Amount(String prefix, BigDecimal number, String unit) {
  /** Longer numbers are none of the language; it bounds the work of reading one. */
  private static final int MOST_CHARACTERS = 64;

  private static final Pattern TEXT =
      Pattern.compile(
          "(x?)([+-]?[0-9][0-9_]*(?:\\.[0-9][0-9_]*)?(?:e[+-]?[0-9]{1,2})?)"
              + "(\\s*[A-Za-z%/][A-Za-z%/ ]*)?");

  /** Reads a number with its unit; empty where the text is something else. */
  public static Optional<Amount> read(String text) {
    if (text.length() > MOST_CHARACTERS) {
      return Optional.empty();
    }
    Matcher matcher = TEXT.matcher(text.strip());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String unit = matcher.group(3) == null ? "" : matcher.group(3).stripTrailing();
    BigDecimal number = new BigDecimal(matcher.group(2).replace("_", ""));
    return Optional.of(new Amount(matcher.group(1), number, unit));
  }

  /** Another number of the same unit. */
  public Amount with(BigDecimal other) {
    return new Amount(prefix, other, unit);
  }

  /** The same amount in another's unit; empty where the two measure different things. */
  public Optional<BigDecimal> numberIn(Amount other) {
    if (!prefix.equals(other.prefix)) {
      return Optional.empty();
    }
    return UnitConversion.factor(unit.strip(), other.unit.strip()).map(number::multiply);
  }

  /** Whether it is a count: whole, with neither a unit nor the x of a factor. */
  public boolean isBareWhole() {
    return prefix.isEmpty() && unit.isEmpty() && number.stripTrailingZeros().scale() <= 0;
  }

  /** As a scenario writes it, without an exponent. */
  public String text() {
    return prefix + number.stripTrailingZeros().toPlainString() + unit;
  }
}
