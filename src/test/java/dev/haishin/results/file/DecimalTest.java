package dev.haishin.results.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers as text, the same whatever Double.toString does. */
class DecimalTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-0.0, 0",
    "1, 1",
    "65400118, 65400118",
    "9007199254740991, 9007199254740991",
    "0.1, 0.1",
    "123.456789, 123.457",
    "1234567.8, 1234570",
    "0.000123456789, 0.000123457",
    "2.0E-3, 0.002",
    "-12.3456789, -12.3457",
    "1e22, 10000000000000000000000",
    "99999.96, 100000",
    "1000000.5, 1000000",
  })
  void wholeNumbersInFullAndOthersToSixDigits(double value, String text) {
    assertEquals(text, Decimal.of(value));
  }

  @Test
  void halvesGoToTheEvenDigit() {
    assertEquals("0.5", Decimal.fixed(0.5, 1));
    assertEquals("2", Decimal.fixed(2.5, 0));
    assertEquals("4", Decimal.fixed(3.5, 0));
  }

  @Test
  void whatARunIsDefinedByKeepsItsDigits() {
    assertEquals("0.1", Decimal.precise(0.1));
    assertEquals("1234567.875", Decimal.precise(1234567.875));
  }

  @Test
  void whatIsNoNumberIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> Decimal.of(Double.NaN));
    assertThrows(IllegalArgumentException.class, () -> Decimal.of(Double.POSITIVE_INFINITY));
  }
}
