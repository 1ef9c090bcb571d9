package dev.haishin.experiment.trial;

import dev.haishin.experiment.StandardMetrics;
import dev.haishin.scenario.ParseOptions;
import dev.haishin.scenario.ParseResult;
import dev.haishin.scenario.Problem;
import dev.haishin.scenario.ScenarioParser;
import dev.haishin.scenario.ScenarioSpec;
import java.nio.file.Path;
import java.util.List;

/** The scenario that a trial runs: file, variant, settings, and the seed of its replication. */
public final class TrialScenario {
  private TrialScenario() {}

  /**
   * Reads the scenario of a trial.
   *
   * @throws InvalidScenarioException with everything that is wrong with it
   */
  public static ScenarioSpec of(Trial trial) {
    ScenarioSpec first = read(trial.file(), trial.variant(), trial.settings());
    if (trial.replication() == 0) {
      return first;
    }
    Trial seeded = trial.with(List.of("seed=" + Trial.seed(first.seed(), trial.replication())));
    return read(seeded.file(), seeded.variant(), seeded.settings());
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
