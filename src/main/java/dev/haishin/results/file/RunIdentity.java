package dev.haishin.results.file;

import java.util.List;

/**
 * What names a run and makes it repeatable.
 *
 * @param scenario the scenario's name
 * @param variant its variant, {@code baseline} for the file itself
 * @param description one line, or empty
 * @param seed the only source of randomness
 * @param scale 1 for full size
 * @param eventsDigest what the engine says of the course of events, in hexadecimal
 * @param version of the program
 * @param scenarioSha256 of every file that the scenario was read from
 * @param plugins the jars with delivery code from outside
 */
public record RunIdentity(
    String scenario,
    String variant,
    String description,
    long seed,
    double scale,
    String eventsDigest,
    String version,
    String scenarioSha256,
    List<PluginLine> plugins) {

  /** Checks the names and the scale. */
  public RunIdentity {
    if (scenario.isEmpty() || variant.isEmpty()) {
      throw new IllegalArgumentException("a run has a scenario and a variant");
    }
    if (!(scale > 0)) {
      throw new IllegalArgumentException("scale " + scale + "; must be positive");
    }
    plugins = List.copyOf(plugins);
  }

  /** Program, files and jars. */
  public MadeBy madeBy() {
    return new MadeBy(version, scenarioSha256, plugins);
  }
}
