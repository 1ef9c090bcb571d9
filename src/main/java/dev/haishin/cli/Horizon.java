package dev.haishin.cli;

import dev.haishin.results.Unit;
import dev.haishin.scenario.ScenarioSpec;

/**
 * Whether a run settles or is a story with an end, in a few words: of the first kind a longer run
 * tells more, of the second only more replications do.
 */
final class Horizon {
  private Horizon() {}

  /** Words for a title. */
  static String of(ScenarioSpec scenario) {
    if (!scenario.transients().isEmpty()) {
      return "terminating: " + String.join(", ", scenario.transients());
    }
    return scenario.warmupNs() == 0
        ? "steady state from the start"
        : "steady state from " + Figures.of(scenario.warmupNs(), Unit.DURATION);
  }
}
