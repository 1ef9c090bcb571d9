package dev.haishin.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantityTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0.0481   | ms       | 48.1 µs",
        "48.24    | ms       | 48.2 ms",
        "999.9    | ms       | 1,000 ms",
        "1236     | ms       | 1.24 s",
        "720000   | ms       | 12 min",
        "0.6129   | fraction | 61.3%",
        "0.9999   | fraction | >99.9%",
        "1        | fraction | 100%",
        "12345.6  | 1/s      | 12,346/s",
        "68719476736 | B     | 68.7 GB",
        "1182400  | USD      | 1,182,400 USD",
        "4.3712   | USD      | 4.37 USD",
        "0        | ''       | 0",
        "-1234567 | ''       | -1,234,567",
        "NaN      | ms       | –"
      })
  void writesFewDigitsAndAFittingUnit(double value, String unit, String text) {
    assertEquals(text, Quantity.of(value, unit));
  }

  @ParameterizedTest
  @CsvSource({"0,0", "90,1m30s", "3600,1h", "7384,2h3m4s", "0.5,0.5s"})
  void writesTimesAsInScenarios(double seconds, String text) {
    assertEquals(text, Quantity.clock(seconds));
  }

  @ParameterizedTest
  @CsvSource({"0.5,50", "0.99,99", "0.999,99.9", "0.99999,99.999"})
  void namesPercentilesAsStatisticsAreNamed(double fraction, String name) {
    assertEquals(name, Quantity.nines(fraction));
  }
}
