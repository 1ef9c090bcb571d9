package dev.haishin.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.haishin.Golden;
import dev.haishin.results.file.ChaosFindings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChaosCommandTest {
  private static final String BREAKABLE = "expect={disconnects.count: \"< 1\"}";

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
                .replace("users: 60k", "users: 2k")
                .replace("at: 30s", "at: 3s"));
  }

  @Test
  void aFindingEndsWithOneAndCanBeRun() throws IOException {
    Screen screen = Screen.pipe();
    assertEquals(1, chaos(screen, "--set", BREAKABLE, "--json"), screen.err());
    JsonNode printed = new ObjectMapper().readTree(screen.out());
    assertEquals("haishin/chaos/1", printed.get("schema").asText());
    assertEquals(new ObjectMapper().readTree(out.resolve("chaos.json").toFile()), printed);
    String finding = out.resolve(printed.at("/findings/0/file").asText()).toString();
    Screen again = Screen.pipe();
    Path results = folder.resolve("again");
    assertEquals(
        1, again.run("run", finding, "--strict", "--out", results.toString()), again.err());
    assertTrue(again.out().contains("MISSED"), again.out());
  }

  @Test
  void nothingFoundEndsWithZero() {
    Screen screen = Screen.window(80);
    assertEquals(0, chaos(screen, "--set", "expect={ledger.lost: \"== 0\"}"), screen.err());
    assertTrue(screen.out().contains("3 schedules, nothing new found"), screen.out());
  }

  @Test
  void quietIsQuiet() {
    Screen screen = Screen.window(80);
    assertEquals(1, chaos(screen, "--set", BREAKABLE, "--quiet"));
    assertEquals("", screen.out());
    assertEquals("", screen.err());
  }

  @Test
  void everyErrorIsSaidAndNothingIsWritten() {
    Screen screen = Screen.pipe();
    assertEquals(
        2,
        screen.run(
            "chaos", file.toString(), file.toString(), "--schedules", "0", "--threads", "0"));
    assertEquals(3, screen.err().lines().count(), screen.err());
    Screen none = Screen.pipe();
    assertEquals(2, chaos(none, "--set", "chaos.verbs=[]"));
    assertTrue(none.err().contains("leaves nothing that can fail"), none.err());
    assertFalse(Files.exists(out));
  }

  @Test
  void theScreenAndTheDocumentLookAsTheyDid() throws IOException {
    ChaosFindings findings = findings();
    Screen screen = Screen.window(80);
    new ChaosScreen(screen.terminal()).show(findings, Path.of("results", "launch", "chaos"));
    Golden.assertSame(ChaosCommandTest.class, "chaos.txt", screen.out());
    Golden.assertSame(ChaosCommandTest.class, "chaos.json", findings.json());
  }

  private static ChaosFindings findings() {
    ChaosFindings.Origin origin =
        new ChaosFindings.Origin(
            "launch", "baseline", 7, List.of("scale=10%"), "0.1.0", "0123456789abcdef");
    ChaosFindings.Finding found =
        new ChaosFindings.Finding(
            "finding-1.yaml",
            12,
            List.of("lost acks-leader-loss", "missed delivery.online.p99[failure+0s..failure+60s]"),
            List.of(
                "{at: 30s, vanish: gateway, region: tokyo, index: 0, restart: 1s}",
                "{at: 40s, disconnect: clients, region: tokyo, share: 10%}"),
            5,
            14);
    ChaosFindings.Finding known =
        new ChaosFindings.Finding(
            "f1.yaml", 0, List.of("unbalanced"), List.of("{at: 1m, crash: gateway}"), 3, 0);
    ChaosFindings.Finding mended =
        new ChaosFindings.Finding(
            "f2.yaml", 0, List.of(), List.of("{at: 2m, crash: gateway}"), 0, 0);
    return new ChaosFindings(
        origin, 200, List.of("missed gateway.cpu.max"), List.of(found), List.of(known, mended));
  }

  private int chaos(Screen screen, String... more) {
    String[] args = new String[more.length + 6];
    List<String> first = List.of("chaos", file.toString(), "--out", out.toString());
    for (int i = 0; i < first.size(); i++) {
      args[i] = first.get(i);
    }
    args[4] = "--schedules";
    args[5] = "3";
    System.arraycopy(more, 0, args, 6, more.length);
    return screen.run(args);
  }
}
