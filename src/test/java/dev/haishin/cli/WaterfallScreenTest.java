package dev.haishin.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.haishin.experiment.trial.TrialScenarios;
import dev.haishin.report.Report;
import dev.haishin.results.Stage;
import dev.haishin.results.Waterfall;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WaterfallScreenTest {
  private static final long MS = 1_000_000;

  @TempDir Path folder;

  @Test
  void legsStandUnderEachOtherToScale() {
    Waterfall way =
        new Waterfall(
            12,
            34,
            0,
            100 * MS,
            2,
            1_000,
            1_000,
            List.of(
                new Waterfall.Leg(Stage.NETWORK, 0, 0, 20 * MS),
                new Waterfall.Leg(Stage.GATEWAY_IN, 20 * MS, 50 * MS, 60 * MS),
                new Waterfall.Leg(Stage.FANOUT, 60 * MS, 60 * MS, 60 * MS + 1_000),
                new Waterfall.Leg(Stage.KAFKA_FETCH, 60 * MS + 1_000, 99 * MS, 100 * MS)));
    Screen screen = Screen.window(70);
    new WaterfallScreen(screen.terminal()).show(way);
    assertEquals(
        """
        Message 12 to user 34: 100ms from tap to screen; number 2 from the slowest of 1,000 that were followed
            at  stage        wait  service  . wait  # service
           0ns  network         -     20ms  ####
          20ms  gateway-in   30ms     10ms      ......##
          60ms  fanout          -      1us              #
          60ms  kafka-fetch 39ms      1ms              ........
        """,
        screen.out().replaceAll("(?m)(kafka-fetch) +", "$1 "));
  }

  @Test
  void theSlowestOfASampleIsNotCalledTheSlowestOfAll() {
    Screen screen = Screen.window(70);
    List<Waterfall.Leg> legs = List.of(new Waterfall.Leg(Stage.NETWORK, 0, 0, 100 * MS));
    new WaterfallScreen(screen.terminal())
        .show(new Waterfall(12, 34, 0, 100 * MS, 1, 1_000, 64_000, legs));
    String first = screen.out().lines().findFirst().orElseThrow();
    assertTrue(
        first.endsWith("number 1 from the slowest of 1,000 in a sample of the 64,000 measured"),
        first);
  }

  @Test
  void aRunWritesAndShowsTheWayThatWasAskedFor() throws IOException {
    Path file = TrialScenarios.tiny(folder);
    Path out = folder.resolve("out");
    String[] slowest = {"run", file.toString(), "--out", out.toString(), "--trace-message", "max"};
    Screen screen = Screen.window(100);
    assertEquals(0, screen.run(slowest), screen.err());
    JsonNode trace = new ObjectMapper().readTree(out.resolve("baseline/trace.json").toFile());
    assertEquals("haishin/trace/1", trace.path("schema").asText());
    assertEquals(1, trace.path("rank").asInt());
    double sumMs = 0;
    for (JsonNode leg : trace.path("legs")) {
      assertEquals(sumMs, leg.path("from-ms").asDouble(), 1e-6);
      sumMs += leg.path("wait-ms").asDouble() + leg.path("service-ms").asDouble();
    }
    assertEquals(trace.path("milliseconds").asDouble(), sumMs, 1e-6);
    String message = trace.path("message").asText();
    assertTrue(screen.out().contains("Message " + message + " to user "), screen.out());
    String page = Files.readString(out.resolve("baseline/report.html"));
    String figure = page.substring(page.indexOf("<section id=\"way\""));
    figure = figure.substring(0, figure.indexOf("</section>"));
    assertTrue(figure.contains("Message " + message + " to user "), figure);
    assertEquals(trace.path("followed").asInt(), trace.path("measured").asInt());
    assertFalse(figure.contains("a sample of"), figure);
    Files.writeString(
        out.resolve("baseline/trace.json"),
        Files.readString(out.resolve("baseline/trace.json"))
            .replaceFirst("\"measured\": [0-9]+", "\"measured\": 987654321"));
    Report.write(out.resolve("baseline"));
    assertTrue(
        Files.readString(out.resolve("baseline/report.html"))
            .contains(
                "a sample of the 987,654,321 that were measured: others may have been slower"));
    for (JsonNode leg : trace.path("legs")) {
      assertTrue(
          figure.contains(leg.path("means").asText().replace("'", "&#39;")), leg + " in " + figure);
    }
    JsonNode summary = new ObjectMapper().readTree(out.resolve("baseline/summary.json").toFile());
    double maxMs = summary.at("/metrics/delivery.online/max").asDouble();
    assertEquals(maxMs, sumMs, maxMs * 1e-3, "the slowest delivery is the maximum");
  }

  @Test
  void aMessageThatNobodyFollowedIsToldAndNothingElseIsDifferent() throws IOException {
    Path file = TrialScenarios.tiny(folder);
    Path out = folder.resolve("out");
    String[] other = {"run", file.toString(), "--out", out.toString(), "--trace-message", "9"};
    Screen screen = Screen.pipe();
    int status = screen.run(other);
    assertEquals(0, status);
    if (screen.err().contains("no such message came")) {
      assertFalse(Files.exists(out.resolve("baseline/trace.json")));
    } else {
      assertTrue(Files.exists(out.resolve("baseline/trace.json")));
    }
    assertTrue(Files.exists(out.resolve("baseline/summary.json")));
  }

  @Test
  void whatIsNoMessageIsBadInput() {
    Path file = TrialScenarios.tiny(folder);
    Screen screen = Screen.pipe();
    assertEquals(2, screen.run("run", file.toString(), "--trace-message", "slow"));
    assertTrue(screen.err().startsWith("--trace-message slow: is no message; give"), screen.err());
  }
}
