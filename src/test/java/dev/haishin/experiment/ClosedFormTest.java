package dev.haishin.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.haishin.results.Judgement;
import dev.haishin.results.Verdict;
import dev.haishin.scenario.ParseOptions;
import dev.haishin.scenario.ParseResult;
import dev.haishin.scenario.ScenarioParser;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A closed form inside the full path: the gateway's inbound station as M/M/1. */
class ClosedFormTest {
  private static final Path SCENARIO = Path.of("scenarios/mm1-gateway.yaml");
  private static final double MU = 1_000;

  @Test
  void theGatewayWaitsAsMM1At70PercentAndMeetsItsExpectations() {
    RunExperiment.Outcome outcome = run("duration=400s");
    assertTrue(outcome.result().ledger().isBalanced());
    for (Judgement judgement : outcome.judgements()) {
      assertEquals(Verdict.MET, judgement.verdict(), judgement.toString());
    }
    assertEquals(meanWaitNs(700), waitNs(outcome), 0.03 * meanWaitNs(700));
  }

  @Test
  void aHeavierLoadMissesThem() {
    RunExperiment.Outcome outcome = run("duration=100s", "traffic.messages.rate=800/s");
    for (Judgement judgement : outcome.judgements()) {
      assertNotEquals(Verdict.MET, judgement.verdict(), judgement.toString());
    }
    assertEquals(meanWaitNs(800), waitNs(outcome), 0.1 * meanWaitNs(800));
  }

  /** rho / (mu - lambda). */
  private static double meanWaitNs(double lambda) {
    return 1e9 * lambda / MU / (MU - lambda);
  }

  private static double waitNs(RunExperiment.Outcome outcome) {
    return outcome.result().value("stage.gateway-in.wait.mean").value().orElseThrow();
  }

  private static RunExperiment.Outcome run(String... changes) {
    List<String> overrides = new ArrayList<>(List.of("warmup=20s"));
    overrides.addAll(List.of(changes));
    ParseResult parsed =
        new ScenarioParser(new StandardMetrics()).parse(SCENARIO, new ParseOptions("", overrides));
    return new RunExperiment(1, "test", () -> 0)
        .run(parsed.scenario().orElseThrow(), "baseline", (at, end, events) -> {});
  }
}
