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

class CompareCommandTest {
  @TempDir Path folder;
  private Path file;
  private Path out;

  @BeforeEach
  void writesAScenarioWithVariants() {
    out = folder.resolve("out");
    file =
        TrialScenarios.tiny(
            folder,
            "expect: {delivery.online.p50: \"<= 1s\"}",
            "variants:",
            "  slow: {gateways.frame-out-cost: exp(2ms)}",
            "  dear: {costs.gateway: 2 USD/h}");
  }

  @Test
  void everyVariantAndTheOracleAreCompared() throws IOException {
    Screen screen = Screen.window(100);
    assertEquals(0, run(screen, "--replications", "3"), screen.err());
    JsonNode json = new ObjectMapper().readTree(out.resolve("compare.json").toFile());
    assertEquals(3, json.path("replications").asInt());
    assertEquals(
        List.of("baseline", "slow", "dear", "oracle"),
        json.path("variants").findValuesAsText("name"));
    assertTrue(screen.out().contains("All met the same taps"), screen.out());
    assertTrue(screen.out().contains("  dear"), screen.out());
    assertEquals(13, Files.readAllLines(out.resolve("replications.csv")).size());
  }

  @Test
  void theThreadsChangeNoByte() throws IOException {
    assertEquals(0, run(Screen.pipe(), "--replications", "2", "--threads", "1", "--quiet"));
    List<String> first = texts();
    assertEquals(0, run(Screen.pipe(), "--replications", "2", "--threads", "3", "--quiet"));
    assertEquals(first, texts());
  }

  @Test
  void jsonIsTheFileAndNothingElse() throws IOException {
    Screen screen = Screen.pipe();
    assertEquals(0, run(screen, "--replications", "2", "--variant", "slow", "--json"));
    ObjectMapper json = new ObjectMapper();
    assertEquals(json.readTree(out.resolve("compare.json").toFile()), json.readTree(screen.out()));
  }

  @Test
  void anotherSeedIsToldFromTheSameTaps() {
    Screen screen = Screen.window(100);
    TrialScenarios.tiny(folder, "variants: {reseeded: {seed: 6}}");
    assertEquals(0, run(screen, "--replications", "2"), screen.err());
    assertTrue(screen.out().contains("Not the same taps as baseline: reseeded"), screen.out());
  }

  @Test
  void whatCannotBeComparedIsRefusedBeforeAnythingRuns() {
    assertRefused("takes one scenario", file.toString());
    assertRefused("--replications 0", "--replications", "0");
    assertRefused("--threads 0", "--threads", "0");
    assertRefused("no 'fast'", "--variant", "fast");
    assertRefused("nothing to compare", "--variant", "slow", "--no-oracle");
    TrialScenarios.tiny(folder, "variants: {oracle: {costs.gateway: 2 USD/h}}");
    assertRefused("has the name of the bound");
    assertFalse(Files.exists(out));
  }

  @Test
  void aFolderOfSomethingElseIsLeftAlone() throws IOException {
    Files.createDirectories(out);
    Files.writeString(out.resolve("thesis.doc"), "");
    Screen screen = Screen.pipe();
    assertEquals(2, run(screen, "--replications", "2", "--variant", "slow"));
    assertTrue(screen.err().contains("something else than a result"), screen.err());
    assertTrue(Files.exists(out.resolve("thesis.doc")));
  }

  private void assertRefused(String why, String... arguments) {
    Screen screen = Screen.pipe();
    assertEquals(2, run(screen, arguments));
    assertTrue(screen.err().contains(why), screen.err());
  }

  private int run(Screen screen, String... arguments) {
    List<String> all =
        new ArrayList<>(List.of("compare", file.toString(), "--out", out.toString()));
    all.addAll(List.of(arguments));
    return screen.run(all.toArray(String[]::new));
  }

  private List<String> texts() throws IOException {
    List<String> texts = new ArrayList<>();
    for (String name : List.of("compare.json", "compare.csv", "replications.csv")) {
      texts.add(Files.readString(out.resolve(name)));
    }
    return texts;
  }
}
