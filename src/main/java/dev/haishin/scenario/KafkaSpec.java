package dev.haishin.scenario;

/**
 * The Kafka cluster of a home region.
 *
 * @param acks whom a producer waits for
 * @param minInsync replicas in sync below which {@link Acks#ALL} is refused
 * @param lingerNs a producer waits for more
 * @param batchBytes at which it waits no longer
 * @param handlers request threads of a broker
 * @param appendCost broker CPU of one produce request
 * @param recordCost broker CPU of one record in it
 * @param byteCostNs broker CPU of one byte in it, nanoseconds
 * @param diskBytesPerSecond of a broker
 * @param nicBytesPerSecond of a broker
 * @param memoryBytes of a broker, most of it page cache
 * @param requestTimeoutNs of a producer
 * @param deliveryTimeoutNs after which a producer gives a record up
 * @param retryBackoffNs before a producer's next attempt
 * @param sessionTimeoutNs after which a silent worker has left its group
 * @param brokerTimeoutNs after which a silent broker is fenced
 * @param replicaLagMaxNs after which a follower that lags is out of sync
 * @param commitIntervalNs between a worker's commits
 * @param rebalanceNs pause of moved partitions
 */
public record KafkaSpec(
    int brokers,
    int partitions,
    int replication,
    Acks acks,
    int minInsync,
    long lingerNs,
    long batchBytes,
    int handlers,
    Quantity appendCost,
    Quantity recordCost,
    double byteCostNs,
    double diskBytesPerSecond,
    double nicBytesPerSecond,
    long memoryBytes,
    long requestTimeoutNs,
    long deliveryTimeoutNs,
    long retryBackoffNs,
    long sessionTimeoutNs,
    long brokerTimeoutNs,
    long replicaLagMaxNs,
    long commitIntervalNs,
    long rebalanceNs,
    FetchSpec fetch,
    WorkersSpec workers) {
  /** Whom a producer waits for. */
  public enum Acks {
    NONE,
    LEADER,
    ALL
  }

  /** Checks the ranges. */
  public KafkaSpec {
    Require.positive("brokers", brokers);
    Require.positive("partitions", partitions);
    Require.positive("replication", replication);
    Require.positive("min-insync", minInsync);
    Require.notNegative("linger", lingerNs);
    Require.positive("batch", batchBytes);
    Require.positive("handlers", handlers);
    Require.notNegative("byte-cost", byteCostNs);
    Require.positive("disk", diskBytesPerSecond);
    Require.positive("nic", nicBytesPerSecond);
    Require.positive("memory", memoryBytes);
    if (replication > brokers || minInsync > replication) {
      throw new IllegalArgumentException(
          "min-insync " + minInsync + " <= replication " + replication + " <= brokers " + brokers);
    }
  }
}
