package dev.haishin.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpectReaderTest {
  private static final String TWO_FAILURES =
      ScenarioTexts.SMALL
          + """
          failures:
            - {at: 5m, crash: gateway}
            - {at: 2m, vanish: gateway}
          """;

  @TempDir Path folder;

  /** The failures are numbered by their time, not by their place in the file. */
  @ParameterizedTest
  @CsvSource({
    "3m..5m, 180, 300, true",
    "0s..10m, 0, 600, true",
    "3m .. 5m, 180, 300, true",
    "failure+0s..failure+60s, 120, 180, true",
    "failure..failure+1.5m, 120, 210, true",
    "failure1+10s..failure2+10s, 130, 310, true",
    "failure2..10m, 300, 600, true",
    "failure3+5s..failure3+10s, 5, 10, false"
  })
  void windowsAreFromTheStartOrFromAFailure(
      String window, long fromSeconds, long toSeconds, boolean knowable) {
    ExpectSpec expectation = expectation("delivery.online.p99[" + window + "]", "<= 1s");
    assertEquals(fromSeconds * 1_000_000_000L, expectation.fromNs());
    assertEquals(toSeconds * 1_000_000_000L, expectation.toNs());
    assertEquals(knowable, expectation.knowable());
    assertEquals("delivery.online.p99", expectation.metric());
    assertEquals("delivery.online.p99[" + window + "]", expectation.path());
  }

  @Test
  void withoutAWindowTheWholeRunIsMeant() {
    ExpectSpec expectation = expectation("ledger.lost", "== 0");
    assertEquals(0, expectation.fromNs());
    assertEquals(Long.MAX_VALUE, expectation.toNs());
    assertTrue(expectation.knowable());
  }

  @Test
  void withoutAFailureAWindowOnOneIsUnknown() {
    String text =
        ScenarioTexts.SMALL + "expect: {\"delivery.online.p99[failure..9m]\": \"<= 1s\"}\n";
    assertFalse(ScenarioTexts.valid(folder, text).expectations().get(0).knowable());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "delivery.online.p99      | <= 300ms         | <=      | 3e8     | 3e8",
        "delivery.online.p99.9    | < 1.5s           | <       | 1.5e9   | 1.5e9",
        "delivery.online.mean     | 1ms..2ms         | between | 1e6     | 2e6",
        "delivery.any.within(5s)  | >= 99.9%         | >=      | 0.999   | 0.999",
        "gateway.cpu.max          | < 80%            | <       | 0.8     | 0.8",
        "gateway.cpu.mean         | 0.055%..0.075%   | between | 0.00055 | 0.00075",
        "kafka.lag.max            | < 10k            | <       | 10000   | 10000",
        "ledger.lost              | ==0              | ==      | 0       | 0",
        "ledger.lost              | > 4              | >       | 4       | 4",
        "cost.per-month           | <= 1.2M USD      | <=      | 1.2e6   | 1.2e6",
        "delivery.online.p99{region=tokyo} | <= 1s   | <=      | 1e9     | 1e9"
      })
  void comparisonsCarryTheUnitOfTheirMetric(
      String metric, String comparison, String sign, double low, double high) {
    ExpectSpec expectation = expectation(metric, comparison);
    assertEquals(sign, expectation.sign());
    assertEquals(low, expectation.low(), 1e-12 * low);
    assertEquals(high, expectation.high(), 1e-12 * high);
    assertEquals(metric, expectation.metric());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "delivery.online.p98 | <= 1s      | 'delivery.online' has no 'p98'",
        "delivery.onlin.p99  | <= 1s      | delivery.online",
        "gateway.cpu.max     | < 90ms     | 'ms' is no unit of a fraction",
        "delivery.online.p99 | <= 300     | '300' has no unit",
        "delivery.online.p99 | <= 0       | '0' has no unit",
        "kafka.lag.max       | < 10%      | '%' is no unit of a count",
        "cost.per-month      | <= 9 USD/h | 'USD/h' is no unit of money",
        "ledger.lost         | 0          | '0' is no comparison",
        "ledger.lost         | = 0        | '= 0' is no comparison",
        "ledger.lost         | <=         | '<=' is no comparison",
        "ledger.lost         | 1..2..3    | '1..2..3' is no comparison",
        "ledger.lost         | 1..        | '' is not a count",
        "delivery.online.p99 | 2ms..1ms   | the ends are swapped",
        "delivery.online.p99[5m..3m]          | <= 1s | the window holds nothing",
        "delivery.online.p99[3m..3m]          | <= 1s | the window holds nothing",
        "delivery.online.p99[10m..11m]        | <= 1s | the window holds nothing",
        "delivery.online.p99[3..5m]           | <= 1s | '3' has no unit",
        "delivery.online.p99[-3m..5m]         | <= 1s | '-3m' is negative",
        "delivery.online.p99[crash..5m]       | <= 1s | 'crash' is not a duration",
        "delivery.online.p99[failure0..9m]    | <= 1s | 'failure0' is not a duration",
        "delivery.online.p99[failure99999999999..9m] | <= 1s | is not a duration",
        "delivery.online.p99[failure-5s..9m]  | <= 1s | 'failure-5s' is not a duration",
        "delivery.online.p99[3m..]            | <= 1s | p99[3m..]",
        "delivery.online                      | <= 1s | delivery.online"
      })
  void whatCannotBeAnsweredIsRefusedWhenTheFileIsRead(
      String metric, String comparison, String expected) {
    ParseResult result = ScenarioTexts.parse(folder, with(metric, comparison));
    assertEquals(1, result.problems().size(), result.problems()::toString);
    Problem problem = result.problems().get(0);
    assertEquals("expect." + metric, problem.path());
    assertTrue(problem.wrong().contains(expected), problem::toString);
    assertEquals(10, problem.position().line());
  }

  @ParameterizedTest
  @CsvSource({"3, is a value", "[1], is a list"})
  void expectationsAreAMap(String value, String wrong) {
    List<Problem> problems =
        ScenarioTexts.parse(folder, ScenarioTexts.SMALL, "expect=" + value).problems();
    assertEquals(wrong, problems.get(0).wrong());
  }

  @Test
  void expectationsAreCheckedWhereTheDurationIsMissingToo() {
    String text = with("gateway.cpu.max", "< 90ms").replace("duration: 10m\n", "");
    assertEquals(
        List.of("1:1 duration", "9:22 expect.gateway.cpu.max"),
        ScenarioTexts.places(ScenarioTexts.parse(folder, text)));
  }

  private ExpectSpec expectation(String metric, String comparison) {
    return ScenarioTexts.valid(folder, with(metric, comparison)).expectations().get(0);
  }

  private static String with(String metric, String comparison) {
    return TWO_FAILURES + "expect:\n  \"" + metric + "\": \"" + comparison + "\"\n";
  }
}
