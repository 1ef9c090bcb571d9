package dev.haishin.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.haishin.experiment.trial.TrialScenario;
import dev.haishin.model.Plans;
import dev.haishin.model.World;
import dev.haishin.model.WorldPlan;
import dev.haishin.results.RunResult;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whose gateways the people of a lost region go to: the first listed region's that is up. */
class RegionFailoverScenarioTest {
  private static final Path FILE = Path.of("scenarios/region-failover.yaml");

  @Test
  void theSecondEntryIsForWhenTheFirstIsLostToo() {
    RunResult go = run("go");
    RunResult both = run("both");
    double jakarta = before(go, "jakarta");
    double singapore = before(go, "singapore");
    assertEquals(jakarta, before(both, "jakarta"), "the same world until then");
    assertTrue(during(go, "jakarta") > 2 * jakarta, "Bangkok's people are at Jakarta's gateways");
    assertEquals(singapore, during(go, "singapore"), 0.05 * singapore, "and not at Singapore's");
    assertEquals(0, during(both, "jakarta"), "nobody is at gateways that are lost");
    assertTrue(during(both, "singapore") > 1.2 * singapore, "they are at Singapore's");
  }

  private static RunResult run(String variant) {
    WorldPlan plan =
        Plans.of(TrialScenario.read(FILE, variant, List.of("duration=4m"), List.of()), List.of());
    return World.build(plan, 1).run((atNs, endNs, events) -> {});
  }

  private static double before(RunResult result, String region) {
    return connections(result, region, "[80s..110s]");
  }

  private static double during(RunResult result, String region) {
    return connections(result, region, "[180s..230s]");
  }

  /** A gateway's, on the mean. */
  private static double connections(RunResult result, String region, String window) {
    return result
        .value("gateway.connections.mean{region=" + region + "}" + window)
        .value()
        .orElseThrow();
  }
}
