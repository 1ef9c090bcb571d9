package dev.haishin.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.haishin.experiment.trial.TrialScenarios;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was measured, from the scenario to the files and the page. */
class MeasuredRunTest {
  @TempDir Path folder;

  @Test
  void measurementsStandBesideTheSimulatedAndTheirErrorIsAMetric() throws IOException {
    // Traffic is 200 sends a second: 10% below what was measured.
    Files.writeString(folder.resolve("prod.csv"), "t,sends\n0,222.22\n");
    Path file =
        TrialScenarios.tiny(
            folder,
            "measured: {send.attempted.per-second: {file: prod.csv, column: sends, unit: /s}}",
            "expect: {fit.send.attempted.per-second.error: \"<= 30%\"}");
    Path out = folder.resolve("out");
    Screen screen = Screen.window(100);
    assertEquals(
        0, screen.run("run", file.toString(), "--strict", "--out", out.toString()), screen.err());
    Path results = out.resolve("baseline");
    JsonNode summary = new ObjectMapper().readTree(results.resolve("summary.json").toFile());
    JsonNode fit = summary.at("/metrics/fit.send.attempted.per-second.error");
    assertEquals("fraction", fit.path("unit").asText());
    assertEquals(0.1, fit.path("last").asDouble(), 0.1);
    String titles = Files.readAllLines(results.resolve("timeline.csv")).get(0);
    assertTrue(titles.endsWith(",measured.send.attempted.per-second [1/s]"), titles);
    String page = Files.readString(results.resolve("report.html"));
    assertTrue(page.contains("Measured beside simulated"), "the page has no such section");
    Screen export = Screen.pipe();
    assertEquals(0, export.run("export", results.toString(), "--openmetrics"), export.err());
    assertTrue(
        export.out().contains("\nhaishin_measured_send_attempted_per_second{scenario=\"tiny\""),
        export.out());
  }

  @Test
  void replicationsHaveTheMeanOfTheirErrors() throws IOException {
    Files.writeString(folder.resolve("prod.csv"), "t,sends\n0,222.22\n");
    Path file =
        TrialScenarios.tiny(
            folder,
            "measured: {send.attempted.per-second: {file: prod.csv, column: sends, unit: /s}}");
    Path out = folder.resolve("out");
    String[] command = {
      "run", file.toString(), "--replications", "3", "--quiet", "--out", out.toString()
    };
    Screen screen = Screen.pipe();
    assertEquals(0, screen.run(command), screen.err());
    JsonNode summary = new ObjectMapper().readTree(out.resolve("baseline/summary.json").toFile());
    JsonNode fit = summary.at("/metrics/fit.send.attempted.per-second.error");
    assertTrue(fit.path("last").isNumber(), summary.path("metrics").toString());
    assertTrue(fit.path("interval").isObject(), fit.toString());
  }
}
