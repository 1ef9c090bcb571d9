package dev.haishin.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Delivery code from outside, from its jar to the results. */
class PluginTest {
  @TempDir static Path built;
  private static Path example;

  @TempDir Path folder;
  private Path file;

  @BeforeAll
  static void buildsTheExample() throws IOException {
    example = PluginProject.build(PluginProject.EXAMPLE, built.resolve("strategy-plugin.jar"));
  }

  @BeforeEach
  void writesAShortScenario() throws IOException {
    file =
        Files.writeString(
            folder.resolve("short.yaml"),
            """
            name: short
            duration: 4s
            regions:
              tokyo: {users: 4k, connected: 60%}
            chats:
              direct: {share: 50%}
              group: {share: 50%, size: powerlaw(alpha=2.3 min=3 max=50)}
            traffic:
              messages: {rate: 100/s}
            expect:
              delivery.any.p50: "<= 10s"
            """);
  }

  @Test
  void theExamplesStrategyRunsAndItsJarIsNamedInTheResults() throws Exception {
    JsonNode summary =
        run(
            "strategy=copy-and-notify",
            "--set",
            "delivery.fanout.settings.copy-and-notify.whole-up-to=3");
    JsonNode metrics = summary.path("metrics");
    assertTrue(metrics.at("/fanout.inbox-writes/count").asLong() > 100);
    assertTrue(metrics.at("/fanout.notifications/count").asLong() > 10);
    assertEquals(0, metrics.at("/fanout.log-appends/count").asLong());
    JsonNode plugin = summary.at("/made-by/plugins/0");
    assertEquals("strategy-plugin.jar", plugin.path("name").asText());
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(example));
    assertEquals(HexFormat.of().formatHex(digest), plugin.path("sha256").asText());
  }

  @Test
  void aStrategyThatDoesAsAStandardOneTakesTheSamePath() throws Exception {
    // Whole messages in all chats: fan-out on write.
    JsonNode plugged =
        run(
            "strategy=copy-and-notify",
            "--set",
            "delivery.fanout.settings.copy-and-notify.whole-up-to=100000");
    JsonNode standard = run("strategy=write");
    assertEquals(standard.path("events-digest"), plugged.path("events-digest"));
    assertEquals(standard.path("metrics"), plugged.path("metrics"));
  }

  @Test
  void theExamplesRouterPushesWhereTheStandardOneTriesAgain() throws Exception {
    String failure = "failures=[{at: 2s, crash: gateway, index: 0, restart: 1s}]";
    JsonNode standard = run("strategy=write", "--set", failure);
    JsonNode plugged =
        run("strategy=write", "--set", failure, "--set", "delivery.router=push-at-once");
    assertTrue(plugged.at("/ledger/balanced").asBoolean());
    assertFalse(standard.path("events-digest").equals(plugged.path("events-digest")));
  }

  @Test
  void chaosFindsTheRouterThatDoesNotTryAStaleRouteAgain() throws Exception {
    // Everybody is connected. A dark gateway is found out and left within 1.5 s: a beat a second,
    // 50 ms for its answer, and no new connection to it. So whoever looks a silent route up again
    // after 2.5 s finds the new one. Only a gateway that is back before its clients know that it
    // was gone says so at once, for 100 ms or so; half of a hundred messages a second are five.
    Path routes =
        Files.writeString(
            folder.resolve("routes.yaml"),
            """
            name: routes
            seed: 3
            duration: 10s
            warmup: 1s
            regions: {tokyo: {users: 200, connected: 100%}}
            network: {access: 5ms}
            clients:
              heartbeat: 1s
              heartbeat-timeout: 50ms
              connect-timeout: 300ms
              session: static
              reconnect: {backoff: full-jitter, base: 20ms, cap: 50ms}
            chats: {direct: {share: 100%}}
            traffic: {messages: {rate: 100/s}}
            gateways: {per-region: 4, cores: 1, health-check: 500ms}
            delivery: {route-timeout: 2500ms}
            chaos: {verbs: [vanish gateway], at-once: 2, share: 30%}
            expect: {push.offered.count: "< 10"}
            """);
    JsonNode clean = chaos(routes, 0, "standard");
    assertEquals(0, clean.path("findings").size(), clean::toString);
    String[] plugged = {"--plugin", example.toString(), "--set", "delivery.router=push-at-once"};
    JsonNode found = chaos(routes, 1, "plugged", plugged);
    assertEquals(1, found.path("findings").size(), found::toString);
    JsonNode finding = found.at("/findings/0");
    assertEquals("missed push.offered.count", finding.at("/shows/0").asText());
    assertEquals(1, finding.path("failures").size(), finding::toString);
    assertTrue(finding.at("/failures/0").asText().contains("vanish: gateway"), finding::toString);
    Screen again = Screen.pipe();
    List<String> words = new ArrayList<>(List.of("run", "--strict"));
    words.add(folder.resolve("plugged").resolve(finding.path("file").asText()).toString());
    words.addAll(List.of("--plugin", example.toString()));
    words.addAll(List.of("--out", folder.resolve("again").toString()));
    assertEquals(1, again.run(words.toArray(String[]::new)), again.err());
    assertTrue(again.out().contains("MISSED"), again.out());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "run",
        "validate",
        "compare --replications 2",
        "check",
        "sweep --vary load=x1,x2 --metric delivery.any.p50",
        "sweep --one-at-a-time --among traffic --replications 2 --for delivery.any.p50",
        "size --find load=x1..x2",
        "chaos --schedules 1"
      })
  void everyCommandThatRunsAScenarioKnowsWhatIsPluggedIn(String command) {
    List<String> words = new ArrayList<>(List.of(command.split(" ")));
    words.add(1, file.toString());
    words.addAll(List.of("--plugin", example.toString()));
    words.addAll(List.of("--set", "delivery.fanout.strategy=copy-and-notify"));
    if (!command.equals("validate") && !command.equals("check")) {
      words.addAll(List.of("--out", folder.resolve("out").toString()));
    }
    Screen screen = Screen.pipe();
    int status = screen.run(words.toArray(String[]::new));
    assertTrue(status == 0 || status == 1, status + ": " + screen.err());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "compare --replications 2 compare.json",
        "sweep --vary load=x1 --metric delivery.any.p50 sweep.json",
        "sweep --one-at-a-time --among traffic --for delivery.any.p50 assumptions.json",
        "size --find load=x1..x2 size.json"
      })
  void theResultsOfManyRunsNameTheJarToo(String command) throws IOException {
    List<String> words = new ArrayList<>(List.of(command.split(" ")));
    Path out = folder.resolve("out");
    String json = words.remove(words.size() - 1);
    words.add(1, file.toString());
    words.addAll(List.of("--plugin", example.toString(), "--out", out.toString(), "--json"));
    Screen screen = Screen.pipe();
    assertEquals(0, screen.run(words.toArray(String[]::new)), screen.err());
    JsonNode root = new ObjectMapper().readTree(out.resolve(json).toFile());
    assertEquals("strategy-plugin.jar", root.at("/made-by/plugins/0/name").asText());
  }

  private JsonNode chaos(Path scenario, int status, String out, String... more) throws Exception {
    List<String> words = new ArrayList<>(List.of("chaos", scenario.toString(), "--json"));
    words.addAll(List.of("--schedules", "40", "--out", folder.resolve(out).toString()));
    words.addAll(List.of(more));
    Screen screen = Screen.pipe();
    assertEquals(status, screen.run(words.toArray(String[]::new)), screen.err() + screen.out());
    return new ObjectMapper().readTree(screen.out());
  }

  @Test
  void aPlugInThatThrowsFailsTheRunWithChatMessageAndStack() throws IOException {
    Path jar =
        PluginProject.ofStrategy(
            "sad", "throw new IllegalStateException(\"empty shelf\");", folder.resolve("sad.jar"));
    Screen screen = Screen.pipe();
    assertEquals(70, screen.run(words(jar, "strategy=sad")), screen.err());
    List<String> err = screen.err().lines().toList();
    assertTrue(
        err.get(0)
            .matches(
                "haishin: fan-out strategy 'sad' threw java\\.lang\\.IllegalStateException: empty"
                    + " shelf \\(chat \\d+, message \\d+\\)"),
        screen.err());
    assertTrue(
        err.stream().anyMatch(line -> line.contains("theirs.Theirs.fanOut(Theirs.java")),
        screen.err());
    assertFalse(Files.exists(folder.resolve("out")));
  }

  @Test
  void aPlugInThatLeavesSomebodyOutFailsTheRun() throws IOException {
    Path jar = PluginProject.ofStrategy("lazy", "", folder.resolve("lazy.jar"));
    Screen screen = Screen.pipe();
    assertEquals(70, screen.run(words(jar, "strategy=lazy")));
    assertTrue(
        screen.err().matches("(?s)haishin: fan-out strategy 'lazy' leaves out user \\d+ .*"),
        screen.err());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "copy-and-notify | whole-upto: 3   | whole-upto: is no setting of this strategy",
        "copy-and-notify | whole-up-to: -1 | '-1' is out of bounds; a whole number from 0 on",
        "write           | whole-up-to: 3  | only plugged-in strategies have them"
      })
  void settingsAreCheckedBeforeTheRun(String strategy, String setting, String expected) {
    Screen screen = Screen.pipe();
    List<String> words = new ArrayList<>(List.of("validate", file.toString()));
    words.addAll(List.of("--plugin", example.toString()));
    words.addAll(List.of("--set", "delivery.fanout.strategy=" + strategy));
    words.addAll(List.of("--set", "delivery.fanout.settings." + strategy + "={" + setting + "}"));
    assertEquals(2, screen.run(words.toArray(String[]::new)), screen.out());
    assertTrue(screen.err().contains(expected), screen.err());
  }

  @Test
  void settingsOfAStrategyThatIsNotPluggedInAreWarnedOf() {
    Screen screen = Screen.pipe();
    String setting = "delivery.fanout.settings.theirs={depth: 3}";
    assertEquals(0, screen.run("validate", file.toString(), "--set", setting), screen.err());
    assertTrue(
        screen
            .out()
            .contains(
                "warning: delivery.fanout.settings.theirs: no strategy of that name is plugged in"),
        screen.out());
  }

  @Test
  void everyJarThatIsOfNoUseIsNamed() throws IOException {
    Path text = Files.writeString(folder.resolve("notes.jar"), "no jar");
    Path empty = folder.resolve("empty.jar");
    try (var out = new java.util.jar.JarOutputStream(Files.newOutputStream(empty))) {
      out.putNextEntry(new java.util.jar.JarEntry("a.txt"));
    }
    Path taken = PluginProject.ofStrategy("hybrid", "", folder.resolve("taken.jar"));
    Path broken = folder.resolve("broken.jar");
    try (var out = new java.util.jar.JarOutputStream(Files.newOutputStream(broken))) {
      String service = "META-INF/services/dev.haishin.delivery.FanoutStrategyProvider";
      out.putNextEntry(new java.util.jar.JarEntry(service));
      out.write("theirs.Missing\n".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
    Screen screen = Screen.pipe();
    List<String> words = new ArrayList<>(List.of("validate", file.toString()));
    for (Path jar : List.of(folder.resolve("none.jar"), text, empty, taken, broken)) {
      words.addAll(List.of("--plugin", jar.toString()));
    }
    assertEquals(2, screen.run(words.toArray(String[]::new)));
    List<String> err = screen.err().lines().toList();
    assertEquals(5, err.size(), screen.err());
    assertTrue(err.get(0).endsWith("none.jar: no such file; give a jar"), err.get(0));
    assertTrue(err.get(1).contains("notes.jar: is no jar that can be read"), err.get(1));
    assertTrue(err.get(2).contains("empty.jar: brings neither a fan-out strategy"), err.get(2));
    assertTrue(err.get(3).contains("'hybrid' is there already; rename one"), err.get(3));
    assertTrue(err.get(4).contains("broken.jar: cannot be loaded: "), err.get(4));
  }

  @Test
  void aStrategyThatNobodyBringsIsRefusedWithTheKnownOnes() {
    Screen screen = Screen.pipe();
    assertEquals(
        2,
        screen.run(
            "validate",
            file.toString(),
            "--plugin",
            example.toString(),
            "--set",
            "delivery.fanout.strategy=copy-and-notifi"));
    assertTrue(
        screen
            .err()
            .contains(
                "known are write, read, hybrid, cost-based, copy-and-notify"
                    + " (did you mean 'copy-and-notify'?)"),
        screen.err());
  }

  private JsonNode run(String strategy, String... more) throws IOException {
    Screen screen = Screen.pipe();
    assertEquals(0, screen.run(words(example, strategy, more)), screen.err());
    return new ObjectMapper().readTree(screen.out());
  }

  private String[] words(Path jar, String strategy, String... more) {
    List<String> words = new ArrayList<>(List.of("run", file.toString(), "--json"));
    words.addAll(List.of("--plugin", jar.toString()));
    words.addAll(List.of("--set", "delivery.fanout." + strategy));
    words.addAll(List.of("--out", folder.resolve("out").toString()));
    words.addAll(List.of(more));
    return words.toArray(String[]::new);
  }
}
