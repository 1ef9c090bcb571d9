package dev.haishin.experiment.trial;

import dev.haishin.experiment.StandardMetrics;
import dev.haishin.model.plugin.Plugins;
import dev.haishin.model.plugin.UnusablePluginException;
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
    ScenarioSpec first = read(trial.file(), trial.variant(), trial.settings(), trial.plugins());
    if (trial.replication() == 0) {
      return first;
    }
    Trial seeded = trial.with(List.of("seed=" + Trial.seed(first.seed(), trial.replication())));
    return read(seeded.file(), seeded.variant(), seeded.settings(), seeded.plugins());
  }

  /**
   * Reads a variant of a file.
   *
   * @param plugins jars with delivery code that it may name
   * @throws InvalidScenarioException with everything that is wrong with it
   */
  public static ScenarioSpec read(
      Path file, String variant, List<String> settings, List<Path> plugins) {
    ParseResult parsed = parse(file, variant, settings, plugins);
    return parsed
        .scenario()
        .orElseThrow(
            () ->
                new InvalidScenarioException(
                    parsed.problems().stream().map(Problem::toString).toList()));
  }

  /**
   * A variant of a file, or everything that is wrong with it.
   *
   * @param plugins jars with delivery code that it may name
   * @throws InvalidScenarioException if a jar is of no use
   */
  public static ParseResult parse(
      Path file, String variant, List<String> settings, List<Path> plugins) {
    String named = variant.equals(Trial.BASELINE) ? "" : variant;
    try {
      ParseOptions options = new ParseOptions(named, settings, Plugins.load(plugins));
      return new ScenarioParser(new StandardMetrics()).parse(file, options);
    } catch (UnusablePluginException unusable) {
      throw new InvalidScenarioException(unusable.errors());
    }
  }
}
