package dev.haishin.experiment.check;

import dev.haishin.experiment.replication.Replications;
import dev.haishin.experiment.trial.TrialEngine;
import dev.haishin.results.file.CheckReport;
import dev.haishin.results.file.CheckReport.State;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Checks worlds so that all intervals together hold with the confidence that is asked for: the
 * chance of a false alarm is shared out over every comparison and every look at it (Bonferroni).
 */
public final class CheckExperiment {
  private final List<CheckTask> tasks;

  /** A check of these worlds. */
  public CheckExperiment(List<CheckTask> tasks) {
    this.tasks = List.copyOf(tasks);
  }

  /** A world whose baseline has been made anew of these replications. */
  public static CheckReport.World updated(CheckTask task, Replications replications) {
    List<CheckReport.Baseline> baselines = new ArrayList<>();
    for (CheckTask.Named named : task.baselines()) {
      String name = named.folder().toString();
      baselines.add(new CheckReport.Baseline(name, State.UPDATED, replications.count(), ""));
    }
    return new CheckReport.World(
        task.trial().file().toString(),
        task.scenario().name(),
        task.trial().variant(),
        task.scenario().seed(),
        replications.count(),
        task.trial().settings(),
        replications.busiest(),
        baselines,
        ExpectedLines.of(task, replications),
        List.of());
  }

  /**
   * Runs every world.
   *
   * @param engines what runs the trials of a world
   */
  public CheckReport run(Function<CheckTask, TrialEngine> engines) {
    int comparisons = Math.max(1, tasks.stream().mapToInt(CheckTask::comparisons).sum());
    List<CheckReport.World> worlds = new ArrayList<>();
    double falseAlarms = 0;
    for (CheckTask task : tasks) {
      double allowed = task.scenario().check().falseAlarms();
      falseAlarms = Math.max(falseAlarms, allowed);
      worlds.add(new WorldCheck(task, allowed / comparisons).run(engines.apply(task)));
    }
    return new CheckReport(falseAlarms, worlds);
  }
}
