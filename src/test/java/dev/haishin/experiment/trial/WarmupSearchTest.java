package dev.haishin.experiment.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.haishin.experiment.RunExperiment;
import dev.haishin.scenario.ScenarioSpec;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WarmupSearchTest {
  private static final String AUTO = "warmup=auto";

  /**
   * A gateway at 97% load whose queue starts empty: each message is a frame in and a frame in of
   * its acknowledgement; latencies rise for long.
   */
  private static final List<String> RISING =
      List.of("duration=60s", AUTO, "gateways.frame-in-cost=exp(4.6ms)");

  @TempDir Path folder;

  @Test
  void aKnownWarmupIsLeftAlone() {
    ScenarioSpec scenario =
        TrialScenario.read(TrialScenarios.tiny(folder), "baseline", List.of(), List.of());
    assertSame(scenario, settled(scenario));
  }

  @Test
  void theRunIsThatWithTheFoundWarmupInTheFile() {
    Path file = TrialScenarios.tiny(folder);
    Trial auto = Trial.of(file, "baseline", List.of("duration=120s", AUTO), 1);
    ScenarioSpec settled = settled(TrialScenario.of(auto));
    assertTrue(settled.warmupNs() < 60_000_000_000L, settled.warmupNs() + " ns");
    assertEquals(0, settled.warmupNs() % 5_000_000_000L);
    assertEquals(List.of(WarmupSearch.note(settled.warmupNs())), settled.notes());
    Trial fixed =
        Trial.of(file, "baseline", List.of("duration=120s", WarmupSearch.setting(settled)), 1);
    assertEquals(run(fixed).metrics(), run(auto).metrics());
  }

  @Test
  void aRunThatNeverSettlesIsRefused() {
    Path file = TrialScenarios.tiny(folder);
    ScenarioSpec rising = TrialScenario.read(file, "baseline", RISING, List.of());
    InvalidScenarioException failure =
        assertThrows(InvalidScenarioException.class, () -> settled(rising));
    assertTrue(failure.errors().get(0).contains("make the run longer"), failure.getMessage());
  }

  @Test
  void aRunWithHardlyADeliveryIsRefused() {
    List<String> settings =
        List.of("duration=60s", AUTO, "traffic.messages.rate=0.1/s", "traffic.payload=100B");
    ScenarioSpec quiet =
        TrialScenario.read(TrialScenarios.tiny(folder), "baseline", settings, List.of());
    InvalidScenarioException failure =
        assertThrows(InvalidScenarioException.class, () -> settled(quiet));
    assertTrue(failure.errors().get(0).contains("deliveries in 50 seconds"), failure.getMessage());
  }

  @Test
  void aWorldIsNotRunWithItsWarmupUnknown() {
    ScenarioSpec scenario =
        TrialScenario.read(
            TrialScenarios.tiny(folder), "baseline", List.of("duration=60s", AUTO), List.of());
    assertThrows(
        IllegalArgumentException.class,
        () -> experiment().run(scenario, "baseline", (at, end, events) -> {}));
  }

  private static ScenarioSpec settled(ScenarioSpec scenario) {
    return WarmupSearch.settled(scenario, experiment(), (at, end, events) -> {});
  }

  private static TrialResult run(Trial trial) {
    return new TrialRunner("test").run(trial, TrialScenario.of(trial), (at, end, events) -> {});
  }

  private static RunExperiment experiment() {
    return new RunExperiment(1, "test", () -> 0);
  }
}
