package dev.haishin.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WarmupTest {
  private static final String CRASH =
      "failures=[{at: 1m, crash: gateway, region: tokyo, index: 0}]";
  private static final String SURGE = "traffic.messages.shape=[{at: 1m, rate: x3}]";
  private static final String BROADCAST =
      "traffic.broadcasts=[{at: 1m, audience: 1k, pace: 100/s}]";

  @TempDir Path folder;

  @Test
  void autoIsYetToBeFound() {
    ScenarioSpec scenario = ScenarioTexts.valid(folder, ScenarioTexts.SMALL, "warmup=auto");
    assertTrue(scenario.findsWarmup());
    ScenarioSpec found = scenario.measuredFrom(7, "seven");
    assertFalse(found.findsWarmup());
    assertEquals(7, found.warmupNs());
    assertEquals(List.of("seven"), found.notes());
  }

  @Test
  void whatNeverSettlesHasNoWarmupToFind() {
    assertRefused("a failure", "warmup=auto", CRASH);
    assertRefused("a shape of the load", "warmup=auto", SURGE);
    assertRefused("a shape of the load", "warmup=auto", "regions.tokyo.shape=daily");
    assertRefused("a broadcast", "warmup=auto", BROADCAST);
    assertRefused("a shape of the load and a failure", "warmup=auto", CRASH, SURGE);
    assertRefused("at least 50s", "warmup=auto", "duration=49s");
  }

  @Test
  void aFixedWarmupFitsAnything() {
    ScenarioSpec scenario =
        ScenarioTexts.valid(folder, ScenarioTexts.SMALL, "warmup=10s", CRASH, BROADCAST);
    assertEquals(List.of("a broadcast", "a failure"), scenario.transients());
    assertEquals(List.of(), ScenarioTexts.valid(folder, ScenarioTexts.SMALL).transients());
  }

  private void assertRefused(String why, String... settings) {
    List<Problem> problems = ScenarioTexts.parse(folder, ScenarioTexts.SMALL, settings).problems();
    assertEquals(1, problems.size(), problems.toString());
    assertTrue(problems.get(0).toString().contains(why), problems.toString());
  }
}
