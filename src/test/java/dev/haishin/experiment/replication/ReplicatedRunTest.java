package dev.haishin.experiment.replication;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.haishin.experiment.trial.Trial;
import dev.haishin.experiment.trial.TrialEngine;
import dev.haishin.experiment.trial.TrialResult;
import dev.haishin.results.Comparison;
import dev.haishin.results.Expectation;
import dev.haishin.results.Judgement;
import dev.haishin.results.Ledger;
import dev.haishin.results.LedgerColumn;
import dev.haishin.results.MetricRegistry;
import dev.haishin.results.Reading;
import dev.haishin.results.Verdict;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

/** When there are enough replications, on results that are known beforehand. */
class ReplicatedRunTest {
  private static final double NS_PER_MS = 1e6;

  private final List<Integer> ran = new ArrayList<>();

  @Test
  void asManyAsAskedForRunHoweverTheyFinish() {
    Replications replications = run(5, 2, i -> 100 + i);
    assertEquals(5, replications.count());
    assertEquals(102 * NS_PER_MS, replications.interval("send.ack.mean").get().mean(), 1e-3);
    assertEquals(List.of(1, 2, 3, 4), ran.stream().sorted().toList());
  }

  /**
   * 100 ms and 120 ms by turns: after n of them, half the interval is t(n - 1) times about 10 over
   * root n - 1; 5% of 110 ms is reached with the 16th (5.5 = 2.131 * 10.33 / 4 = 5.503, not quite)
   * and the 17th (2.120 * 10.29 / 4.123 = 5.29).
   */
  @Test
  void aPrecisionStopsAtTheFirstReplicationThatReachesIt() {
    for (int atOnce : new int[] {1, 2, 7}) {
      Precision precision = new Precision(0.05, 2, 100);
      Replications replications = run(precision, 110, atOnce, i -> i % 2 == 0 ? 100 : 120);
      assertEquals(17, replications.count(), atOnce + " at once");
    }
  }

  @Test
  void itDoesNotLookBeforeTheLeast() {
    assertEquals(10, run(new Precision(0.05, 10, 100), 110, 3, i -> 100).count());
  }

  @Test
  void theMostEndsItWithTheIntervalsTooWide() {
    Precision precision = new Precision(0.001, 2, 12);
    Replications replications = run(precision, 110, 5, i -> i % 2 == 0 ? 100 : 120);
    assertEquals(12, replications.count());
    assertEquals(1, precision.tooWide(replications.judgements()).size());
    assertTrue(ran.stream().allMatch(i -> i < 12), ran.toString());
  }

  /** 0.05 in the unit that files show: 0.05 ms. */
  @Test
  void aLimitOfZeroIsMetAbsolutely() {
    Precision precision = new Precision(0.05, 2, 50);
    assertEquals(2, run(precision, 0, 1, i -> i * 0.001).count());
    assertEquals(50, run(precision, 0, 1, i -> i % 2).count());
  }

  @Test
  void aLedgerThatDoesNotBalanceIsADefect() {
    Ledger ledger = new Ledger();
    ledger.add(LedgerColumn.INTENDED, 1);
    TrialResult broken = result(trial(0), ledger, 1, 1);
    Replications replications = new Replications(0.95);
    IllegalStateException failure =
        assertThrows(IllegalStateException.class, () -> replications.add(broken));
    assertTrue(failure.getMessage().contains("off by 1"), failure.getMessage());
  }

  @Test
  void replicationsComeInTheirOrder() {
    Replications replications = new Replications(0.95);
    assertThrows(
        IllegalArgumentException.class,
        () -> replications.add(result(trial(1), new Ledger(), 1, 1)));
  }

  private Replications run(int count, int atOnce, IntToDoubleFunction milliseconds) {
    ReplicatedRun run = new ReplicatedRun(engine(1, milliseconds), atOnce, 0.95);
    return run.run(result(trial(0), new Ledger(), 1, milliseconds.applyAsDouble(0)), count);
  }

  private Replications run(
      Precision precision, double limitMs, int atOnce, IntToDoubleFunction milliseconds) {
    ReplicatedRun run = new ReplicatedRun(engine(limitMs, milliseconds), atOnce, 0.95);
    TrialResult first = result(trial(0), new Ledger(), limitMs, milliseconds.applyAsDouble(0));
    return run.run(first, precision);
  }

  /** Results by formula, the last trial first. */
  private TrialEngine engine(double limitMs, IntToDoubleFunction milliseconds) {
    return (trials, results) -> {
      List<Trial> backwards = new ArrayList<>(trials);
      Collections.reverse(backwards);
      for (Trial trial : backwards) {
        ran.add(trial.replication());
        double value = milliseconds.applyAsDouble(trial.replication());
        results.finished(result(trial, new Ledger(), limitMs, value));
      }
    };
  }

  private static Trial trial(int replication) {
    return Trial.of(Path.of("made-up.yaml"), "baseline", List.of(), replication);
  }

  private static TrialResult result(Trial trial, Ledger ledger, double limitMs, double valueMs) {
    double limitNs = limitMs * NS_PER_MS;
    Expectation expectation =
        new Expectation(
            "send.ack.mean",
            MetricRegistry.standard().parse("send.ack.mean"),
            Comparison.AT_MOST,
            limitNs,
            limitNs,
            limitMs + "ms");
    Reading reading = Reading.of(valueMs * NS_PER_MS);
    TreeMap<String, Double> metrics = new TreeMap<>();
    metrics.put("send.ack.mean", valueMs * NS_PER_MS);
    return new TrialResult(
        trial,
        trial.replication(),
        new TreeMap<>(),
        metrics,
        List.of(new Judgement(expectation, Verdict.MET, reading)),
        ledger,
        trial.replication(),
        7,
        new TreeMap<>(),
        Optional.empty());
  }
}
