package dev.haishin.model.kafka;

/**
 * How a consumer group finds out who is alive and shares out partitions.
 *
 * @param sessionTimeoutNs silence after which the coordinator takes a worker for dead (row K04, 45
 *     s)
 * @param heartbeatNs between two signs of life of a worker (row K04, 3 s)
 * @param isCooperative whether partitions that do not move are fetched on during a rebalance; else
 *     all stop (eager)
 * @param rebalanceNs how long a rebalance stops what it stops, once nobody silent is awaited
 */
public record GroupSettings(
    long sessionTimeoutNs, long heartbeatNs, boolean isCooperative, long rebalanceNs) {
  private static final long HEARTBEAT_NS = 3_000_000_000L;

  /** An eager rebalance takes about 3 s (row K44). */
  private static final long EAGER_NS = 3_000_000_000L;

  /** A cooperative one stops what moves for about 100 ms (row K45). */
  private static final long COOPERATIVE_NS = 100_000_000L;

  /** Refuses a group that would never hear of anybody in time. */
  public GroupSettings {
    if (heartbeatNs < 1 || sessionTimeoutNs < heartbeatNs || rebalanceNs < 1) {
      throw new IllegalArgumentException(
          "a session of "
              + sessionTimeoutNs
              + " ns needs a heartbeat of no more, not "
              + heartbeatNs
              + " ns, and a rebalance some time, not "
              + rebalanceNs
              + " ns");
    }
  }

  /** A group with the heartbeat and the rebalance times of the rows named above. */
  public static GroupSettings of(long sessionTimeoutNs, boolean isCooperative) {
    return new GroupSettings(
        sessionTimeoutNs,
        Math.min(HEARTBEAT_NS, sessionTimeoutNs),
        isCooperative,
        isCooperative ? COOPERATIVE_NS : EAGER_NS);
  }
}
