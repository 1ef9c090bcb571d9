package dev.haishin.model.fanout;

import dev.haishin.model.failure.Outages;
import dev.haishin.model.kafka.GroupTimeline;

/**
 * A worker's place in its group, and what becomes of the group: known before the run.
 *
 * @param number of the worker in its group
 * @param outages of the group's workers
 * @param timeline which of them owns which partition
 * @param abandoned the group's books on what its dead had in work
 * @param routeTimeoutNs how long others wait for a worker that says nothing
 */
public record Membership(
    int number, Outages outages, GroupTimeline timeline, Abandoned abandoned, long routeTimeoutNs) {

  /** Whether any worker of the group dies in the run. */
  public boolean isMortal() {
    return !timeline.steps().isEmpty();
  }

  /** When this worker dies next, from an instant on; {@link Outages#NEVER} if it does not. */
  long nextDownNs(long fromNs) {
    return outages.nextDownNs(number, fromNs);
  }
}
