package dev.haishin.model.kafka;

import dev.haishin.delivery.PartitionHash;
import dev.haishin.model.failure.Takeover;

/**
 * The layout of a home region's Kafka cluster: its brokers, and the replicas of the one topic that
 * messages travel through. Immutable and shared, but for how far the group has come.
 *
 * <p>Broker i stands in zone i mod zones and is process {@code firstProcess + i}. Leaders go round
 * the brokers; the replicas of a partition stand in different zones as far as zones go.
 */
public final class KafkaCluster {
  static final int MAX_PARTITIONS = 1 << 19;

  private final int home;
  private final int firstProcess;
  private final int brokers;
  private final int[][] replicas;
  private final Metadata metadata;
  private final GroupProgress group;
  private final Journal journal = new Journal();
  private final boolean fails;
  private Takeover takeover;

  /**
   * Lays out a topic.
   *
   * @param home the number of the region whose cluster this is
   * @param firstProcess the process of broker 0; the others follow without a gap
   * @param zones zones of the region
   * @param partitions 1 to 2^19
   * @param replication replicas of each partition, the leader included, at most {@code brokers}
   */
  public KafkaCluster(
      int home, int firstProcess, int brokers, int zones, int partitions, int replication) {
    this(home, firstProcess, brokers, zones, partitions, replication, false);
  }

  /**
   * Lays out a topic of a cluster that may lose brokers.
   *
   * @param fails whether some broker is down, or out of reach for some client, at some time of the
   *     run: where none is, clients need no time-outs and batches no numbers
   */
  public KafkaCluster(
      int home,
      int firstProcess,
      int brokers,
      int zones,
      int partitions,
      int replication,
      boolean fails) {
    if (partitions < 1 || partitions > MAX_PARTITIONS) {
      throw new IllegalArgumentException(
          "a topic has 1 to " + MAX_PARTITIONS + " partitions, not " + partitions);
    }
    this.home = home;
    this.firstProcess = firstProcess;
    this.brokers = brokers;
    replicas = new ReplicaPlacement(brokers, zones).place(partitions, replication);
    group = new GroupProgress(partitions);
    this.fails = fails;
    int[] leaders = new int[partitions];
    for (int partition = 0; partition < partitions; partition++) {
      leaders[partition] = replicas[partition][0];
    }
    metadata = new Metadata(leaders);
  }

  /** A second site takes over; before the run. */
  public void expect(Takeover bySecondSite) {
    takeover = bySecondSite;
  }

  /** Whether a record is gone at an instant that the high watermark had passed at another. */
  boolean isLost(long passedNs, long nowNs) {
    return takeover != null && nowNs >= takeover.promotedNs() && takeover.isTail(passedNs);
  }

  /** Which batches the logs have; to be read by its brokers, and by all after the run. */
  Journal journal() {
    return journal;
  }

  /** Whether brokers fail, or are out of reach for some client, in this run. */
  public boolean fails() {
    return fails;
  }

  /** Who leads which partition, version by version. */
  public Metadata metadata() {
    return metadata;
  }

  /** The region whose cluster this is. */
  public int home() {
    return home;
  }

  /** How far its consumer group has come. */
  public GroupProgress group() {
    return group;
  }

  /** How many brokers. */
  public int brokers() {
    return brokers;
  }

  /** How many partitions. */
  public int partitions() {
    return replicas.length;
  }

  /** Replicas of each partition, the leader included. */
  public int replication() {
    return replicas[0].length;
  }

  /** The process of a broker. */
  public int process(int broker) {
    return firstProcess + broker;
  }

  /** The broker that a process of this cluster is. */
  int broker(int process) {
    return process - firstProcess;
  }

  /** The broker that leads a partition at the start, and is preferred to lead it later. */
  public int leader(int partition) {
    return replicas[partition][0];
  }

  /**
   * The broker that holds a replica.
   *
   * @param rank 0 for the leader, up to {@code replication() - 1}
   */
  public int replica(int partition, int rank) {
    return replicas[partition][rank];
  }

  /** The rank of a broker among the replicas of a partition, -1 if it holds none. */
  int rank(int partition, int broker) {
    int rank = replicas[partition].length - 1;
    while (rank >= 0 && replicas[partition][rank] != broker) {
      rank--;
    }
    return rank;
  }

  /** Whether a broker holds a replica of a partition that it does not lead. */
  boolean isFollower(int broker, int partition) {
    for (int rank = 1; rank < replicas[partition].length; rank++) {
      if (replicas[partition][rank] == broker) {
        return true;
      }
    }
    return false;
  }

  /** The partition of a chat, as Kafka's default partitioner finds it from an 8-byte key. */
  public int partitionOf(long chat) {
    return PartitionHash.partition(chat, replicas.length);
  }

  /** The first partition of a worker, by the range assignor over one topic. */
  public int firstPartition(int worker, int workers) {
    int each = replicas.length / workers;
    int rest = replicas.length % workers;
    return each * worker + Math.min(worker, rest);
  }

  /** How many partitions a worker has, from {@link #firstPartition} on. */
  public int partitionCount(int worker, int workers) {
    return firstPartition(worker + 1, workers) - firstPartition(worker, workers);
  }
}
