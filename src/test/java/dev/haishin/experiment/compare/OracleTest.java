package dev.haishin.experiment.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.haishin.experiment.trial.LocalTrials;
import dev.haishin.experiment.trial.TrialRunner;
import dev.haishin.experiment.trial.TrialScenario;
import dev.haishin.experiment.trial.TrialScenarios;
import dev.haishin.experiment.trial.TrialWatch;
import dev.haishin.scenario.ScenarioSpec;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bound, and a known difference, in whole worlds. */
class OracleTest {
  private static final String DEAR_FANOUT =
      "kafka.fanout-workers={count: 1, cores: 2, record-cost: 4ms, recipient-cost: 1ms}";

  @TempDir Path folder;

  /** Sends wait for nothing that the bound makes free; deliveries lose the fan-out's 5 ms. */
  @Test
  void theBoundTakesTheFanoutOutOfDeliveriesAndLeavesTheSendsAlone() {
    Outcomes outcomes = compare(TrialScenarios.tiny(folder), List.of(DEAR_FANOUT), 3);
    assertTrue(outcomes.paired(outcomes.contenders().get(0), outcomes.contenders().get(1)));
    Difference delivery = toReference(outcomes, "delivery.online.p50");
    assertTrue(delivery.isShown(), delivery.toString());
    assertTrue(delivery.interval().high() < -4e6, delivery.toString());
    Difference cost = toReference(outcomes, "cost.per-month");
    assertTrue(Math.abs(cost.interval().mean()) < 1, cost.toString());
  }

  /** Regions of a file may have costs of their own, and may keep their data elsewhere. */
  @Test
  void everyRegionIsMadeFree() {
    Path file = Path.of("scenarios/new-year.yaml");
    List<String> small = List.of("failures=[]", "expect={}");
    ScenarioSpec scenario = TrialScenario.read(file, "baseline", small, List.of());
    Contender oracle = Oracle.of(scenario, Contender.variant("baseline", small));
    assertFalse(oracle.competes());
    ScenarioSpec free = TrialScenario.of(oracle.trial(file, 0));
    assertEquals(5, free.regions().size());
    assertTrue(free.resolved().contains("command-cost: 0us"), free.resolved());
  }

  private static Outcomes compare(Path file, List<String> settings, int replications) {
    Contender baseline = Contender.variant("baseline", settings);
    ScenarioSpec scenario = TrialScenario.read(file, "baseline", settings, List.of());
    LocalTrials engine = new LocalTrials(2, 4L << 30, new TrialRunner("test"), TrialWatch.NONE);
    return new CompareExperiment(
            file, List.of(baseline, Oracle.of(scenario, baseline)), engine, 0.95)
        .run(replications);
  }

  private static Difference toReference(Outcomes outcomes, String path) {
    return outcomes.contests().stream()
        .filter(contest -> contest.yardstick().path().equals(path))
        .findFirst()
        .orElseThrow()
        .of(outcomes.contenders().get(1))
        .toReference()
        .orElseThrow();
  }
}
