package dev.haishin.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnswerTest {
  private static final String ONLINE =
      """
      "metrics": {"delivery.online": {"kind": "latency", "unit": "ms", "count": 90000,
        "p50": 48.2, "p99": 1240},
        "gateway.cpu": {"kind": "gauge", "unit": "fraction", "mean": 0.3, "max": 0.714}}\
      """;

  @TempDir Path folder;

  @Test
  void saysWhatWasAskedAndWhatCameOut() throws IOException {
    assertEquals(
        "All 2 expectations are met: messages reach connected recipients in 48.2 ms (median) and"
            + " 1.24 s (p99), nothing accepted is lost, and gateway.cpu binds first, at 1.4"
            + " times this load (its hottest host is at 71.4%).",
        answer(
            ONLINE
                + """
                , "ledger": {"intended": 9, "live": 9, "balanced": true},
                "expectations": [{"verdict": "met"}, {"verdict": "met"}]
                """));
  }

  /** As the section below it does, and tables of several runs. */
  @Test
  void memoryBindsFirstWhereItIsClosestToItsCapacity() throws IOException {
    String said =
        answer(
            """
            "metrics": {
              "gateway.cpu": {"kind": "gauge", "unit": "fraction", "mean": 0.02, "max": 0.067},
              "gateway.memory": {"kind": "gauge", "unit": "fraction", "mean": 0.09, "max": 0.097}},
            "bottlenecks": [{"component": "gateway.cpu", "utilization": 0.067}]
            """);
    assertEquals(
        "Gateway.memory binds first, at 10.3 times this load (its hottest host is at 9.7%).", said);
    assertEquals(
        "gateway.memory", BindingSection.first(RunReader.read(folder)).orElseThrow().path());
  }

  @Test
  void anUnknownVerdictIsNoPass() throws IOException {
    assertEquals(
        "1 of 2 expectations is met, 1 unknown.",
        answer(
            """
            "metrics": {}, "expectations": [{"verdict": "met"}, {"verdict": "unknown"}]
            """));
  }

  @Test
  void aLedgerThatDoesNotBalanceVoidsTheRun() throws IOException {
    assertEquals(
        "The ledger does not balance, so nothing here can be trusted.",
        answer("\"metrics\": {}, \"ledger\": {\"intended\": 9, \"live\": 8, \"balanced\": false}"));
  }

  @Test
  void lossesAreCounted() throws IOException {
    assertEquals(
        "1 of 1 expectation is missed: 2 of 9 deliveries are lost.",
        answer(
            """
            "metrics": {}, "expectations": [{"verdict": "missed"}],
            "ledger": {"intended": 9, "live": 7, "lost": {"a": 2}, "balanced": true}
            """));
  }

  private String answer(String summary) throws IOException {
    Files.writeString(
        folder.resolve("summary.json"),
        "{\"schema\": \"haishin/summary/1\", \"scenario\": \"run\", \"variant\": \"baseline\", "
            + summary
            + "}");
    return Answer.of(RunReader.read(folder));
  }
}
