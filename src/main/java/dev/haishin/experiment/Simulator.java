package dev.haishin.experiment;

import dev.haishin.results.RunResult;
import dev.haishin.scenario.ScenarioSpec;

/** Makes the world of a scenario. */
@FunctionalInterface
public interface Simulator {
  /** A world that stands, and has not moved yet. */
  interface World {
    /** Runs to the end of the scenario; whatever {@code progress} throws ends the run. */
    RunResult run(Progress progress);

    /** All processes' event digests combined: equal for two runs that took the same course. */
    long digest();
  }

  /** Is told how far a run has come. */
  @FunctionalInterface
  interface Progress {
    /** Simulated time reached, of how much, after how many events. */
    void reached(long nowNs, long endNs, long events);
  }

  /**
   * Builds a world.
   *
   * @param threads that will run it; no result depends on their number
   */
  World build(ScenarioSpec scenario, int threads);
}
