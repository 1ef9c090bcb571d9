package dev.haishin.experiment.trial;

import dev.haishin.engine.CounterHash;
import dev.haishin.experiment.StandardMetrics;
import dev.haishin.scenario.ParseOptions;
import dev.haishin.scenario.ParseResult;
import dev.haishin.scenario.Problem;
import dev.haishin.scenario.ScenarioParser;
import dev.haishin.scenario.ScenarioSpec;
import dev.haishin.scenario.UncertainSpec;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The scenario that a trial runs: file and variant, what is {@code uncertain} as drawn for its
 * replication, the trial's settings, and the seed of its replication.
 *
 * <p>A draw depends on the seed of the scenario, the path and the number of the replication, and on
 * nothing else: variants of one replication share it.
 */
public final class TrialScenario {
  private TrialScenario() {}

  /**
   * Reads the scenario of a trial.
   *
   * @throws InvalidScenarioException with everything that is wrong with it
   */
  public static ScenarioSpec of(Trial trial) {
    ScenarioSpec asWritten = read(trial.file(), trial.variant(), trial.settings());
    if (trial.replication() == 0 && asWritten.uncertain().isEmpty()) {
      return asWritten;
    }
    List<String> settings = new ArrayList<>(drawn(asWritten, trial.replication()));
    settings.addAll(trial.settings());
    settings.add("seed=" + Trial.seed(asWritten.seed(), trial.replication()));
    return read(trial.file(), trial.variant(), settings);
  }

  /** What a replication of a scenario takes its uncertain paths to be, as settings. */
  public static List<String> drawn(ScenarioSpec scenario, int replication) {
    List<String> drawn = new ArrayList<>();
    for (UncertainSpec uncertain : scenario.uncertain()) {
      long key = CounterHash.key(scenario.seed(), "uncertain", uncertain.path());
      drawn.add(uncertain.settingAt(CounterHash.bits(key, replication)));
    }
    return drawn;
  }

  /**
   * Reads a variant of a file.
   *
   * @throws InvalidScenarioException with everything that is wrong with it
   */
  public static ScenarioSpec read(Path file, String variant, List<String> settings) {
    ParseResult parsed = parse(file, variant, settings);
    return parsed
        .scenario()
        .orElseThrow(
            () ->
                new InvalidScenarioException(
                    parsed.problems().stream().map(Problem::toString).toList()));
  }

  /** A variant of a file, or everything that is wrong with it. */
  public static ParseResult parse(Path file, String variant, List<String> settings) {
    String named = variant.equals(Trial.BASELINE) ? "" : variant;
    return new ScenarioParser(new StandardMetrics()).parse(file, new ParseOptions(named, settings));
  }
}
