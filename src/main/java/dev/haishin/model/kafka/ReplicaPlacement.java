package dev.haishin.model.kafka;

/**
 * Kafka's rack-aware replica placement ({@code assignReplicasToBrokersRackAware}) from start index
 * 0: leaders round robin; followers at a shift that grows by one zone count each time around, so
 * that a broker's followers are spread, skipping zones and brokers already used.
 */
final class ReplicaPlacement {
  private final int brokers;
  private final int zones;

  /** Brokers of which number i stands in zone i mod zones. */
  ReplicaPlacement(int brokers, int zones) {
    if (brokers < 1 || zones < 1) {
      throw new IllegalArgumentException(
          "at least one broker and one zone are needed, not " + brokers + " and " + zones);
    }
    this.brokers = brokers;
    this.zones = Math.min(zones, brokers);
  }

  /** The brokers of each partition's replicas, the leader first. */
  int[][] place(int partitions, int replication) {
    if (replication < 1 || replication > brokers) {
      throw new IllegalArgumentException(
          "replication must lie between 1 and the " + brokers + " brokers, but is " + replication);
    }
    int[][] placed = new int[partitions][];
    for (int partition = 0; partition < partitions; partition++) {
      int turn = partition / brokers;
      placed[partition] = replicas(partition % brokers, turn * zones, replication);
    }
    return placed;
  }

  private int[] replicas(int leader, int shift, int replication) {
    int[] chosen = new int[replication];
    boolean[] zoneUsed = new boolean[zones];
    boolean[] brokerUsed = new boolean[brokers];
    chosen[0] = leader;
    zoneUsed[leader % zones] = true;
    brokerUsed[leader] = true;
    int zonesLeft = zones - 1;
    int candidate = 0;
    for (int rank = 1; rank < replication; candidate++) {
      int broker = (leader + 1 + (shift + candidate) % (brokers - 1)) % brokers;
      int zone = broker % zones;
      if (!brokerUsed[broker] && (zonesLeft == 0 || !zoneUsed[zone])) {
        chosen[rank++] = broker;
        brokerUsed[broker] = true;
        zonesLeft -= zoneUsed[zone] ? 0 : 1;
        zoneUsed[zone] = true;
      }
    }
    return chosen;
  }
}
