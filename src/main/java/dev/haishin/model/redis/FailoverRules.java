package dev.haishin.model.redis;

/**
 * How a Redis Cluster finds out that a master is gone, and how it replaces it.
 *
 * <p>The constants are those of the cluster specification and of {@code cluster.c}; agreement takes
 * 1 to 2 s, so that a master is replaced 1.5 to 3 s after the node time-out (facts.md D06 to D08).
 *
 * @param replicas of each master
 * @param nodeTimeoutNs after which a silent node is suspected
 * @param fullCoverage whether the cluster answers nothing while a slot has no master
 * @param replicationLagNs from the departure of a write until it has left the master's host towards
 *     its replicas
 * @param timeoutNs how long a client waits for an answer, all tries together
 */
public record FailoverRules(
    int replicas, long nodeTimeoutNs, boolean fullCoverage, long replicationLagNs, long timeoutNs) {
  private static final long MS = 1_000_000;

  /** The least time from suspicion to agreement of a majority, by gossip. */
  static final long AGREEMENT_NS = 1_000 * MS;

  /** How much longer agreement takes at most. */
  static final long AGREEMENT_SPREAD_NS = 1_000 * MS;

  /** A replica's fixed delay before it asks for votes (D07). */
  static final long DELAY_NS = 500 * MS;

  /** A replica's random delay on top is below this (D07). */
  static final long DELAY_SPREAD_NS = 500 * MS;

  /** A replica's delay for each other that has received more (D07). */
  static final long RANK_NS = 1_000 * MS;

  /**
   * How long a replica takes to copy its master: 4.3 GB (L62) through a link of 10 Gbit/s, and as
   * long again to load them.
   */
  static final long COPY_NS = 7_000 * MS;

  /** How long a cluster that has lost its majority stays closed once it has it back. */
  static final long REJOIN_NS = 500 * MS;

  /** Checks the numbers. */
  public FailoverRules {
    if (replicas < 0 || nodeTimeoutNs < 1 || replicationLagNs < 0 || timeoutNs < 1) {
      throw new IllegalArgumentException(
          "replicas and lag must be at least 0, time-outs at least 1 ns: "
              + replicas
              + ", "
              + replicationLagNs
              + ", "
              + nodeTimeoutNs
              + ", "
              + timeoutNs);
    }
  }

  /** When a replica that got no majority tries again, after the try that failed (D07). */
  long retryNs() {
    return Math.max(4 * nodeTimeoutNs, 4_000 * MS);
  }

  /** Data older than this is not made a master's: {@code cluster-replica-validity-factor 10}. */
  long validNs() {
    return 10 * nodeTimeoutNs + 10_000 * MS;
  }
}
