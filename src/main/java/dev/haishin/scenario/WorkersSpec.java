package dev.haishin.scenario;

/**
 * The fan-out workers of a home region.
 *
 * @param count of hosts
 * @param cores of each; a partition is pinned to one
 * @param recordCost CPU of a record
 * @param recipientCost CPU of each recipient of a record
 * @param inFlight records of a partition begun and not yet done; fetching pauses at this number
 */
public record WorkersSpec(
    int count, int cores, Quantity recordCost, Quantity recipientCost, int inFlight) {
  /** Checks the ranges. */
  public WorkersSpec {
    Require.positive("fanout-workers.count", count);
    Require.positive("fanout-workers.cores", cores);
    Require.positive("fanout-workers.in-flight", inFlight);
  }
}
