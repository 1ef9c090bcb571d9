package dev.haishin.experiment.sensitivity;

import dev.haishin.experiment.statistics.Interval;
import dev.haishin.results.MetricQuery;
import java.util.List;
import java.util.Optional;

/**
 * What moves one figure.
 *
 * @param figure as it was asked for: the path of an expectation or of a figure of the summary
 * @param query what it reads, for its unit
 * @param asItIs the figure of the scenario as it is, over the replications; empty where one of them
 *     does not know it
 * @param effects the largest first; those that show none after them, in the order of the scenario
 */
public record Tornado(
    String figure, MetricQuery query, Optional<Interval> asItIs, List<Effect> effects) {
  /** Copies the list. */
  public Tornado {
    effects = List.copyOf(effects);
  }

  /** The effects that show, the largest first. */
  public List<Effect> shown() {
    return effects.stream().filter(Effect::isShown).toList();
  }
}
