package dev.haishin.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.haishin.experiment.trial.TrialScenarios;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SweepCommandTest {
  private static final String COSTS = "gateways.frame-out-cost=100us..900us step 400us";

  @TempDir Path folder;
  private Path file;
  private Path out;

  @BeforeEach
  void writesAScenario() {
    out = folder.resolve("out");
    file =
        TrialScenarios.tiny(
            folder,
            "expect: {delivery.online.p50: \"<= 1s\"}",
            "variants: {slow: {gateways.frame-in-cost: exp(2ms)}}");
  }

  @Test
  void everyPointHasARowInTheOrderOfTheGrid() throws IOException {
    Screen screen = Screen.window(100);
    assertEquals(
        0, run(screen, "--vary", COSTS, "--vary", "load=x2,x1", "--variant", "all"), screen.err());
    List<String> rows = Files.readAllLines(out.resolve("sweep.csv"));
    assertEquals(
        "variant,gateways.frame-out-cost [us],load,delivery.online.p50 [ms],"
            + "delivery.online.p50 verdict,trouble",
        rows.get(0));
    assertEquals(1 + 12, rows.size());
    assertTrue(rows.get(1).startsWith("baseline,100,2,"), rows.get(1));
    assertTrue(rows.get(2).startsWith("baseline,100,1,"), rows.get(2));
    assertTrue(rows.get(12).startsWith("slow,900,1,"), rows.get(12));
    assertTrue(screen.out().startsWith("tiny: 12 points"), screen.out());
    assertTrue(Files.exists(out.resolve("charts/delivery.online.p50.svg")));
  }

  @Test
  void aPointIsTheRunWithItsSetting() throws IOException {
    assertEquals(0, run(Screen.pipe(), "--vary", COSTS, "--metric", "send.ack.p50", "--quiet"));
    Path single = folder.resolve("single");
    String setting = "gateways.frame-out-cost=500us";
    String[] command = {"run", file.toString(), "--out", single.toString(), "--set", setting};
    assertEquals(0, Screen.pipe().run(command));
    JsonNode summary =
        new ObjectMapper().readTree(single.resolve("baseline/summary.json").toFile());
    JsonNode metrics = summary.path("metrics");
    String[] row = Files.readAllLines(out.resolve("sweep.csv")).get(2).split(",");
    assertEquals(
        metrics.path("delivery.online").path("p50").asDouble(), Double.parseDouble(row[2]));
    assertEquals(metrics.path("send.ack").path("p50").asDouble(), Double.parseDouble(row[4]));
  }

  @Test
  void theThreadsChangeNoByte() throws IOException {
    List<List<String>> texts = new ArrayList<>();
    for (String threads : List.of("1", "3")) {
      out = folder.resolve("out-" + threads);
      assertEquals(
          0,
          run(Screen.pipe(), "--vary", COSTS, "--replications", "2", "--threads", threads),
          threads);
      texts.add(
          List.of(
              Files.readString(out.resolve("sweep.csv")),
              Files.readString(out.resolve("sweep.json"))));
    }
    assertEquals(texts.get(0), texts.get(1));
  }

  @Test
  void whatHasEndedIsTakenAndSaid() throws IOException {
    assertEquals(0, run(Screen.pipe(), "--vary", COSTS));
    Screen again = Screen.pipe();
    assertEquals(0, run(again, "--vary", COSTS));
    assertTrue(again.err().contains("going on; 3 runs had ended"), again.err());
    Screen reseeded = Screen.pipe();
    assertEquals(0, run(reseeded, "--vary", COSTS, "--seed", "77"));
    assertTrue(
        reseeded.err().contains("starting afresh: the settings of the command line changed"),
        reseeded.err());
    Files.writeString(file, Files.readString(file) + "# a word\n");
    Screen edited = Screen.pipe();
    assertEquals(0, run(edited, "--vary", COSTS, "--seed", "77"));
    assertTrue(edited.err().contains("the scenario file changed"), edited.err());
  }

  @Test
  void aFileThatAValueNamesIsPartOfTheScenario() throws IOException {
    Path costs = folder.resolve("costs.csv");
    Files.writeString(costs, "100us,0\n900us,1\n");
    String[] points = {"--vary", "gateways.frame-in-cost=1ms,empirical(costs.csv)"};
    assertEquals(0, run(Screen.pipe(), points));
    Screen same = Screen.pipe();
    assertEquals(0, run(same, points));
    assertTrue(same.err().contains("going on; 2 runs had ended"), same.err());
    Files.writeString(costs, "100us,0\n800us,1\n");
    Screen changed = Screen.pipe();
    assertEquals(0, run(changed, points));
    assertTrue(changed.err().contains("starting afresh: "), changed.err());
  }

  @Test
  void everyErrorOfEveryPointIsSaidOnceBeforeAnythingRuns() {
    Screen screen = Screen.pipe();
    assertEquals(
        2,
        run(screen, "--vary", "kafka.brokres=3,6", "--vary", "kafka.linger=5,5ms,-1ms,9ms"),
        screen.out());
    List<String> errors = screen.err().lines().toList();
    assertEquals(3, errors.size(), screen.err());
    assertTrue(errors.get(0).startsWith("--vary kafka.brokres=3: kafka.brokres: is no key"));
    assertTrue(errors.get(1).startsWith("--vary kafka.linger=5: kafka.linger: '5' has no unit"));
    assertTrue(errors.get(2).startsWith("--vary kafka.linger=-1ms: kafka.linger: '-1ms' is"));
    assertFalse(Files.exists(out));
  }

  @Test
  void everyErrorOfTheCommandLineIsSaidAtOnce() {
    Screen screen = Screen.pipe();
    String[] wrong = {
      "--vary",
      "load=1..2",
      "--vary",
      "load",
      "--vary",
      "seed=1",
      "--vary",
      "seed=2",
      "--metric",
      "delivery.onlin.p99",
      "--replications",
      "0",
      "--threads",
      "0",
      file.toString()
    };
    assertEquals(2, run(screen, wrong));
    assertEquals(7, screen.err().lines().count(), screen.err());
    assertFalse(Files.exists(out));
  }

  @Test
  void aPointThatCannotFitIsRefused() {
    Screen screen = Screen.pipe();
    assertEquals(2, run(screen, "--vary", "load=x1,x1000", "--max-events", "1M"));
    assertTrue(screen.err().startsWith("tiny/baseline load=x1000: takes about"), screen.err());
    assertEquals(1, screen.err().lines().count(), screen.err());
  }

  @Test
  void aSweepBesideAnotherIsRefused() throws IOException {
    assertEquals(0, run(Screen.pipe(), "--vary", "load=x1"));
    Path mine = Files.createDirectory(folder.resolve("mine"));
    Files.writeString(mine.resolve("thesis.doc"), "");
    out = mine;
    Screen screen = Screen.pipe();
    assertEquals(2, run(screen, "--vary", "load=x1"));
    assertTrue(screen.err().contains("something else than a sweep"), screen.err());
  }

  @Test
  void oneAssumptionAtATimeIsVaried() throws IOException {
    String[] arguments = {
      "--one-at-a-time", "--among", "gateways.frame", "--for", "gateway.cpu.mean", "--by", "50%"
    };
    Screen screen = Screen.window(100);
    assertEquals(0, run(screen, arguments), screen.err());
    assertTrue(screen.out().startsWith("tiny: what moves gateway.cpu.mean"), screen.out());
    assertTrue(screen.out().contains("  gateways.frame-in-cost"), screen.out());
    assertTrue(Files.exists(out.resolve("charts/tornado-gateway.cpu.mean.svg")));
    List<String> rows = Files.readAllLines(out.resolve("assumptions.csv"));
    assertEquals(1 + 2, rows.size());
    assertTrue(rows.get(1).contains("gateways.frame-in-cost,exp(1ms),exp(0.5ms),"), rows.get(1));
    Screen again = Screen.pipe();
    assertEquals(0, run(again, arguments));
    assertTrue(again.err().contains("going on; 25 runs had ended"), again.err());
    assertEquals(rows, Files.readAllLines(out.resolve("assumptions.csv")));
  }

  @Test
  void whatOneAtATimeCannotDoIsRefused() {
    Screen screen = Screen.pipe();
    String[] wrong = {"--one-at-a-time", "--vary", "load=x1", "--by", "0%", "--replications", "1"};
    assertEquals(2, run(screen, wrong));
    assertEquals(3, screen.err().lines().count(), screen.err());
    Screen figure = Screen.pipe();
    assertEquals(2, run(figure, "--one-at-a-time", "--for", "delivery.online"));
    assertTrue(figure.err().startsWith("--for delivery.online: "), figure.err());
    Screen alone = Screen.pipe();
    assertEquals(2, run(alone, "--by", "10%"));
    assertTrue(alone.err().contains("need --one-at-a-time"), alone.err());
    assertFalse(Files.exists(out));
  }

  @Test
  void jsonIsTheFileAndNothingElse() throws IOException {
    Screen screen = Screen.pipe();
    assertEquals(0, run(screen, "--vary", "load=x1", "--json"));
    ObjectMapper json = new ObjectMapper();
    assertEquals(json.readTree(out.resolve("sweep.json").toFile()), json.readTree(screen.out()));
  }

  private int run(Screen screen, String... arguments) {
    List<String> all = new ArrayList<>(List.of("sweep", file.toString(), "--out", out.toString()));
    all.addAll(List.of(arguments));
    return screen.run(all.toArray(String[]::new));
  }
}
