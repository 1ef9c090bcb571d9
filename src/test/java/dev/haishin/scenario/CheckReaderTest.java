package dev.haishin.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.haishin.scenario.ToleranceSpec.Worse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckReaderTest {
  private static final String EXPECTING =
      ScenarioTexts.SMALL
          + """
          expect:
            delivery.online.p99[1m..2m]: "<= 300ms"
          check:
            tolerance:
              delivery.online.p99[1m..2m]: 5%
              ledger.live: -1%
            false-alarms: 2%
            max-replications: 40
          """;

  @TempDir Path folder;

  @Test
  void whatTheSectionSaysIsRead() {
    CheckSpec check = ScenarioTexts.valid(folder, EXPECTING).check();
    assertEquals(0.02, check.falseAlarms());
    assertEquals(40, check.maxReplications());
    assertEquals(
        List.of(
            new ToleranceSpec(
                "delivery.online.p99[1m..2m]",
                "delivery.online.p99",
                true,
                Worse.RISE,
                true,
                0.05,
                "5%"),
            new ToleranceSpec("ledger.live", "ledger.live", false, Worse.FALL, true, 0.01, "-1%")),
        check.tolerances());
  }

  @Test
  void eachPathKnowsItsLine() {
    CheckSpec check = ScenarioTexts.valid(folder, EXPECTING).check();
    assertEquals(7, check.positions().get("expect.delivery.online.p99[1m..2m]").line());
    assertEquals(11, check.positions().get("check.tolerance.ledger.live").line());
  }

  @Test
  void withoutASectionNothingIsTolerated() {
    CheckSpec check = ScenarioTexts.valid(folder, ScenarioTexts.SMALL).check();
    assertEquals(List.of(), check.tolerances());
    assertEquals(0.01, check.falseAlarms());
    assertEquals(30, check.maxReplications());
  }

  @ParameterizedTest
  @CsvSource({
    "delivery.online.p99, 5%, RISE, true, 0.05",
    "delivery.online.p99, +5%, RISE, true, 0.05",
    "delivery.online.p99, 3ms, RISE, false, 3e6",
    "delivery.online.p99, +-2%, EITHER, true, 0.02",
    "delivery.online.p99, ±2%, EITHER, true, 0.02",
    "gateway.cpu.max, 0.05, RISE, false, 0.05",
    "gateway.cpu.max, 5%, RISE, true, 0.05",
    "ledger.lost, 0, RISE, false, 0",
    "kafka.lag.max, 1k, RISE, false, 1000",
    "cost.per-month, 200 USD, RISE, false, 200"
  })
  void aChangeIsAShareOrAnAmount(
      String path, String change, Worse worse, boolean relative, double value) {
    String setting = "check.tolerance={'" + path + "': '" + change + "'}";
    ToleranceSpec tolerance =
        ScenarioTexts.valid(folder, ScenarioTexts.SMALL, setting).check().tolerances().get(0);
    assertEquals(worse, tolerance.worse());
    assertEquals(relative, tolerance.relative());
    assertEquals(value, tolerance.value(), 1e-12);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "{delivery.onlin.p99: 5%}             | delivery.online",
        "{delivery.online.p99: 5}             | has no unit",
        "{delivery.online.p99: --5%}          | has two signs",
        "{delivery.online.p99: 5 USD}         | USD",
        "{'delivery.online.p99[1m..2m]': 5%}  | has a window, and expect does not name it",
        "5%                                   | it takes a map of path: 5%",
        "{delivery.online.p99: ''}            | is empty"
      })
  void whatIsNoToleranceIsRefused(String tolerance, String expected) {
    ParseResult result =
        ScenarioTexts.parse(folder, ScenarioTexts.SMALL, "check.tolerance=" + tolerance);
    assertEquals(1, result.problems().size(), result.problems()::toString);
    assertTrue(result.problems().get(0).toString().contains(expected), result.problems()::toString);
  }
}
