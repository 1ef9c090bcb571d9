package dev.haishin.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChaosSpecTest {
  @TempDir Path folder;

  @Test
  void withoutAWordEveryModelledVerbMayHappenOneAtATimeToATenth() {
    ChaosSpec chaos = ScenarioTexts.valid(folder, ScenarioTexts.SMALL).chaos();
    assertEquals(FailureKind.verbs(), chaos.verbs());
    assertEquals(1, chaos.atOnce());
    assertEquals(0.1, chaos.share());
    assertEquals(4, chaos.most());
    assertEquals(List.of(), chaos.known());
  }

  @Test
  void theFileHasItsOwnWords() {
    ChaosSpec chaos =
        ScenarioTexts.valid(
                folder,
                ScenarioTexts.SMALL
                    + "chaos: {verbs: [crash, vanish], at-once: 2, share: 30%, most: 3, known: [f1.yaml]}\n")
            .chaos();
    assertEquals(new ChaosSpec(List.of("crash", "vanish"), 2, 0.3, 3, List.of("f1.yaml")), chaos);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{verbs: [crahs]}   | chaos.verbs[0]: 'crahs' is not one of",
        "{verbs: crash}     | chaos.verbs: is a value; it takes a list",
        "{at-once: 0}       | chaos.at-once: '0' is out of bounds; it must be 1 to 100",
        "{share: 0%}        | chaos.share: '0%' is out of bounds; it must be above 0%",
        "{at_once: 2}       | chaos.at_once: is no key; did you mean 'at-once'?",
        "[crash]            | chaos: is a list; it takes a map"
      })
  void whatMakesNoSenseIsRefused(String chaos, String expected) {
    List<Problem> problems =
        ScenarioTexts.parse(folder, ScenarioTexts.SMALL + "chaos: " + chaos + "\n").problems();
    assertEquals(1, problems.size(), problems::toString);
    assertTrue(problems.get(0).toString().contains(expected), problems::toString);
  }

  @Test
  void theFailuresOfAnyFileCanBeReadAsTheyAreWritten() {
    Path file =
        ScenarioTexts.write(
            folder,
            "found.yaml",
            "failures:\n- {at: 3s, crash: gateway, index: 1}\n- {at: 1m, partition: [a, b]}\n");
    Problems problems = new Problems();
    List<WrittenFailure> failures = WrittenFailure.in(file, problems);
    assertTrue(problems.isEmpty());
    assertEquals(
        new WrittenFailure(
            "crash",
            "gateway",
            "",
            "{at: 3s, crash: gateway, index: 1}",
            Map.of("at", BigDecimal.valueOf(3_000_000_000L), "index", BigDecimal.ONE)),
        failures.get(0));
    assertEquals("[a, b]", failures.get(1).target());
  }

  @Test
  void aFileWithoutFailuresIsNoFinding() {
    Path file = ScenarioTexts.write(folder, "other.yaml", ScenarioTexts.SMALL);
    Problems problems = new Problems();
    assertEquals(List.of(), WrittenFailure.in(file, problems));
    assertTrue(problems.list().get(0).toString().contains("failures: is missing"));
  }
}
