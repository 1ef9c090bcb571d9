package dev.haishin.experiment.sweep;

import dev.haishin.results.Expectation;
import java.util.List;

/**
 * A point whose scenario has been read and found right.
 *
 * @param expectations of its scenario, in its order
 * @param events that a run of it is estimated to take
 * @param scenarioSha256 of every file that its scenario was read from
 */
public record PlannedPoint(
    Grid.Point point, List<Expectation> expectations, double events, String scenarioSha256) {
  /** Copies the list. */
  public PlannedPoint {
    expectations = List.copyOf(expectations);
  }
}
