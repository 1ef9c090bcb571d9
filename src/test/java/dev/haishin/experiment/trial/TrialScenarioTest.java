package dev.haishin.experiment.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.haishin.scenario.GatewayKeys;
import dev.haishin.scenario.ScenarioSpec;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is uncertain is drawn anew each replication, and the same for every variant of it. */
class TrialScenarioTest {
  private static final String PATH = "gateways.frame-out-cost";
  private static final int REPLICATIONS = 200;

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void writesAScenarioWithAnUncertainCost() {
    file =
        TrialScenarios.tiny(
            folder,
            "uncertain: {" + PATH + ": uniform(100us 300us)}",
            "variants: {read: {delivery.fanout.strategy: read}}");
  }

  @Test
  void drawsFollowTheirLaw() {
    double[] costs = new double[REPLICATIONS];
    for (int i = 0; i < REPLICATIONS; i++) {
      costs[i] = cost(TrialScenario.of(Trial.of(file, "baseline", List.of(), i)));
    }
    assertTrue(Arrays.stream(costs).allMatch(cost -> cost >= 100e3 && cost <= 300e3));
    // The mean of 200 of them has a standard error of 200 us / sqrt(12 * 200), 4.1 us.
    assertEquals(200e3, Arrays.stream(costs).average().orElseThrow(), 4 * 4.1e3);
    assertTrue(Arrays.stream(costs).filter(cost -> cost < 150e3).count() > REPLICATIONS / 8);
  }

  @Test
  void variantsShareADrawAndReplicationsDoNot() {
    double third = cost(TrialScenario.of(Trial.of(file, "baseline", List.of(), 3)));
    assertEquals(third, cost(TrialScenario.of(Trial.of(file, "read", List.of(), 3))));
    assertTrue(third != cost(TrialScenario.of(Trial.of(file, "baseline", List.of(), 4))));
  }

  @Test
  void aSettingHasTheLastWord() {
    List<String> settings = List.of(PATH + "=7us");
    assertEquals(7e3, cost(TrialScenario.of(Trial.of(file, "baseline", settings, 3))));
  }

  /** A replication can be looked at alone: its seed, and what it drew, as settings. */
  @Test
  void aReplicationIsARunWithItsSeedAndDraws() {
    Trial trial = Trial.of(file, "baseline", List.of(), 2);
    ScenarioSpec scenario = TrialScenario.of(trial);
    TrialResult result = new TrialRunner("test").run(trial, scenario, (at, end, events) -> {});
    assertEquals(List.of(PATH), List.copyOf(result.drawn().keySet()));
    List<String> settings = List.of("seed=" + result.seed(), PATH + "=" + result.drawn().get(PATH));
    Trial alone = Trial.of(file, "baseline", settings, 0);
    TrialResult again =
        new TrialRunner("test").run(alone, TrialScenario.of(alone), (at, end, events) -> {});
    assertEquals(result.eventsDigest(), again.eventsDigest());
  }

  private static double cost(ScenarioSpec scenario) {
    return scenario.regions().get(0).gateways().get(GatewayKeys.FRAME_OUT_COST).mean();
  }
}
