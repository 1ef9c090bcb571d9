package dev.haishin.model.failure;

/** One failure of a run, its hosts chosen. */
public sealed interface FailurePlan {

  /** When it begins. */
  long atNs();

  /**
   * Hosts of one component go down.
   *
   * @param component a number of the model's table of components
   * @param hosts their numbers in the region
   * @param upNs when they are back, {@link Outages#NEVER} if they stay down
   * @param silent whether they vanish (no reset) instead of crashing
   */
  record HostsDown(int component, int region, int[] hosts, long atNs, long upNs, boolean silent)
      implements FailurePlan {}

  /**
   * All hosts of a zone vanish.
   *
   * @param upNs when they are back, {@link Outages#NEVER} if they stay dark
   */
  record ZoneLost(int region, int zone, long atNs, long upNs) implements FailurePlan {}

  /**
   * A carrier drops clients at once.
   *
   * @param share of those connected, above 0, at most 1
   */
  record CarrierDown(int region, long atNs, double share) implements FailurePlan {}
}
