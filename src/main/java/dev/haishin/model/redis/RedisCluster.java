package dev.haishin.model.redis;

/**
 * The layout of one home's Redis Cluster: which shard holds a user's session. Immutable, known to
 * every client (real clients cache the slot map), and free of redirections because it never
 * changes.
 */
public final class RedisCluster {
  /** Hash slots of a Redis Cluster (facts.md D05). */
  public static final int SLOTS = 16_384;

  private final int[] processes;

  /**
   * A cluster of shards in slot order.
   *
   * @param processes the shards' process numbers, at least one and at most 16,384
   */
  public RedisCluster(int[] processes) {
    if (processes.length < 1 || processes.length > SLOTS) {
      throw new IllegalArgumentException(
          "a cluster has 1 to 16384 shards, not " + processes.length);
    }
    this.processes = processes.clone();
  }

  /** How many shards there are. */
  public int shards() {
    return processes.length;
  }

  /** The process number of a shard. */
  public int process(int shard) {
    return processes[shard];
  }

  /** The shard, numbered within the cluster, that holds a user's session. */
  public int shardOf(int user) {
    return shardOfSlot(slotOf(user), processes.length);
  }

  /**
   * The shard of a slot when the slots are shared out as {@code redis-cli --cluster create} does:
   * equal consecutive ranges, cut at the rounded multiples of slots / shards.
   */
  public static int shardOfSlot(int slot, int shards) {
    return (int) ((2L * slot + 1) * shards / (2L * SLOTS));
  }

  private static int slotOf(int user) {
    int crc = 0;
    int divisor = 1_000_000_000;
    while (divisor > 1 && user / divisor == 0) {
      divisor /= 10;
    }
    for (; divisor > 0; divisor /= 10) {
      crc ^= ('0' + user / divisor % 10) << 8;
      for (int bit = 0; bit < 8; bit++) {
        crc = (crc & 0x8000) == 0 ? crc << 1 : crc << 1 ^ 0x1021;
      }
    }
    return crc & (SLOTS - 1);
  }
}
