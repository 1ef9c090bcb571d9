package dev.haishin.experiment;

import dev.haishin.model.plugin.Plugins;
import dev.haishin.results.file.MadeBy;
import dev.haishin.results.file.PluginLine;
import dev.haishin.scenario.ScenarioSpec;

/** What the results of a scenario are made with. */
public final class Provenance {
  private Provenance() {}

  /**
   * The program, the files of the scenario and the jars that it was read with.
   *
   * @param version of the program
   */
  public static MadeBy of(ScenarioSpec scenario, String version) {
    return new MadeBy(
        version,
        scenario.sha256(),
        Plugins.of(scenario).jars().stream()
            .map(jar -> new PluginLine(jar.name(), jar.sha256()))
            .toList());
  }
}
