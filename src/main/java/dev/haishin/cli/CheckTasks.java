package dev.haishin.cli;

import dev.haishin.experiment.check.Baseline;
import dev.haishin.experiment.check.CheckTask;
import dev.haishin.experiment.trial.Trial;
import dev.haishin.experiment.trial.TrialScenario;
import dev.haishin.scenario.Keys;
import dev.haishin.scenario.MeasuredCosts;
import dev.haishin.scenario.ScenarioSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the worlds that a check is about, with their measured costs and their baselines. */
final class CheckTasks {
  private final ScenarioOptions scenarios;
  private final List<Path> baselines;
  private final boolean update;
  private final Path costFile;
  private final List<String> notes = new ArrayList<>();

  /**
   * A reader.
   *
   * @param update whether baselines are made and need not be there
   * @param costFile of measured costs, or null
   */
  CheckTasks(ScenarioOptions scenarios, List<Path> baselines, boolean update, Path costFile) {
    this.scenarios = scenarios;
    this.baselines = List.copyOf(baselines);
    this.update = update;
    this.costFile = costFile;
  }

  /**
   * Every world, all of them read before the first one runs.
   *
   * @param errors takes everything that is wrong
   */
  List<CheckTask> read(double mostEvents, List<String> errors) {
    Optional<MeasuredCosts> costs = Optional.ofNullable(costFile).map(MeasuredCosts::read);
    costs.ifPresent(file -> errors.addAll(file.problems()));
    for (Path folder : baselines) {
      if (!update && !Files.isDirectory(folder)) {
        errors.add("--baseline " + folder + ": no such folder; --update-baseline makes it");
      }
    }
    List<CheckTask> tasks = new ArrayList<>();
    for (Path file : scenarios.files()) {
      for (String variant : scenarios.chosen(file).stream().distinct().toList()) {
        ScenarioSpec asWritten = scenarios.read(file, variant);
        String title = asWritten.name() + "/" + variant;
        Trial trial = trial(file, variant, asWritten, costs, title);
        ScenarioSpec scenario = errors.isEmpty() ? TrialScenario.of(trial) : asWritten;
        errors.addAll(
            new Fit(title, scenario).errors(mostEvents, Runtime.getRuntime().maxMemory()));
        tasks.add(new CheckTask(scenario, trial, named(scenario.name(), variant, errors)));
      }
    }
    return tasks;
  }

  /** What was measured for a strategy stands between the file and the command line. */
  private Trial trial(
      Path file,
      String variant,
      ScenarioSpec scenario,
      Optional<MeasuredCosts> costs,
      String title) {
    List<String> settings = new ArrayList<>();
    if (costs.isPresent()) {
      String strategy = scenario.delivery().get(Keys.Delivery.FANOUT).get(Keys.Delivery.STRATEGY);
      settings.addAll(costs.get().settings(strategy));
      if (!costs.get().knows(strategy)) {
        notes.add(title + ": " + costFile + " has no costs of the strategy '" + strategy + "'");
      }
    }
    settings.addAll(scenarios.overrides());
    return Trial.of(file, variant, settings, 0).plugged(scenarios.plugins());
  }

  private List<CheckTask.Named> named(String scenario, String variant, List<String> errors) {
    List<CheckTask.Named> named = new ArrayList<>();
    for (Path folder : baselines) {
      Optional<Baseline> found = Optional.empty();
      try {
        found = update ? found : Baseline.find(folder, scenario, variant);
      } catch (IOException unreadable) {
        errors.add("--baseline " + folder + ": cannot be read (" + unreadable.getMessage() + ")");
      }
      named.add(new CheckTask.Named(folder, found));
    }
    return named;
  }

  /** What a reader should know, and what is no error. */
  List<String> notes() {
    return notes;
  }
}
