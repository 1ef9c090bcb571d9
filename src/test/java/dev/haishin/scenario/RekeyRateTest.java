package dev.haishin.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys of groups are made anew only where there are groups. */
class RekeyRateTest {
  private static final String RATE = "encryption.rekey-rate=1/h";

  @TempDir Path folder;

  @Test
  void isRefusedWhereThereAreNoGroups() {
    ParseResult result = ScenarioTexts.parse(folder, ScenarioTexts.SMALL, RATE);
    assertEquals(1, result.problems().size());
    String problem = result.problems().get(0).toString();
    assertTrue(problem.contains("encryption.rekey-rate: there are no groups"), problem);
  }

  @Test
  void isARatePerHourWhereThereAre() {
    String text = ScenarioTexts.SMALL + "chats: {direct: {share: 60%}, group: {share: 40%}}\n";
    ScenarioSpec scenario = ScenarioTexts.valid(folder, text, RATE);
    assertEquals(1 / 3600.0, scenario.encryption().get(Keys.Encryption.REKEY_RATE), 1e-12);
    assertEquals(85, scenario.encryption().get(Keys.Encryption.GROUP_KEY_BYTES));
    assertEquals(List.of(), ScenarioTexts.parse(folder, text, RATE).problems());
  }
}
