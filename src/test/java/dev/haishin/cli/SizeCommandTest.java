package dev.haishin.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.haishin.experiment.trial.TrialScenarios;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SizeCommandTest {
  /** A core is a third busy with the load of the file: 2 have a share of 0.17, 3 of 0.11. */
  private static final String CPU = "expect: {gateway.cpu.mean: \"<= 14%\"}";

  private static final String CORES = "gateways.cores=1..8";

  @TempDir Path folder;
  private Path file;
  private Path out;

  @BeforeEach
  void writesAScenario() {
    out = folder.resolve("out");
    file = TrialScenarios.tiny(folder, CPU, "variants: {slow: {gateways.frame-in-cost: 5ms}}");
  }

  @Test
  void theLeastNumberIsFoundAndDrawn() throws IOException {
    Screen screen = Screen.window(100);
    assertEquals(0, run(screen, "--find", "gateways.cores", "--between", "1..8"), screen.err());
    assertTrue(screen.out().startsWith("tiny, "), screen.out());
    assertTrue(
        screen.out().contains("\nSize      gateways.cores 3, the least of 1..8\n"), screen.out());
    assertTrue(screen.out().contains("\n          at 2: gateway.cpu.mean 1"), screen.out());
    assertTrue(screen.out().contains("\nBinding   gateway.cpu.mean 1"), screen.out());
    assertTrue(screen.out().contains("\nHeadroom  x1."), screen.out());
    assertTrue(screen.out().endsWith("; open " + out.resolve("report.html") + "\n"), screen.out());
    assertTrue(Files.exists(out.resolve("charts/gateway.cpu.mean.svg")));
    assertTrue(Files.exists(out.resolve("charts/gateway.cpu.mean.png")));
    String page = Files.readString(out.resolve("report.html"));
    assertTrue(page.contains("gateways.cores = 3 meets every expectation"), page);
    assertTrue(page.contains(json().at("/made-by/scenario-sha256").asText()), page);
    JsonNode json = json();
    assertEquals("gateways.cores", json.path("path").asText());
    assertEquals(3, json.path("value").asInt());
  }

  @Test
  void jsonIsTheFileAndNothingElseAndTheThreadsChangeNoByte() throws IOException {
    Screen screen = Screen.pipe();
    assertEquals(0, run(screen, "--find", CORES, "--json", "--threads", "1"));
    JsonNode first = json();
    assertEquals(first, new ObjectMapper().readTree(screen.out()));
    out = folder.resolve("again");
    Screen quiet = Screen.pipe();
    assertEquals(0, run(quiet, "--find", CORES, "--quiet", "--threads", "3"));
    assertEquals("", quiet.out());
    assertEquals("", quiet.err());
    assertEquals(first, json());
  }

  @Test
  void severalPathsAreSizedTogether() throws IOException {
    Screen screen = Screen.window(100);
    assertEquals(
        0, run(screen, "--find", CORES, "--find", "gateways.per-region=1..4"), screen.err());
    JsonNode find = json().path("find");
    assertEquals(2, find.size());
    assertEquals(3, find.get(0).path("value").asInt() * find.get(1).path("value").asInt());
    assertTrue(Files.exists(out.resolve("charts/gateways.cores/gateway.cpu.mean.svg")));
  }

  @Test
  void aPlanHasASizeAStep() throws IOException {
    Screen screen = Screen.window(100);
    assertEquals(0, run(screen, "--find", CORES, "--vary", "load=x1,x2"), screen.err());
    JsonNode steps = json().path("steps");
    assertEquals(3, steps.get(0).path("value").asInt());
    assertEquals("load=x2", steps.get(1).path("at").get(0).asText());
    assertTrue(steps.get(1).path("value").asInt() > 3, steps.get(1).path("value").asText());
    assertTrue(screen.out().contains("  load  gateways.cores  headroom"), screen.out());
  }

  @Test
  void aVariantIsSizedWithItsOwnValues() throws IOException {
    assertEquals(0, run(Screen.pipe(), "--find", "gateways.cores=1..16", "--variant", "slow"));
    assertTrue(json().path("value").asInt() > 6, json().path("value").asText());
  }

  @Test
  void whatIsSpareIsPaidForButNotUsed() throws IOException {
    Screen screen = Screen.window(100);
    String[] options = {"--find", "kafka.fanout-workers.count=2..4", "--set", "gateways.cores=4"};
    assertEquals(0, run(screen, options), screen.err());
    double alone = json().path("cost-per-month").asDouble();
    out = folder.resolve("spare");
    List<String> spare = new ArrayList<>(List.of(options));
    spare.addAll(List.of("--spare", "host"));
    Screen spared = Screen.window(100);
    assertEquals(0, run(spared, spare.toArray(String[]::new)), spared.err());
    assertTrue(spared.out().contains("\nSpare     "), spared.out());
    assertEquals(2, json().path("value").asInt());
    // A worker is a twentieth of it; what is kept differs a little, with one less from the start.
    assertEquals(alone, json().path("cost-per-month").asDouble(), 1e-2 * alone);
  }

  @Test
  void nothingInTheRangeIsNoAnswerAndStatusOne() throws IOException {
    Screen screen = Screen.window(100);
    assertEquals(1, run(screen, "--find", "gateways.cores=1..2"), screen.err());
    assertTrue(screen.out().contains("gateways.cores none, the least of 1..2"), screen.out());
    assertTrue(json().path("value").isNull());
  }

  @Test
  void whatCannotBeKnownIsStatusFour() {
    Screen screen = Screen.window(100);
    String push = "expect={gateway.cpu.mean: \"<= 90%\", delivery.push.sms.p99: \"<= 1s\"}";
    assertEquals(4, run(screen, "--find", CORES, "--set", push), screen.out());
    assertTrue(screen.out().contains("what is unknown counts as not met"), screen.out());
  }

  @Test
  void whereMoreIsNotBetterItSaysSo() {
    Screen screen = Screen.window(100);
    String band = "expect={gateway.cpu.mean: \"7%..13%\"}";
    assertEquals(0, run(screen, "--find", CORES, "--set", band), screen.out());
    assertTrue(screen.out().contains("not monotone: gateways.cores="), screen.out());
  }

  @Test
  void everyErrorOfTheCommandLineIsSaidAtOnce() {
    Screen screen = Screen.pipe();
    String[] wrong = {
      "--find",
      "gateways.cores",
      "--find",
      "redis.shards=9..3",
      "--find",
      "kafka.brokers=3..9",
      "--find",
      "kafka.brokers=3..9",
      "--vary",
      "load",
      "--spare",
      "rack",
      "--replications",
      "2",
      "--threads",
      "0",
      file.toString()
    };
    assertEquals(2, run(screen, wrong));
    assertEquals(8, screen.err().lines().count(), screen.err());
    assertFalse(Files.exists(out));
    Screen none = Screen.pipe();
    assertEquals(2, run(none));
    assertTrue(none.err().startsWith("--find: name 1 to 8 paths"), none.err());
  }

  @Test
  void everyErrorOfEveryWorldIsSaidBeforeAnythingRuns() {
    Screen screen = Screen.pipe();
    String[] wrong = {
      "--find", "gateways.cors=1..4", "--vary", "kafka.linger=5,5ms", "--spare", "zone"
    };
    assertEquals(2, run(screen, wrong));
    List<String> errors = screen.err().lines().toList();
    assertEquals(3, errors.size(), screen.err());
    assertTrue(screen.err().contains("--find gateways.cors=1: gateways.cors: is no key"));
    assertTrue(screen.err().contains("--vary kafka.linger=5: kafka.linger: '5' has no unit"));
    assertTrue(screen.err().contains("--spare zone: region lab has one zone"));
    assertFalse(Files.exists(out));
  }

  @Test
  void withoutAnExpectationNothingIsEnough() throws IOException {
    Files.writeString(file, Files.readString(file).replace(CPU, ""));
    Screen screen = Screen.pipe();
    assertEquals(2, run(screen, "--find", CORES));
    assertTrue(screen.err().contains("expect: is missing"), screen.err());
    assertFalse(Files.exists(out));
  }

  @Test
  void aWorldThatCannotFitIsRefused() {
    Screen screen = Screen.pipe();
    assertEquals(2, run(screen, "--find", "load=x1..x1000", "--max-events", "1M"));
    assertTrue(screen.err().startsWith("tiny/baseline load=x1000: takes about"), screen.err());
    assertFalse(Files.exists(out));
  }

  @Test
  void aFolderOfSomethingElseIsRefused() throws IOException {
    Files.writeString(Files.createDirectory(out).resolve("thesis.doc"), "");
    Screen screen = Screen.pipe();
    assertEquals(2, run(screen, "--find", CORES));
    assertTrue(screen.err().contains("something else than a sizing"), screen.err());
  }

  @Test
  void anInterruptedSizingHasNoAnswerAndGoesOn() throws Exception {
    assertEquals(0, run(Screen.pipe(), "--find", "gateways.cores=3..4"));
    Files.delete(out.resolve("size.json"));
    Process process = sizing("--vary", "duration=4s,10h");
    try (InputStream err = process.getErrorStream()) {
      String said = "";
      for (int c = err.read(); c >= 0 && !said.contains("%"); c = err.read()) {
        said += (char) c;
      }
      assertTrue(said.contains("going on"), said);
      process.toHandle().destroy();
      err.readAllBytes();
      assertTrue(process.waitFor(60, TimeUnit.SECONDS));
    } finally {
      process.destroyForcibly();
    }
    assertEquals(ExitCode.INTERRUPTED.status(), process.exitValue());
    assertFalse(Files.exists(out.resolve("size.json")));
    Screen again = Screen.pipe();
    assertEquals(0, run(again, "--find", "gateways.cores=3..4"));
    assertTrue(again.err().contains("going on; "), again.err());
    assertEquals(3, json().path("value").asInt());
  }

  private Process sizing(String... options) throws IOException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    List<String> command =
        new ArrayList<>(
            List.of(
                java.toString(),
                "-Dhaishin.err=terminal",
                "-cp",
                System.getProperty("java.class.path"),
                Haishin.class.getName(),
                "size",
                file.toString(),
                "--out",
                out.toString(),
                "--find",
                "gateways.cores=3..4"));
    command.addAll(List.of(options));
    return new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
  }

  private JsonNode json() throws IOException {
    return new ObjectMapper().readTree(out.resolve("size.json").toFile());
  }

  private int run(Screen screen, String... options) {
    List<String> all = new ArrayList<>(List.of("size", file.toString(), "--out", out.toString()));
    all.addAll(List.of(options));
    return screen.run(all.toArray(String[]::new));
  }
}
