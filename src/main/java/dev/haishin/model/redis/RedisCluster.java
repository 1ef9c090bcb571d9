package dev.haishin.model.redis;

import dev.haishin.delivery.SlotHash;

/**
 * The layout of one home's Redis Cluster: which shard holds a user's session. Immutable, known to
 * every client (real clients cache the slot map), and free of redirections because it never
 * changes.
 */
public final class RedisCluster {
  private final int[] processes;

  /**
   * A cluster of shards in slot order.
   *
   * @param processes the shards' process numbers, at least one and at most 16,384
   */
  public RedisCluster(int[] processes) {
    if (processes.length < 1 || processes.length > SlotHash.SLOTS) {
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
    return shardOfSlot(SlotHash.slotOfUser(user), processes.length);
  }

  /**
   * The shard of a slot when the slots are shared out as {@code redis-cli --cluster create} does:
   * equal consecutive ranges, cut at the rounded multiples of slots / shards.
   */
  public static int shardOfSlot(int slot, int shards) {
    return (int) ((2L * slot + 1) * shards / (2L * SlotHash.SLOTS));
  }
}
