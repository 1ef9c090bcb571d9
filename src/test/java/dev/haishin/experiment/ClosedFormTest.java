package dev.haishin.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.haishin.experiment.size.ErlangC;
import dev.haishin.results.Judgement;
import dev.haishin.results.Verdict;
import dev.haishin.scenario.ParseOptions;
import dev.haishin.scenario.ParseResult;
import dev.haishin.scenario.ScenarioParser;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Closed forms inside the full path: the gateway's inbound station as M/M/1 and M/M/c. */
class ClosedFormTest {
  private static final Path SCENARIO = Path.of("scenarios/mm1-gateway.yaml");
  private static final double MU = 1_000;
  private static final int SERVERS = 4;
  private static final int REPLICATIONS = 10;

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

  /** Four loops of one queue are M/M/4: Erlang C gives the mean wait. */
  @Test
  void sharedLoopsWaitAsMMcByErlangC() {
    double[] waitsNs = waitsOfFour("shared");
    double erlangNs = 1e9 / MU * ErlangC.meanWait(SERVERS, SERVERS * 0.7);
    assertAgree(erlangNs, waitsNs);
    assertTrue(meanWaitNs(700) > 5 * erlangNs, "four queues are another thing");
  }

  /** Four loops that connections are pinned to are four M/M/1 queues of a quarter of the load. */
  @Test
  void pinnedLoopsWaitAsSeparateQueues() {
    assertAgree(meanWaitNs(700), waitsOfFour("pinned"));
  }

  private static double[] waitsOfFour(String loops) {
    double[] waitsNs = new double[REPLICATIONS];
    for (int i = 0; i < REPLICATIONS; i++) {
      RunExperiment.Outcome outcome =
          run(
              "duration=33s",
              "warmup=3s",
              "seed=" + (100 + i),
              "traffic.messages.rate=2800/s",
              "gateways.cores=" + SERVERS,
              "gateways.loops=" + loops);
      assertEquals(0.7, outcome.result().value("gateway.cpu.mean").value().orElseThrow(), 0.02);
      waitsNs[i] = waitNs(outcome);
    }
    return waitsNs;
  }

  /** Within 4 standard errors of the replications, which are no more than 3%. */
  private static void assertAgree(double theoryNs, double[] waitsNs) {
    double mean = Arrays.stream(waitsNs).average().orElseThrow();
    double squares = Arrays.stream(waitsNs).map(w -> (w - mean) * (w - mean)).sum();
    double error = Math.sqrt(squares / (waitsNs.length - 1) / waitsNs.length);
    assertTrue(error <= 0.03 * theoryNs, "standard error " + error + " of " + mean);
    assertEquals(theoryNs, mean, 4 * error, "with a standard error of " + error);
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
