package dev.haishin.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.haishin.results.MetricRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HaishinTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"run", "validate", "metrics", "init", "help"})
  void everyCommandTeachesByExample(String command) {
    Screen screen = Screen.window(80);
    assertEquals(0, screen.run(command, "--help"));
    assertTrue(screen.out().contains("Examples:\n  haishin " + command), screen.out());
    assertTrue(screen.out().lines().allMatch(line -> line.length() <= 80), screen.out());
  }

  @Test
  void helpListsHowACommandCanEnd() {
    Screen screen = Screen.window(80);
    assertEquals(0, screen.run("--help"));
    for (ExitCode code : ExitCode.values()) {
      assertTrue(screen.out().contains(code.meaning()), code + " in " + screen.out());
    }
  }

  @Test
  void exitStatusesAreTheDocumentedOnes() {
    assertEquals(0, ExitCode.OK.status());
    assertEquals(1, ExitCode.MISSED.status());
    assertEquals(2, ExitCode.BAD_INPUT.status());
    assertEquals(3, ExitCode.INTERRUPTED.status());
    assertEquals(4, ExitCode.UNKNOWN.status());
    assertEquals(70, ExitCode.INTERNAL.status());
  }

  @Test
  void aMissingCommandIsBadInput() {
    Screen screen = Screen.pipe();
    assertEquals(2, screen.run());
    assertTrue(screen.err().contains("a command is missing"), screen.err());
    assertEquals("", screen.out());
  }

  @Test
  void aMisspeltOptionNamesTheRightOne() {
    Screen screen = Screen.pipe();
    assertEquals(2, screen.run("metrics", "--jsno"));
    assertTrue(screen.err().contains("did you mean '--json'?"), screen.err());
    assertFalse(screen.err().contains("\tat "), screen.err());
  }

  @Test
  void aMisspeltCommandNamesTheRightOne() {
    Screen screen = Screen.pipe();
    assertEquals(2, screen.run("metrcs"));
    assertTrue(screen.err().contains("did you mean 'metrics'?"), screen.err());
  }

  @Test
  void everyMetricIsListed() {
    Screen screen = Screen.pipe();
    assertEquals(0, screen.run("metrics"));
    MetricRegistry.standard()
        .metrics()
        .forEach(metric -> assertTrue(screen.out().contains(metric.path()), metric.path()));
  }

  @Test
  void oneMetricIsShownWithItsStatistics() {
    Screen screen = Screen.pipe();
    assertEquals(0, screen.run("metrics", "delivery.online"));
    assertTrue(screen.out().startsWith("delivery.online: sender's tap"), screen.out());
    assertTrue(screen.out().contains("p99.9"), screen.out());
  }

  @Test
  void metricsAreJsonForTheNextProgram() throws IOException {
    Screen screen = Screen.pipe();
    assertEquals(0, screen.run("metrics", "--json"));
    JsonNode metrics = new ObjectMapper().readTree(screen.out()).path("metrics");
    assertEquals(MetricRegistry.standard().metrics().size(), metrics.size());
  }

  @Test
  void aWordThatNoMetricHasIsBadInput() {
    Screen screen = Screen.pipe();
    assertEquals(2, screen.run("metrics", "delivery.onlin3"));
    assertTrue(screen.err().contains("did you mean 'delivery.online'?"), screen.err());
  }

  @Test
  void initWritesAScenarioNamedAfterItsFile() throws IOException {
    Path file = folder.resolve("Big Launch.yaml");
    assertEquals(0, Screen.pipe().run("init", file.toString()));
    assertTrue(Files.readString(file).contains("\nname: big-launch\n"), Files.readString(file));
  }

  @Test
  void initDoesNotWriteOverAFile() throws IOException {
    Path file = Files.writeString(folder.resolve("mine.yaml"), "mine");
    Screen screen = Screen.pipe();
    assertEquals(2, screen.run("init", file.toString()));
    assertTrue(screen.err().contains("--force"), screen.err());
    assertEquals("mine", Files.readString(file));
    assertEquals(0, Screen.pipe().run("init", file.toString(), "--force"));
    assertEquals(InitCommand.starter().length() - 3, Files.readString(file).length());
  }

  @Test
  void aFolderThatIsNotThereIsBadInput() {
    Screen screen = Screen.pipe();
    assertEquals(2, screen.run("init", folder.resolve("no/where.yaml").toString()));
    assertTrue(screen.err().contains("no such file or folder"), screen.err());
  }
}
