package dev.haishin.experiment.sweep;

import dev.haishin.results.Expectation;
import java.util.List;

/**
 * A point whose scenario has been read and found right.
 *
 * @param expectations of its scenario, in its order
 * @param events that a run of it is estimated to take
 */
public record PlannedPoint(Grid.Point point, List<Expectation> expectations, double events) {
  /** Copies the list. */
  public PlannedPoint {
    expectations = List.copyOf(expectations);
  }
}
