package dev.haishin.results.file;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Numbers as text: from the exact value, rounded half to even, without an exponent. {@link
 * Double#toString} will not do, for its output differs between JDKs.
 */
final class Decimal {
  private static final MathContext SIX_DIGITS = new MathContext(6, RoundingMode.HALF_EVEN);
  private static final MathContext FIFTEEN_DIGITS = new MathContext(15, RoundingMode.HALF_EVEN);
  private static final double EXACT_BELOW = 0x1.0p53;

  private Decimal() {}

  /**
   * Whole numbers in full, others to six significant digits.
   *
   * @throws IllegalArgumentException for what is no finite number
   */
  static String of(double value) {
    return of(value, SIX_DIGITS);
  }

  /**
   * Fifteen digits, all that a decimal fraction keeps in a double: for what a run is defined by.
   */
  static String precise(double value) {
    return of(value, FIFTEEN_DIGITS);
  }

  /** A whole number of units as a decimal fraction, {@code 1234} with three decimals as 1.234. */
  static String scaled(long units, int decimals) {
    return BigDecimal.valueOf(units, decimals).toPlainString();
  }

  /** A value with a fixed number of decimals. */
  static String fixed(double value, int decimals) {
    return new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
  }

  /** Pads on the left. */
  static String right(String text, int width) {
    return " ".repeat(Math.max(0, width - text.length())) + text;
  }

  private static String of(double value, MathContext digits) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("not a finite number");
    }
    BigDecimal exact = new BigDecimal(value);
    boolean whole = Math.abs(value) < EXACT_BELOW && value == StrictMath.rint(value);
    BigDecimal shown = whole ? exact : exact.round(digits);
    return shown.stripTrailingZeros().toPlainString();
  }
}
