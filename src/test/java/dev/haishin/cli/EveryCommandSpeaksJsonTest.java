package dev.haishin.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.haishin.experiment.trial.TrialScenarios;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/**
 * With {@code --json} every command prints one document and nothing else to standard output,
 * whatever comes of it. A command that is not in the table here fails.
 */
class EveryCommandSpeaksJsonTest {
  private static final ObjectMapper STRICT =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  /** What each command is run with; FILE is a scenario, DIR a folder that is not there yet. */
  private static final Map<String, String> GOOD =
      Map.ofEntries(
          Map.entry("run", "FILE --out DIR"),
          Map.entry("compare", "FILE --out DIR --replications 2"),
          Map.entry("sweep", "FILE --out DIR --vary load=x1,x2"),
          Map.entry("size", "FILE --out DIR --find gateways.cores=1..2"),
          Map.entry("report", "RESULT"),
          Map.entry("check", "FILE"),
          Map.entry("chaos", "FILE --out DIR --schedules 2"),
          Map.entry("validate", "FILE --variant all"),
          Map.entry("metrics", "delivery"),
          Map.entry("init", "DIR.yaml"),
          Map.entry("schema", "--out DIR.json"),
          Map.entry("export", "RESULT --openmetrics"),
          Map.entry("completion", ""),
          Map.entry("man", "run"),
          Map.entry("help", "run"));

  /** What each command refuses; BAD is a scenario with several errors. */
  private static final Map<String, String> BAD =
      Map.ofEntries(
          Map.entry("run", "BAD --out DIR"),
          Map.entry("compare", "BAD --out DIR"),
          Map.entry("sweep", "BAD --out DIR --vary load=x1,x2"),
          Map.entry("size", "BAD --out DIR --find gateways.cores=1..2"),
          Map.entry("report", "FOLDER"),
          Map.entry("check", "BAD"),
          Map.entry("chaos", "BAD --out DIR"),
          Map.entry("validate", "BAD"),
          Map.entry("metrics", "no-such-metric"),
          Map.entry("init", "FILE"),
          Map.entry("schema", "--out FOLDER"),
          Map.entry("export", "FOLDER --openmetrics"),
          Map.entry("completion", "powershell"),
          Map.entry("man", "no-such-command"),
          Map.entry("help", "no-such-command"));

  private static final Set<String> READS_A_SCENARIO =
      Set.of("run", "compare", "sweep", "size", "check", "chaos", "validate");

  @TempDir Path folder;
  private Path file;
  private Path bad;

  @BeforeEach
  void writesScenarios() throws IOException {
    file =
        TrialScenarios.tiny(
            folder,
            "expect: {delivery.online.p50: \"<= 1s\"}",
            "variants: {slow: {gateways.frame-in-cost: exp(2ms)}}");
    bad = folder.resolve("bad.yaml");
    String text = Files.readString(file).replace("duration:", "durtion:") + "kafka: {brokers: x}\n";
    Files.writeString(bad, text);
  }

  @TestFactory
  Stream<DynamicTest> everyCommandPrintsOneDocument() {
    return commands().map(name -> DynamicTest.dynamicTest(name, () -> printsOneDocument(name)));
  }

  @TestFactory
  Stream<DynamicTest> everyCommandSaysInADocumentWhatIsWrong() {
    return commands().map(name -> DynamicTest.dynamicTest(name, () -> saysWhatIsWrong(name)));
  }

  @TestFactory
  Stream<DynamicTest> aMisspeltOptionAndHelpAreDocumentsToo() {
    return commands()
        .map(
            name ->
                DynamicTest.dynamicTest(
                    name,
                    () -> {
                      Screen misspelt = Screen.pipe();
                      assertEquals(2, misspelt.run(name, "--json", "--no-such-option"));
                      assertEquals("haishin/errors/1", schema(document(misspelt)));
                      Screen help = Screen.pipe();
                      assertEquals(0, help.run(name, "--json", "--help"), help.err());
                      assertEquals(name, document(help).at("/commands/0/name").asText());
                      Screen version = Screen.pipe();
                      assertEquals(0, version.run(name, "--json", "--version"), version.err());
                      assertEquals("haishin/version/1", schema(document(version)));
                    }));
  }

  @Test
  void whoeverReadsAScenarioTakesPluginsVariantsAndChanges() {
    List<String> readers = new ArrayList<>();
    for (CommandLine command :
        Haishin.commandLine(Screen.pipe().terminal()).getSubcommands().values()) {
      CommandSpec spec = command.getCommandSpec();
      if (spec.positionalParameters().stream().anyMatch(p -> p.paramLabel().equals("SCENARIO"))) {
        readers.add(spec.name());
        for (String option : List.of("--plugin", "--variant", "--set", "--scale", "--seed")) {
          assertTrue(spec.optionsMap().containsKey(option), spec.name() + " lacks " + option);
        }
      }
    }
    assertTrue(readers.containsAll(READS_A_SCENARIO), readers::toString);
  }

  @Test
  void severalRunsAreOneDocument() throws IOException {
    Screen screen = Screen.pipe();
    Path out = folder.resolve("out");
    String[] command = {"run", file.toString(), "--variant", "all", "--json", "--out"};
    assertEquals(0, screen.run(with(command, out.toString())), screen.err());
    JsonNode document = document(screen);
    assertEquals("haishin/summaries/1", schema(document));
    assertEquals("slow", document.at("/runs/1/variant").asText());
    JsonNode stored = STRICT.readTree(out.resolve("slow/summary.json").toFile());
    assertEquals(stored, document.at("/runs/1"));
  }

  @Test
  void anErrorOfAFileComesWithItsPlaceAndItsRemedy() throws IOException {
    Screen screen = Screen.pipe();
    assertEquals(2, screen.run("validate", "--json", bad.toString()));
    JsonNode errors = document(screen).path("errors");
    JsonNode misspelt = null;
    for (JsonNode error : errors) {
      misspelt = error.path("path").asText().equals("durtion") ? error : misspelt;
    }
    assertEquals(bad.toString(), misspelt.path("file").asText());
    List<String> lines = Files.readAllLines(bad);
    assertTrue(lines.get(misspelt.path("line").asInt() - 1).startsWith("durtion:"));
    assertEquals(1, misspelt.path("column").asInt());
    assertTrue(misspelt.path("problem").asText().startsWith("is no key"), misspelt.toString());
    assertTrue(misspelt.path("remedy").asText().contains("duration"), misspelt.toString());
    assertEquals(errors.size(), screen.err().lines().count(), screen.err());
  }

  @Test
  void anErrorOfTheCommandLineIsTakenApart() throws IOException {
    Screen screen = Screen.pipe();
    assertEquals(2, screen.run("run", file.toString(), "--threads", "0", "--json"));
    JsonNode error = document(screen).at("/errors/0");
    assertEquals("--threads 0", error.path("path").asText());
    assertEquals("is out of bounds", error.path("problem").asText());
    assertEquals("1 to 64", error.path("remedy").asText());
    assertFalse(error.has("file"));
  }

  @Test
  void anErrorAtAPointOfASweepKeepsThePlaceThatItsTextNames() {
    CommandError error = CommandError.of("C:/a b.yaml:3:5: kafka.acks: is 2; it takes 0, 1 or all");
    assertEquals(new CommandError.Place("C:/a b.yaml", 3, 5), error.position().orElseThrow());
    assertEquals("kafka.acks", error.path());
    assertEquals("is 2", error.problem());
    assertEquals("it takes 0, 1 or all", error.remedy());
  }

  private static Stream<String> commands() {
    return Haishin.commandLine(Screen.pipe().terminal()).getSubcommands().keySet().stream();
  }

  private void printsOneDocument(String name) throws IOException {
    assertTrue(GOOD.containsKey(name), "no row says how to run haishin " + name);
    if (GOOD.get(name).contains("RESULT")) {
      String[] before = {"run", file.toString(), "--quiet", "--out"};
      assertEquals(0, Screen.pipe().run(with(before, folder.resolve("result").toString())));
    }
    Screen screen = Screen.pipe();
    assertEquals(0, screen.run(words(name, GOOD.get(name))), screen.err());
    JsonNode document = document(screen);
    assertTrue(document.isObject() && !schema(document).isEmpty(), screen.out());
    assertFalse(document.has("errors"), screen.out());
  }

  private void saysWhatIsWrong(String name) throws IOException {
    assertTrue(BAD.containsKey(name), "no row says what haishin " + name + " refuses");
    Screen screen = Screen.pipe();
    assertEquals(2, screen.run(words(name, BAD.get(name))), screen.err());
    JsonNode document = document(screen);
    assertEquals("haishin/errors/1", schema(document));
    assertEquals(2, document.path("exit-status").asInt());
    int errors = document.path("errors").size();
    assertTrue(READS_A_SCENARIO.contains(name) ? errors >= 2 : errors == 1, screen.out());
    for (JsonNode error : document.path("errors")) {
      assertFalse(error.path("path").asText().isEmpty(), screen.out());
      assertFalse(error.path("problem").asText().isEmpty(), screen.out());
      assertTrue(error.has("remedy"), screen.out());
    }
  }

  private String[] words(String name, String arguments) {
    List<String> words = new ArrayList<>(List.of(name, "--json"));
    for (String word : arguments.isEmpty() ? new String[0] : arguments.split(" ")) {
      words.add(
          word.replace("FILE", file.toString())
              .replace("BAD", bad.toString())
              .replace("RESULT", folder.resolve("result/baseline").toString())
              .replace("FOLDER", folder.toString())
              .replace("DIR", folder.resolve("out-of-" + name).toString()));
    }
    return words.toArray(String[]::new);
  }

  private static String[] with(String[] words, String last) {
    List<String> all = new ArrayList<>(List.of(words));
    all.add(last);
    return all.toArray(String[]::new);
  }

  private static JsonNode document(Screen screen) throws IOException {
    try {
      return STRICT.readTree(screen.out());
    } catch (JsonProcessingException e) {
      throw new AssertionError("no document: " + screen.out() + screen.err(), e);
    }
  }

  /** Its own name, or that of the standard that it follows. */
  private static String schema(JsonNode document) {
    return document.path("schema").asText(document.path("$schema").asText(""));
  }
}
