package dev.haishin.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeasuredReaderTest {
  @TempDir Path folder;

  @BeforeEach
  void writesFiles() {
    ScenarioTexts.write(
        folder, "prod.csv", "# from our dashboards\ntime,p99,rate\n100,71.5,3\n160,,4\n220,90,5\n");
    ScenarioTexts.write(
        folder,
        "clock.csv",
        "time,\"cpu %\"\n2026-12-31T23:59:00+09:00,40\n2026-12-31T15:00:00Z,50.5\n");
    ScenarioTexts.write(folder, "back.csv", "time,p99\n2,1\n1,2\n");
  }

  @Test
  void valuesAreInTheUnitThatTheScenarioSaysAndCountFromItsZero() {
    List<MeasuredSpec> measured =
        read("delivery.online.p99: {file: prod.csv, column: p99, unit: ms, from: 100}");
    assertEquals(
        List.of(
            new MeasuredSpec(
                "delivery.online.p99",
                List.of(
                    new MeasuredSpec.Point(0, 71_500_000),
                    new MeasuredSpec.Point(120_000_000_000L, 90_000_000)))),
        measured);
  }

  @Test
  void timesMayBeInstantsInAnyOffset() {
    List<MeasuredSpec> measured =
        read(
            "gateway.cpu.max: {file: clock.csv, column: cpu %, unit: \"%\","
                + " from: 2026-12-31T23:58:30+09:00}");
    assertEquals(
        List.of(
            new MeasuredSpec.Point(30_000_000_000L, 0.4),
            new MeasuredSpec.Point(90_000_000_000L, 0.505)),
        measured.get(0).points());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "delivery.onlin.p99: {file: prod.csv, column: p99, unit: ms} | no metric",
        "delivery.online.p99: {file: prod.csv, column: p99} | measured.delivery.online.p99.unit: is missing",
        "delivery.online.p99: {file: prod.csv, column: p99, unit: MB} | is no unit of it",
        "delivery.online.p99: {file: prod.csv, column: p98, unit: ms} | there are p99, rate",
        "delivery.online.p99: {file: none.csv, column: p99, unit: ms} | is no file",
        "delivery.online.p99: {file: back.csv, column: p99, unit: ms} | row 2: the time falls back",
        "delivery.online.p99: {file: clock.csv, column: cpu %, unit: ms, from: noon} | is no time",
        "delivery.online.p99: {file: prod.csv, unit: ms} | column: is missing",
        "delivery.online.p99: prod.csv | it takes a map",
        "\"delivery.online.p99{region=tokyo}\": {file: prod.csv, column: p99, unit: ms} | part of a figure"
      })
  void whatIsWrongIsSaidWithWhatWouldBeRight(String entry, String said) {
    ParseResult result = ScenarioTexts.parse(folder, text(entry));
    assertEquals(1, result.problems().size(), result.problems()::toString);
    String problem = result.problems().get(0).toString();
    assertTrue(problem.contains(said), problem);
    assertTrue(problem.contains("; "), problem);
  }

  private List<MeasuredSpec> read(String entry) {
    return ScenarioTexts.valid(folder, text(entry)).measured();
  }

  private static String text(String entry) {
    return ScenarioTexts.SMALL + "measured:\n  " + entry + "\n";
  }
}
