package dev.haishin.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The gate, from scenario and plug-in to exit status. */
class CheckCommandTest {
  private static final String WRITES =
      """
      for (int i = 0; i < members.size(); i++) {
        long user = members.member(i);
        if (user != chat.senderId()) { sink.writeInbox(user); sink.%s(user); }
      }
      """;
  private static final String SCENARIO =
      """
      name: gate
      duration: 4s
      regions:
        tokyo: {users: 2k, connected: 60%}
      traffic:
        messages: {rate: 300/s}
      delivery: {fanout: {strategy: theirs}}
      expect:
        delivery.online.p50: "<= 300ms"
      check:
        tolerance:
          delivery.online.p50: 10%
          delivery.online.mean: 10%
          fanout.cpu.mean: 10%
          ledger.lost: 0
        max-replications: 20
      variants:
        other: {traffic.messages.rate: 200/s}
      """;

  @TempDir static Path shared;
  private static Path file;
  private static Path base;
  private static Path good;
  private static Path slowed;

  @TempDir Path folder;

  @BeforeAll
  static void makesABaseline() throws IOException {
    file = Files.writeString(shared.resolve("gate.yaml"), SCENARIO);
    base = shared.resolve("base");
    good = PluginProject.ofStrategy("theirs", WRITES.formatted("route"), shared.resolve("a.jar"));
    slowed =
        PluginProject.ofStrategy(
            "theirs", WRITES.formatted("notifyMember"), shared.resolve("b.jar"));
    Screen screen = Screen.pipe();
    assertEquals(0, screen.run(words(good, "--update-baseline")), screen.err());
    assertTrue(screen.out().contains("made anew, of 20 replications"), screen.out());
    assertTrue(Files.exists(base.resolve("gate/baseline/replications.csv")));
  }

  @Test
  void theSameBytesPassAtOnce() {
    Screen screen = Screen.pipe();
    assertEquals(0, screen.run(words(good)), screen.out());
    assertTrue(screen.out().startsWith("gate/baseline  1 run\n"), screen.out());
    assertTrue(words(screen).contains("same course of events, same figures"), screen.out());
    assertTrue(screen.out().endsWith("PASSED: 1 the same as a baseline\n"), screen.out());
  }

  @Test
  void aSlowedStrategyIsCaughtAndTheStageIsNamed() throws IOException {
    Path junit = folder.resolve("deep/check.xml");
    Path markdown = folder.resolve("check.md");
    Screen screen = Screen.pipe();
    int status =
        Haishin.run(
            screen.terminal(),
            Map.of("GITHUB_ACTIONS", "true"),
            words(
                slowed, "--json", "--junit", junit.toString(), "--markdown", markdown.toString()));
    assertEquals(1, status, screen.out() + screen.err());
    JsonNode slower = comparison(screen, "delivery.online.p50");
    assertEquals("worse", slower.path("verdict").asText());
    assertTrue(slower.path("stage").asText().startsWith("stage.log-read."), slower::toString);
    assertTrue(slower.path("now").asDouble() > 1.1 * slower.path("was").asDouble());
    assertEquals("within", comparison(screen, "ledger.lost").path("verdict").asText());
    assertTrue(screen.err().contains("::error file=" + file + ",line=12,"), screen.err());
    assertTrue(Files.readString(junit).contains("<failure type=\"worse\""));
    assertTrue(Files.readString(markdown).startsWith("## Haishin: FAILED: "));
  }

  @Test
  void tenReseededRunsOfTheSameAreNot() {
    for (int seed = 101; seed <= 110; seed++) {
      Screen screen = Screen.pipe();
      assertEquals(0, screen.run(words(good, "--seed", "" + seed)), screen.out());
      assertFalse(screen.out().contains("the same as a baseline"));
    }
  }

  @Test
  void aStrategyThatOnlyTakesMoreProcessorTimeIsCaughtByMeasuredCosts() throws IOException {
    Path costs =
        Files.writeString(
            folder.resolve("costs.yaml"),
            """
            schema: haishin/costs/1
            strategies:
              theirs: {recipient-cost: 12us}
            """);
    Screen screen = Screen.pipe();
    assertEquals(1, screen.run(words(good, "--json", "--costs", costs.toString())), screen.err());
    assertEquals("worse", comparison(screen, "fanout.cpu.mean").path("verdict").asText());
    assertEquals("within", comparison(screen, "delivery.online.p50").path("verdict").asText());
  }

  @Test
  void everyBaselineIsComparedWith() {
    // The folder of the world itself is a baseline as well.
    Path itself = base.resolve("gate/baseline");
    Screen screen = Screen.pipe();
    assertEquals(1, screen.run(words(slowed, "--baseline", itself.toString(), "--json")));
    long worse = screen.out().lines().filter(l -> l.contains("\"verdict\": \"worse\"")).count();
    assertEquals(4, worse, screen.out());
    assertTrue(screen.out().contains("\"baseline\": \"" + itself + "\""), screen.out());
  }

  @Test
  void whatTheBaselineDoesNotHoldIsUnknown() {
    Screen screen = Screen.pipe();
    assertEquals(4, screen.run(words(good, "--variant", "other")), screen.out());
    assertTrue(words(screen).contains("it holds no results of gate/other"), screen.out());
  }

  @Test
  void aBaselineOfAnotherDurationIsOfNoUse() {
    Screen screen = Screen.pipe();
    assertEquals(4, screen.run(words(good, "--set", "duration=5s")), screen.out());
    assertTrue(words(screen).contains("it was made with another duration"), screen.out());
  }

  @Test
  void missingMetricsAndTooFewSamplesAreUnknown() {
    Screen screen = Screen.pipe();
    String tolerance =
        "check.tolerance={delivery.online.p99.99: 5%, delivery.push.sms.mean: 5%,"
            + " fanout.cpu.mean: 50%}";
    assertEquals(
        4, screen.run(words(good, "--seed", "5", "--json", "--set", tolerance)), screen.err());
    assertTrue(
        comparison(screen, "delivery.online.p99.99")
            .path("reason")
            .asText()
            .startsWith("the baseline does not know it, this run"));
    assertEquals("unknown", comparison(screen, "delivery.push.sms.mean").path("verdict").asText());
    assertEquals("within", comparison(screen, "fanout.cpu.mean").path("verdict").asText());
  }

  @Test
  void aRunOfOneReplicationIsComparedByItsBytesAlone() {
    Path single = folder.resolve("single");
    Screen run = Screen.pipe();
    String[] once = {
      "run", file.toString(), "--plugin", good.toString(), "--out", single.toString(), "--quiet"
    };
    assertEquals(0, run.run(once), run.err());
    Screen same = Screen.pipe();
    assertEquals(0, same.run(wordsOf(single, good)), same.out());
    assertTrue(same.out().endsWith("PASSED: 1 the same as a baseline\n"), same.out());
    Screen other = Screen.pipe();
    assertEquals(4, other.run(wordsOf(single, slowed)), other.out());
    assertTrue(words(other).contains("one replication says nothing of the spread"), other.out());
  }

  @Test
  void withoutABaselineOnlyExpectationsCount() {
    Screen met = Screen.pipe();
    assertEquals(0, met.run("check", file.toString(), "--plugin", good.toString()));
    assertTrue(met.out().endsWith("PASSED\n"), met.out());
    Screen missed = Screen.pipe();
    String limit = "expect={delivery.online.p50: '<= 1ms'}";
    assertEquals(
        1, missed.run("check", file.toString(), "--plugin", good.toString(), "--set", limit));
    assertTrue(missed.out().endsWith("FAILED: 1 missed\n"), missed.out());
  }

  @Test
  void aPlugInThatFailsInAReplicationIsNamed() throws IOException {
    Path sad =
        PluginProject.ofStrategy(
            "theirs", "throw new IllegalStateException(\"gone\");", folder.resolve("sad.jar"));
    Screen screen = Screen.pipe();
    assertEquals(70, screen.run(words(sad)));
    assertTrue(screen.err().startsWith("haishin: fan-out strategy 'theirs' threw "), screen.err());
    assertTrue(screen.err().contains("theirs.Theirs.fanOut(Theirs.java"), screen.err());
  }

  @Test
  void everythingThatIsWrongIsSaidAtOnce() throws IOException {
    Path costs = Files.writeString(folder.resolve("costs.yaml"), "schema: other\n");
    Screen screen = Screen.pipe();
    int status =
        screen.run(
            "check",
            file.toString(),
            "--plugin",
            good.toString(),
            "--threads",
            "0",
            "--baseline",
            folder.resolve("none").toString(),
            "--costs",
            costs.toString());
    assertEquals(2, status);
    List<String> err = screen.err().lines().toList();
    assertEquals(3, err.size(), screen.err());
    assertTrue(err.get(0).startsWith("--threads 0: is out of bounds"), err.get(0));
    assertTrue(err.get(1).contains("write schema: haishin/costs/1"), err.get(1));
    assertTrue(err.get(2).contains("no such folder; --update-baseline makes it"), err.get(2));
  }

  /** What was printed, however its lines were broken. */
  private static String words(Screen screen) {
    return screen.out().replaceAll("\\s+", " ");
  }

  private static JsonNode comparison(Screen screen, String path) {
    try {
      JsonNode root = new ObjectMapper().readTree(screen.out());
      for (JsonNode each : root.at("/worlds/0/comparisons")) {
        if (each.path("path").asText().equals(path)) {
          return each;
        }
      }
    } catch (IOException broken) {
      throw new java.io.UncheckedIOException(broken);
    }
    throw new AssertionError("no " + path + " in " + screen.out());
  }

  private static String[] words(Path plugin, String... more) {
    return wordsOf(base, plugin, more);
  }

  private static String[] wordsOf(Path baseline, Path plugin, String... more) {
    List<String> words = new ArrayList<>(List.of("check", file.toString()));
    words.addAll(List.of("--plugin", plugin.toString(), "--baseline", baseline.toString()));
    return Stream.concat(words.stream(), Stream.of(more)).toArray(String[]::new);
  }
}
