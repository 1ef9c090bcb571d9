package dev.haishin.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class UnitsTest {
  @ParameterizedTest
  @CsvSource({
    "DURATION, 1ns, 1",
    "DURATION, 250us, 250000",
    "DURATION, 40ms, 40000000",
    "DURATION, 1.5s, 1500000000",
    "DURATION, 10m, 600000000000",
    "DURATION, 24h, 86400000000000",
    "DURATION, 7d, 604800000000000",
    "DURATION, 1_000 ms, 1000000000",
    "COUNT, 480, 480",
    "COUNT, 1_000, 1000",
    "COUNT, 4.5k, 4500",
    "COUNT, 96M, 96000000",
    "COUNT, 2G, 2000000000",
    "COUNT, 1e6, 1000000",
    "SIZE, 512B, 512",
    "SIZE, 16KiB, 16384",
    "SIZE, 16kB, 16000",
    "SIZE, 1MB, 1000000",
    "SIZE, 4GiB, 4294967296",
    "SIZE, 1TiB, 1099511627776",
    "BANDWIDTH, 10Gbps, 1250000000",
    "BANDWIDTH, 800Mbps, 100000000",
    "BANDWIDTH, 64kbps, 8000",
    "FRACTION, 40%, 0.4",
    "FRACTION, 0.4, 0.4",
    "FRACTION, 0.055%, 0.00055",
    "RATE, 82k/s, 82000",
    "RATE, 600k/min, 10000",
    "RATE, 60/h, 0.01666666666666666666666666666666667",
    "RATE, 1M/s, 1000000",
    "RATE, 86400/d, 1",
    "FACTOR, x3, 3",
    "FACTOR, 0.6, 0.6",
    "FACTOR, x1.5, 1.5",
    "MONEY, 0.06 USD, 0.06",
    "MONEY, 1.2M USD, 1200000",
    "HOURLY_PRICE, 0.45 USD/h, 0.45",
    "TRAFFIC_PRICE, 0.09 USD/GB, 0.09",
    "STORAGE_PRICE, 0.03 USD/GB-month, 0.03"
  })
  void quantitiesAreExact(Units units, String text, BigDecimal canonical) {
    List<String> wrong = new ArrayList<>();
    BigDecimal value = units.parse(text, wrong::add);
    assertEquals(List.of(), wrong);
    assertTrue(
        value.subtract(canonical).abs().compareTo(new BigDecimal("1e-25")) < 0,
        text + " is " + value);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "DURATION, 5, has no unit",
        "DURATION, 5m/s, 'm/s' is no unit of a duration",
        "DURATION, 5x, 'x' is no unit of a duration",
        "DURATION, 5S, 'S' is no unit of a duration",
        "DURATION, fast, is not a duration",
        "DURATION, .5s, is not a duration",
        "DURATION, 51y, 'y' is no unit of a duration",
        "DURATION, 20_000d, is out of all bounds",
        "SIZE, 5, has no unit",
        "SIZE, 5GB/s, 'GB/s' is no unit of a size",
        "SIZE, 5ms, 'ms' is no unit of a size",
        "SIZE, 5000000TiB, is out of all bounds",
        "BANDWIDTH, 10GB, 'GB' is no unit of a bandwidth",
        "BANDWIDTH, 10, has no unit",
        "RATE, 10, has no unit",
        "RATE, 300/fortnight, '/fortnight' is no unit of a rate",
        "MONEY, 5, has no unit",
        "MONEY, 5 EUR, 'EUR' is no unit of money",
        "MONEY, 5 USD/h, 'USD/h' is no unit of money",
        "HOURLY_PRICE, 5 USD, 'USD' is no unit of a price an hour",
        "TRAFFIC_PRICE, 5 USD/h, 'USD/h' is no unit of a price of traffic",
        "COUNT, 10%, '%' is no unit of a count",
        "COUNT, 4e18, ",
        "COUNT, 5e18, is out of all bounds",
        "COUNT, 1e99, is out of all bounds",
        "FACTOR, 3x, 'x' is no unit of a factor",
        "COUNT, x3, is not a count"
      })
  void whatDoesNotFitIsToldByItsUnit(Units units, String text, String expected) {
    List<String> wrong = new ArrayList<>();
    BigDecimal value = units.parse(text, wrong::add);
    if (expected == null) {
      assertEquals(List.of(), wrong);
      return;
    }
    assertNull(value);
    assertEquals(1, wrong.size());
    assertTrue(wrong.get(0).contains(expected), wrong.get(0));
  }

  @ParameterizedTest
  @EnumSource(Units.class)
  void examplesFit(Units units) {
    String examples = units.example().split(" such as ")[1];
    for (String example : examples.split(", | or ")) {
      assertTrue(units.parse(example, why -> {}) != null, example + " is no " + units.name());
    }
  }

  @ParameterizedTest
  @EnumSource(Units.class)
  void endlessNumbersAreRefusedAtOnce(Units units) {
    List<String> wrong = new ArrayList<>();
    assertNull(units.parse("9".repeat(1_000_000) + "s", wrong::add));
    assertEquals(List.of("is too long for " + units.example()), wrong);
  }

  @Test
  void wholeNumbersKeepEveryDigit() {
    assertEquals(9_007_199_254_740_993L, read(Types.COUNT, "9007199254740993"));
    assertEquals(4_000_000_000_000_000_000L, read(Types.COUNT, "4e18"));
    assertEquals(1L, read(Types.DURATION, "0.5ns"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "-5ms | '-5ms' is negative",
        "5 | '5' has no unit; it takes a duration such as 250us, 40ms, 1.5s, 10m, 24h or 7d",
        "\"\" | is empty; it takes a duration such as 250us, 40ms, 1.5s, 10m, 24h or 7d"
      })
  void aDurationSaysWhatFits(String text, String expected) {
    Problems problems = new Problems();
    assertNull(read(Types.DURATION, text, problems));
    String wrong = problems.list().get(0).toString();
    assertTrue(wrong.contains(expected), wrong);
  }

  @ParameterizedTest
  @CsvSource({"1.5", "0.5", "1e-3"})
  void countsAreWhole(String text) {
    Problems problems = new Problems();
    assertNull(read(Types.COUNT, text, problems));
    assertEquals("'" + text + "' is no whole number", problems.list().get(0).wrong());
  }

  @ParameterizedTest
  @CsvSource({"100.1%", "-1%", "1.01"})
  void fractionsStayWithinTheWhole(String text) {
    Problems problems = new Problems();
    assertNull(read(Types.FRACTION, text, problems));
    assertEquals("'" + text + "' is not between 0% and 100%", problems.list().get(0).wrong());
  }

  private static <T> T read(Type<T> type, String text) {
    return read(type, text, new Problems());
  }

  private static <T> T read(Type<T> type, String text, Problems problems) {
    Value value = new Value.Scalar(new Position("file", 1, 1), text);
    return type.read(value, "key", new Reading(problems, Path.of(""), true));
  }
}
