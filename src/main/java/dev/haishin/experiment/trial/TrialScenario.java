package dev.haishin.experiment.trial;

import dev.haishin.engine.CounterHash;
import dev.haishin.experiment.StandardMetrics;
import dev.haishin.model.plugin.Plugins;
import dev.haishin.model.plugin.UnusablePluginException;
import dev.haishin.scenario.ParseOptions;
import dev.haishin.scenario.ParseResult;
import dev.haishin.scenario.ScenarioParser;
import dev.haishin.scenario.ScenarioSpec;
import dev.haishin.scenario.UncertainSpec;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The scenario that a trial runs: file and variant, what is {@code uncertain} as drawn for its
 * replication, the trial's settings, and the seed of its replication.
 *
 * <p>A draw depends on the path and the seed of the replication, and on nothing else: variants of
 * one replication share it.
 */
public final class TrialScenario {
  private TrialScenario() {}

  /**
   * Reads the scenario of a trial.
   *
   * @throws InvalidScenarioException with everything that is wrong with it
   */
  public static ScenarioSpec of(Trial trial) {
    ScenarioSpec asWritten = read(trial.file(), trial.variant(), trial.settings(), trial.plugins());
    if (trial.replication() == 0 && asWritten.uncertain().isEmpty()) {
      return asWritten;
    }
    long seed = Trial.seed(asWritten.seed(), trial.replication());
    List<String> settings = new ArrayList<>();
    drawn(asWritten, seed, trial).forEach((path, value) -> settings.add(path + "=" + value));
    settings.addAll(trial.settings());
    settings.add("seed=" + seed);
    return read(trial.file(), trial.variant(), settings, trial.plugins());
  }

  /**
   * What a trial takes its scenario's uncertain paths to be, as a file would write it, but for
   * those that its settings fix.
   *
   * @param seed of the trial
   */
  static SortedMap<String, String> drawn(ScenarioSpec scenario, long seed, Trial trial) {
    SortedMap<String, String> drawn = new TreeMap<>();
    for (UncertainSpec uncertain : scenario.uncertain()) {
      String path = uncertain.path();
      if (trial.settings().stream().noneMatch(setting -> setting.startsWith(path + "="))) {
        drawn.put(path, uncertain.valueAt(CounterHash.key(seed, "uncertain", path)));
      }
    }
    return drawn;
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
    return parsed.scenario().orElseThrow(() -> InvalidScenarioException.of(parsed.problems()));
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
