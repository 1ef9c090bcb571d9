package dev.haishin.model.population;

import dev.haishin.engine.CounterHash;
import dev.haishin.model.failure.FailurePlan;
import java.util.List;

/**
 * The people of a shard who come online at once when something happens: of each opening a share,
 * evenly spread over its time, each person once, in an order of their own.
 */
final class Openings {
  private final FailurePlan.ClientsOpen[] plans;
  private final Permutation[] orders;
  private final long[] people;
  private final long[] done;

  Openings(List<FailurePlan.ClientsOpen> openings, int users, long seed, String shard) {
    plans = openings.toArray(new FailurePlan.ClientsOpen[0]);
    orders = new Permutation[plans.length];
    people = new long[plans.length];
    done = new long[plans.length];
    for (int i = 0; i < plans.length; i++) {
      orders[i] = new Permutation(users, CounterHash.key(seed, "opening-" + i, shard));
      people[i] = Math.round(plans[i].share() * users);
    }
  }

  /** Whether anybody ever comes. */
  boolean isEmpty() {
    return plans.length == 0;
  }

  /** When the next one comes, {@code Long.MAX_VALUE} if none does. */
  long nextNs() {
    long nextNs = Long.MAX_VALUE;
    for (int i = 0; i < plans.length; i++) {
      nextNs = Math.min(nextNs, nextNs(i));
    }
    return nextNs;
  }

  /** Takes the next one; gives their row. */
  int take() {
    int next = 0;
    for (int i = 1; i < plans.length; i++) {
      if (nextNs(i) < nextNs(next)) {
        next = i;
      }
    }
    return (int) orders[next].apply(done[next]++);
  }

  private long nextNs(int opening) {
    FailurePlan.ClientsOpen plan = plans[opening];
    return done[opening] == people[opening]
        ? Long.MAX_VALUE
        : plan.atNs() + (long) ((double) plan.overNs() * done[opening] / people[opening]);
  }
}
