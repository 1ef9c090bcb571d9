package dev.haishin.experiment.check;

import dev.haishin.experiment.replication.Replications;
import dev.haishin.experiment.statistics.Interval;
import dev.haishin.experiment.trial.Trial;
import dev.haishin.experiment.trial.TrialEngine;
import dev.haishin.experiment.trial.TrialResult;
import dev.haishin.results.Verdict;
import dev.haishin.results.file.CheckReport;
import dev.haishin.results.file.CheckReport.State;
import dev.haishin.scenario.ScenarioSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** One world, run as often as it takes to tell whether it is worse than its baselines. */
final class WorldCheck {
  /** Replications between two looks. */
  private static final int STEP = 10;

  private static final double NS_PER_SECOND = 1e9;

  private final CheckTask task;
  private final ScenarioSpec scenario;
  private final int most;
  private final double confidence;
  private final Replications replications = new Replications(Interval.USUAL_CONFIDENCE);
  private ReplicationRows rows;

  /**
   * A check of a world.
   *
   * @param falseAlarms chance that is allowed to each of its comparisons
   */
  WorldCheck(CheckTask task, double falseAlarms) {
    this.task = task;
    this.scenario = task.scenario();
    this.most = scenario.check().maxReplications();
    int looks = (most + STEP - 1) / STEP;
    this.confidence = 1 - falseAlarms / looks;
  }

  CheckReport.World run(TrialEngine engine) {
    runUpTo(1, engine);
    List<CheckReport.Baseline> baselines = new ArrayList<>();
    List<Baseline> changed = new ArrayList<>();
    for (CheckTask.Named named : task.baselines()) {
      CheckReport.Baseline seen = look(named);
      baselines.add(seen);
      if (seen.state() == State.COMPARED) {
        changed.add(named.baseline().orElseThrow());
      }
    }
    List<CheckReport.Compared> comparisons = compare(changed, engine);
    return new CheckReport.World(
        task.trial().file().toString(),
        scenario.name(),
        task.trial().variant(),
        scenario.seed(),
        replications.count(),
        task.trial().settings(),
        replications.busiest(),
        baselines,
        ExpectedLines.of(task, replications),
        comparisons);
  }

  /** What a baseline is good for, seen by replication 0. */
  private CheckReport.Baseline look(CheckTask.Named named) {
    String name = named.folder().toString();
    if (named.baseline().isEmpty()) {
      String reason = "it holds no results of " + task.title() + "; --update-baseline makes them";
      return new CheckReport.Baseline(name, State.UNUSABLE, 0, reason);
    }
    Baseline baseline = named.baseline().get();
    int count = baseline.rows().count();
    if (baseline.rows().isRepeatedBy(rows)) {
      return new CheckReport.Baseline(name, State.SAME, count, "");
    }
    String mismatch = baseline.mismatch(scenario.scale(), scenario.durationNs() / NS_PER_SECOND);
    if (!mismatch.isEmpty()) {
      return new CheckReport.Baseline(name, State.UNUSABLE, count, mismatch);
    }
    if (scenario.check().tolerances().isEmpty()) {
      String reason = "the run differs from it, and check.tolerance names nothing to compare";
      return new CheckReport.Baseline(name, State.UNUSABLE, count, reason);
    }
    return new CheckReport.Baseline(name, State.COMPARED, count, "");
  }

  private List<CheckReport.Compared> compare(List<Baseline> baselines, TrialEngine engine) {
    if (baselines.isEmpty()) {
      return List.of();
    }
    List<CheckReport.Compared> comparisons;
    int limit = baselines.stream().mapToInt(this::usefulReplications).max().orElse(1);
    int count = 0;
    do {
      count = Math.min(limit, count + STEP);
      runUpTo(count, engine);
      comparisons =
          baselines.stream()
              .flatMap(baseline -> new BaselineCheck(task, baseline, rows, confidence).compare())
              .toList();
    } while (count < limit && isOpen(comparisons));
    return comparisons;
  }

  /** Pairs end where the baseline does; of independent samples one side can grow. */
  private int usefulReplications(Baseline baseline) {
    int count = baseline.rows().count();
    boolean isPaired = count == 1 || baseline.rows().sharesSeeds(rows);
    return isPaired ? Math.min(most, count) : most;
  }

  private static boolean isOpen(List<CheckReport.Compared> comparisons) {
    return comparisons.stream()
        .anyMatch(each -> each.verdict() == Verdict.UNKNOWN && each.change().isPresent());
  }

  private void runUpTo(int count, TrialEngine engine) {
    List<Trial> trials = new ArrayList<>();
    for (int i = replications.count(); i < count; i++) {
      trials.add(task.trial().replication(i));
    }
    SortedMap<Integer, TrialResult> results = new TreeMap<>();
    engine.run(trials, result -> results.put(result.trial().replication(), result));
    results.values().forEach(replications::add);
    rows = ReplicationRows.of(replications);
  }
}
