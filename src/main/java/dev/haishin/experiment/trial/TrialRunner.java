package dev.haishin.experiment.trial;

import dev.haishin.experiment.RunExperiment;
import dev.haishin.model.World;
import dev.haishin.results.Latencies;
import dev.haishin.results.MetricQuery;
import dev.haishin.results.Reading;
import dev.haishin.results.file.Summaries;
import dev.haishin.scenario.ScenarioSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Runs one trial on the calling thread. */
public final class TrialRunner {
  private final String version;

  /**
   * A runner.
   *
   * @param version of the program, for the results
   */
  public TrialRunner(String version) {
    this.version = version;
  }

  /**
   * Runs a trial of which the scenario has been read.
   *
   * @param scenario as {@link TrialScenario#of} reads it
   * @param progress whatever it throws ends the run
   */
  public TrialResult run(Trial trial, ScenarioSpec scenario, World.Progress progress) {
    // The wall clock is for what a run costs, and a trial's result does not say that.
    RunExperiment experiment = new RunExperiment(1, version, () -> 0);
    ScenarioSpec settled = WarmupSearch.settled(scenario, experiment, progress);
    return of(trial, settled, experiment.run(settled, trial.variant(), progress));
  }

  /** What a run has shown, as the result of a trial. */
  public static TrialResult of(Trial trial, ScenarioSpec scenario, RunExperiment.Outcome outcome) {
    SortedMap<String, Double> metrics = new TreeMap<>();
    List<MetricQuery> queries = new ArrayList<>(Summaries.queries());
    queries.addAll(outcome.result().ownFigures());
    for (MetricQuery query : queries) {
      Reading reading = outcome.result().value(query);
      reading.value().ifPresent(value -> metrics.put(query.text(), value));
    }
    SortedMap<String, Latencies> latencies = new TreeMap<>(outcome.result().latencies());
    latencies.keySet().retainAll(trial.pooled());
    return new TrialResult(
        trial,
        scenario.seed(),
        TrialScenario.drawn(scenario, scenario.seed(), trial),
        metrics,
        outcome.judgements(),
        outcome.result().ledger(),
        outcome.eventsDigest(),
        outcome.tapDigest(),
        latencies,
        Optional.empty());
  }
}
