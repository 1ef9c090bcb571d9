package dev.haishin.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunCommandTest {
  @TempDir Path folder;
  private Path file;
  private Path out;

  @BeforeEach
  void writesAShortScenario() throws IOException {
    out = folder.resolve("out");
    file =
        Files.writeString(
            folder.resolve("short.yaml"),
            InitCommand.starter()
                .replace("duration: 60s ", "duration: 6s ")
                .replace("warmup: 10s ", "warmup: 1s ")
                .replace("users: 60k", "users: 6k")
                .replace("at: 30s", "at: 3s"));
  }

  @Test
  void aRunLeavesEveryFileAndOneScreen() {
    Screen screen = Screen.window(80);
    assertEquals(0, run(screen), screen.err());
    for (String name : List.of("summary.json", "timeline.csv", "run.json", "scenario.yaml")) {
      assertTrue(Files.exists(out.resolve("baseline").resolve(name)), name);
    }
    assertTrue(screen.out().startsWith("starter/baseline"), screen.out());
    assertTrue(screen.out().lines().count() <= 28, screen.out());
  }

  @Test
  void aLongRunSaysSoToTheLauncherBeforeItBegins() {
    Screen screen = Screen.window(80);
    Map<String, String> shortWork = Map.of("HAISHIN_WORK", "short");
    String[] longRun = {
      "run", file.toString(), "--out", out.toString(), "--set", "duration=10000s"
    };
    assertEquals(75, Haishin.run(screen.terminal(), shortWork, longRun), screen.err());
    assertEquals("", screen.out() + screen.err());
    assertFalse(Files.exists(out));
    String[] shortRun = {"run", file.toString(), "--out", out.toString(), "--quiet"};
    assertEquals(0, Haishin.run(screen.terminal(), shortWork, shortRun), screen.err());
  }

  /** 30 million people who only heartbeat: few events, and a table of a gigabyte to go through. */
  @Test
  void aLargeWorldIsLongWorkHoweverFewItsEvents() {
    Screen screen = Screen.window(80);
    String[] large = {
      "run",
      "scenarios/heartbeats-300m.yaml",
      "--out",
      out.toString(),
      "--scale",
      "10%",
      "--set",
      "failures=[]",
      "--set",
      "traffic.messages.rate=10/s"
    };
    int status = Haishin.run(screen.terminal(), Map.of("HAISHIN_WORK", "short"), large);
    assertEquals(75, status, screen.err());
    assertFalse(Files.exists(out));
  }

  @Test
  void memoryShowsWhatEachTableTakesAUser() {
    Screen screen = Screen.window(80);
    assertEquals(0, run(screen, "--memory"), screen.err());
    // 6,000 users, a row of 16 bytes and a session of 4 bytes each.
    assertTrue(screen.out().lines().anyMatch(line -> line.matches("  people .* 93.8 KiB +16")));
    assertTrue(screen.out().lines().anyMatch(line -> line.matches("  session dir.* 23.4 KiB +4")));
    assertTrue(screen.out().contains("Held by the world"), screen.out());
    assertTrue(screen.out().lines().anyMatch(line -> line.matches("  [0-9]+ others .*")));
    Screen without = Screen.window(80);
    assertEquals(0, run(without), without.err());
    assertFalse(without.out().contains("Memory at the end"), without.out());
  }

  @Test
  void quietIsQuiet() {
    Screen screen = Screen.window(80);
    assertEquals(0, run(screen, "--quiet"));
    assertEquals("", screen.out());
    assertEquals("", screen.err());
  }

  @Test
  void jsonIsTheSummary() throws IOException {
    Screen screen = Screen.pipe();
    assertEquals(0, run(screen, "--json"));
    JsonNode printed = new ObjectMapper().readTree(screen.out());
    assertEquals(
        new ObjectMapper().readTree(out.resolve("baseline/summary.json").toFile()), printed);
  }

  @Test
  void everyVariantHasItsFolder() {
    assertEquals(0, run(Screen.pipe(), "--variant", "all", "--quiet"));
    assertTrue(Files.exists(out.resolve("baseline/summary.json")));
    assertTrue(Files.exists(out.resolve("read/summary.json")));
  }

  @Test
  void replicationsLeaveIntervalsAndATable() throws IOException {
    Screen screen = Screen.window(80);
    assertEquals(0, run(screen, "--replications", "3"), screen.err());
    assertTrue(screen.out().contains("(3 replications, 95% intervals)"), screen.out());
    JsonNode summary = new ObjectMapper().readTree(out.resolve("baseline/summary.json").toFile());
    assertEquals(3, summary.path("replications").asInt());
    assertEquals("terminating", summary.path("horizon").asText());
    JsonNode ack = summary.path("metrics").path("send.ack");
    assertTrue(
        ack.path("interval").path("p50").path("low").asDouble() < ack.path("p50").asDouble());
    assertTrue(ack.path("pooled").path("p50").asDouble() > 0);
    List<String> table = Files.readAllLines(out.resolve("baseline/replications.csv"));
    assertEquals(4, table.size());
    String hgrm = Files.readString(out.resolve("baseline/latency/send.ack.hgrm"));
    String pooled = Long.toString(Math.round(3 * ack.path("count").asDouble()));
    assertTrue(hgrm.matches("(?s).*Total count +=  *" + pooled + "].*"), pooled);
  }

  @Test
  void theThreadsOfReplicationsChangeNoByte() throws IOException {
    assertEquals(0, run(Screen.pipe(), "--replications", "3", "--threads", "1", "--quiet"));
    String summary = Files.readString(out.resolve("baseline/summary.json"));
    String table = Files.readString(out.resolve("baseline/replications.csv"));
    assertEquals(0, run(Screen.pipe(), "--replications", "3", "--threads", "3", "--quiet"));
    assertEquals(summary, Files.readString(out.resolve("baseline/summary.json")));
    assertEquals(table, Files.readString(out.resolve("baseline/replications.csv")));
  }

  @Test
  void aPrecisionSaysHowManyReplicationsItTook() throws IOException {
    Screen screen = Screen.window(80);
    expectNothing();
    String median = "expect={send.ack.p50: \"<= 1s\"}";
    assertEquals(0, run(screen, "--precision", "5%", "--replications", "2", "--set", median));
    assertTrue(screen.out().contains("Precision  5%, reached after"), screen.out());
    Screen capped = Screen.window(80);
    assertEquals(
        0,
        run(capped, "--precision", "0.001%", "--max-replications", "3", "--set", median),
        capped.err());
    assertTrue(capped.out().contains("NOT reached after 3 replications: send.ack.p50"));
  }

  private void expectNothing() throws IOException {
    String text = Files.readString(file);
    Files.writeString(file, text.replaceAll("(?m)^  (delivery.online|ledger.lost).*$", ""));
  }

  @Test
  void replicationsThatMakeNoSenseAreRefused() throws IOException {
    Screen screen = Screen.pipe();
    assertEquals(2, run(screen, "--replications", "0", "--precision", "5", "--threads", "0"));
    assertEquals(4, screen.err().lines().count(), screen.err());
    Screen alone = Screen.pipe();
    assertEquals(2, run(alone, "--max-replications", "7"));
    assertTrue(alone.err().contains("without --precision"), alone.err());
    Screen nothing = Screen.pipe();
    expectNothing();
    assertEquals(2, run(nothing, "--precision", "5%"));
    assertTrue(nothing.err().contains("needs an expected path"), nothing.err());
  }

  @Test
  void aMissedExpectationMattersWhenStrict() {
    String impossible = "expect={ledger.live: \"== 0\"}";
    Screen screen = Screen.pipe();
    assertEquals(0, run(screen, "--set", impossible));
    assertTrue(screen.out().contains("MISSED"), screen.out());
    assertEquals(1, run(Screen.pipe(), "--set", impossible, "--strict"));
  }

  @Test
  void tooFewSamplesAreNoPass() {
    String hopeless = "expect={delivery.online.p99.99: \"<= 1h\"}";
    assertEquals(4, run(Screen.pipe(), "--set", hopeless, "--strict"));
  }

  @Test
  void everyErrorIsPrintedAndNothingIsWritten() throws IOException {
    String bad =
        Files.readString(file).replace("brokers: 3", "brokres: 3").replace("seed: 1 ", "seed: x ");
    Files.writeString(file, bad);
    Screen screen = Screen.pipe();
    assertEquals(2, run(screen));
    assertTrue(screen.err().contains("brokres"), screen.err());
    assertTrue(screen.err().contains("seed"), screen.err());
    assertTrue(screen.err().lines().allMatch(l -> l.startsWith(file.toString())), screen.err());
    assertFalse(Files.exists(out));
  }

  @Test
  void aGoodFileIsValid() {
    Screen screen = Screen.pipe();
    assertEquals(0, screen.run("validate", file.toString(), "--variant", "all"), screen.err());
    assertTrue(screen.out().contains(file + ": OK"), screen.out());
    assertTrue(screen.out().contains(file + " read: OK"), screen.out());
  }

  @Test
  void anInterruptedRunWritesNothing() throws Exception {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    Process process =
        new ProcessBuilder(
                java.toString(),
                "-Dhaishin.err=terminal",
                "-cp",
                System.getProperty("java.class.path"),
                Haishin.class.getName(),
                "run",
                file.toString(),
                "--out",
                out.toString(),
                "--set",
                "duration=10h")
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (InputStream err = process.getErrorStream()) {
      assertTrue(err.read() >= 0, "the progress bar never came");
      process.toHandle().destroy();
      err.readAllBytes();
      assertTrue(process.waitFor(60, TimeUnit.SECONDS));
    } finally {
      process.destroyForcibly();
    }
    assertEquals(ExitCode.INTERRUPTED.status(), process.exitValue());
    assertFalse(Files.exists(out));
  }

  private int run(Screen screen, String... options) {
    String[] args = new String[options.length + 4];
    args[0] = "run";
    args[1] = file.toString();
    args[2] = "--out";
    args[3] = out.toString();
    System.arraycopy(options, 0, args, 4, options.length);
    return screen.run(args);
  }
}
