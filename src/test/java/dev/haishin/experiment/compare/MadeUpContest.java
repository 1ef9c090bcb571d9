package dev.haishin.experiment.compare;

import dev.haishin.experiment.trial.Trial;
import dev.haishin.experiment.trial.TrialEngine;
import dev.haishin.experiment.trial.TrialResult;
import dev.haishin.results.Comparison;
import dev.haishin.results.Expectation;
import dev.haishin.results.Judgement;
import dev.haishin.results.Ledger;
import dev.haishin.results.MetricRegistry;
import dev.haishin.results.Reading;
import dev.haishin.results.Verdict;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Contenders whose results are known beforehand. Replication r adds r milliseconds to every
 * variant's p99, for chances are shared; what a variant adds of its own is told.
 */
public final class MadeUpContest {
  private static final Path FILE = Path.of("made-up.yaml");
  private static final double NS_PER_MS = 1e6;

  private final Map<String, double[]> p99Ms = new LinkedHashMap<>();
  private final Map<String, Double> usd = new LinkedHashMap<>();
  private final List<String> otherTaps = new ArrayList<>();

  /** Adds a variant with its p99 in each replication. */
  public MadeUpContest variant(String name, double usdPerMonth, double... p99InMs) {
    p99Ms.put(name, p99InMs);
    usd.put(name, usdPerMonth);
    return this;
  }

  /** The variant that was added last met other taps than the others. */
  public MadeUpContest onOtherTaps() {
    otherTaps.add(List.copyOf(p99Ms.keySet()).get(p99Ms.size() - 1));
    return this;
  }

  /** Runs the comparison; a variant called oracle is the bound. */
  public Outcomes run() {
    List<Contender> contenders =
        p99Ms.keySet().stream()
            .map(
                name ->
                    name.equals(Oracle.NAME)
                        ? new Contender(name, "baseline", List.of("free=1"), false)
                        : Contender.variant(name, List.of()))
            .toList();
    int replications = p99Ms.values().iterator().next().length;
    TrialEngine engine =
        (trials, results) -> trials.forEach(trial -> results.finished(result(trial)));
    return new CompareExperiment(FILE, contenders, engine, 0.95).run(replications);
  }

  private TrialResult result(Trial trial) {
    String name = trial.settings().isEmpty() ? trial.variant() : Oracle.NAME;
    double ns = p99Ms.get(name)[trial.replication()] * NS_PER_MS;
    String path = Yardstick.P99;
    Expectation expectation =
        new Expectation(
            path,
            MetricRegistry.standard().parse(path),
            Comparison.AT_MOST,
            50 * NS_PER_MS,
            50 * NS_PER_MS,
            "50ms");
    Reading reading = Double.isNaN(ns) ? Reading.unknown("too few samples: 3") : Reading.of(ns);
    Verdict verdict = reading.isKnown() ? expectation.judge(ns, ns) : Verdict.UNKNOWN;
    TreeMap<String, Double> metrics = new TreeMap<>();
    metrics.put("cost.per-month", usd.get(name));
    return new TrialResult(
        trial,
        100 + trial.replication(),
        new TreeMap<>(),
        metrics,
        List.of(new Judgement(expectation, verdict, reading)),
        new Ledger(),
        1,
        trial.replication() + (otherTaps.contains(name) ? 1000 : 0),
        new TreeMap<>(),
        Optional.empty());
  }
}
