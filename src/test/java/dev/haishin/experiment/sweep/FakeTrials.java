package dev.haishin.experiment.sweep;

import dev.haishin.experiment.trial.Trial;
import dev.haishin.experiment.trial.TrialEngine;
import dev.haishin.experiment.trial.TrialResult;
import dev.haishin.results.Comparison;
import dev.haishin.results.Expectation;
import dev.haishin.results.Ledger;
import dev.haishin.results.MetricRegistry;
import dev.haishin.results.Reading;
import dev.haishin.results.file.MadeBy;
import dev.haishin.results.file.SweepTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/** Trials whose results follow from a formula, handed over in any order. */
final class FakeTrials implements TrialEngine {
  static final String PATH = "delivery.online.p99";
  static final Expectation EXPECTED =
      new Expectation(
          PATH,
          MetricRegistry.standard().parse(PATH),
          Comparison.AT_MOST,
          300_000_000,
          300_000_000,
          "300ms");

  private final Random order;
  private final ToDoubleFunction<Trial> answerNs;
  private final List<Trial> ran = new ArrayList<>();

  FakeTrials(long order, ToDoubleFunction<Trial> answerNs) {
    this.order = new Random(order);
    this.answerNs = answerNs;
  }

  /** Any value, the same for the same trial. */
  static double scattered(Trial trial) {
    int hash = (trial.variant() + trial.settings() + trial.replication()).hashCode();
    return 1e9 * new Random(hash).nextDouble();
  }

  List<Trial> ran() {
    return ran;
  }

  @Override
  public void run(List<Trial> trials, Results results) {
    List<Trial> shuffled = new ArrayList<>(trials);
    Collections.shuffle(shuffled, order);
    for (Trial trial : shuffled) {
      ran.add(trial);
      double ns = answerNs.applyAsDouble(trial);
      results.finished(
          Double.isNaN(ns)
              ? TrialResult.crashed(trial, new IllegalStateException("no hosts"))
              : result(trial, ns));
    }
  }

  private static TrialResult result(Trial trial, double ns) {
    SortedMap<String, Double> metrics = new TreeMap<>();
    metrics.put(PATH, ns);
    metrics.put("send.ack.p99", ns / 3);
    return new TrialResult(
        trial,
        1,
        new TreeMap<>(),
        metrics,
        List.of(EXPECTED.judge(Reading.of(ns))),
        new Ledger(),
        0,
        0,
        new TreeMap<>(),
        Optional.empty());
  }

  static SweepPlan plan(Grid grid, int replications) {
    return new SweepPlan(
        Path.of("any.yaml"),
        List.of("seed=4"),
        grid,
        replications,
        List.of(MetricRegistry.standard().parse("send.ack.p99")),
        List.of());
  }

  static Sweep open(SweepPlan plan, Path folder, String version) throws IOException {
    List<PlannedPoint> points =
        plan.grid().points().stream()
            .map(point -> new PlannedPoint(point, List.of(EXPECTED), 1, "abc".repeat(10)))
            .toList();
    SweepTable.Origin origin =
        new SweepTable.Origin(
            "any",
            "",
            plan.settings(),
            plan.replications(),
            new MadeBy(version, "abc".repeat(10), List.of()));
    return Sweep.open(plan, points, origin, SweepFolder.open(folder));
  }
}
