package dev.haishin.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.haishin.results.Reading;
import dev.haishin.results.Unit;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {
  @ParameterizedTest
  @CsvSource({
    "850,          DURATION, 850ns",
    "1500,         DURATION, 1.5us",
    "48230000,     DURATION, 48.2ms",
    "999000000,    DURATION, 999ms",
    "1240000000,   DURATION, 1.24s",
    "750000000000, DURATION, 750s",
    "0.613,        FRACTION, 61.3%",
    "0.99996,      FRACTION, >99.9%",
    "1,            FRACTION, 100%",
    "9999,         COUNT,    9999",
    "12345,        COUNT,    12.3k",
    "96000000,     COUNT,    96M",
    "3.24,         COUNT,    3.24",
    "1536,         BYTES,    1.5 KiB",
    "3221225472,   BYTES,    3 GiB",
    "82000,        PER_SECOND, 82k/s",
    "1250000,      USD,      1.25M USD",
  })
  void valuesHaveThreeDigitsAndAUnitThatFits(double value, Unit unit, String expected) {
    assertEquals(expected, Figures.of(value, unit));
  }

  @Test
  void whatIsUnknownIsADash() {
    assertEquals("-", Figures.of(Reading.unknown("too few samples"), Unit.DURATION));
  }

  @ParameterizedTest
  @CsvSource({"2100000000, 0:03", "760000000000, 12:40", "3723000000000, 1:02:03"})
  void clocksCountUp(long ns, String expected) {
    assertEquals(expected, Figures.clock(ns));
  }

  @ParameterizedTest
  @CsvSource({"0, '0'", "999, '999'", "1000, '1,000'", "-1234567, '-1,234,567'"})
  void wholeNumbersAreGrouped(long value, String expected) {
    assertEquals(expected, Figures.grouped(value));
  }

  @Test
  void theLocaleOfTheMachineDoesNotMatter() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertEquals("48.2ms", Figures.of(48_230_000, Unit.DURATION));
      assertEquals("1,234,567", Figures.grouped(1_234_567));
    } finally {
      Locale.setDefault(before);
    }
  }
}
