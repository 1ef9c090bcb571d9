package dev.haishin.experiment.compare;

import dev.haishin.experiment.statistics.Interval;
import dev.haishin.results.Verdict;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One contender by one yardstick.
 *
 * @param mean over its replications, in canonical units; empty where one of them does not know it
 * @param reason why it is not known, or empty
 * @param verdict on what the scenario expects, if it does
 * @param toReference its difference to the reference; empty for the reference itself
 * @param rank from 1; those between which no difference is shown share one. Empty for who does not
 *     compete, where nothing is known, and where no value beats another
 */
public record Standing(
    Contender contender,
    Optional<Interval> mean,
    String reason,
    Optional<Verdict> verdict,
    Optional<Difference> toReference,
    OptionalInt rank) {

  Standing ranked(int place) {
    return new Standing(contender, mean, reason, verdict, toReference, OptionalInt.of(place));
  }
}
