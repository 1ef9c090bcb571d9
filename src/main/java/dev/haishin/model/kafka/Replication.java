package dev.haishin.model.kafka;

/**
 * How a cluster keeps its replicas; the names are Kafka's.
 *
 * @param minInSync {@code min.insync.replicas}: with fewer in sync, {@code acks=all} is refused and
 *     the high watermark stands still. No more than there are replicas count
 * @param unclean {@code unclean.leader.election.enable}: whether a replica that is not in sync may
 *     lead when none that is lives; what it lacks is lost
 * @param brokerTimeoutNs silence after which the controller fences a broker (9 s, row K07)
 * @param replicaLagMaxNs time without having caught up after which a follower is no longer in sync
 *     (30 s, row K06)
 * @param leaderBalanceNs how long preferred leaders that could lead again wait for it; Kafka's
 *     {@code leader.imbalance.check.interval.seconds} of 300 s
 */
public record Replication(
    int minInSync,
    boolean unclean,
    long brokerTimeoutNs,
    long replicaLagMaxNs,
    long leaderBalanceNs) {
  private static final long SECOND = 1_000_000_000L;

  /** At least two replicas in sync, clean elections only, Kafka's times. */
  public static final Replication STANDARD =
      new Replication(2, false, 9 * SECOND, 30 * SECOND, 300 * SECOND);

  /** Refuses counts and times below 1. */
  public Replication {
    if (minInSync < 1 || brokerTimeoutNs < 1 || replicaLagMaxNs < 1 || leaderBalanceNs < 1) {
      throw new IllegalArgumentException(
          "replication needs positive numbers, not "
              + minInSync
              + " in sync, "
              + brokerTimeoutNs
              + " ns, "
              + replicaLagMaxNs
              + " ns and "
              + leaderBalanceNs
              + " ns");
    }
  }
}
