package dev.haishin.model.redis;

import dev.haishin.delivery.SlotHash;
import dev.haishin.model.rack.Racks;

/**
 * The layout of one home's Redis Cluster: which shard holds a user's session. Immutable, known to
 * every client (real clients cache the slot map), and free of redirections because it never
 * changes.
 */
public final class RedisCluster {
  private final Racks racks;

  /**
   * A cluster of shards in slot order.
   *
   * @param racks that hold the shards, at least one and at most 16,384
   */
  public RedisCluster(Racks racks) {
    if (racks.hosts() > SlotHash.SLOTS) {
      throw new IllegalArgumentException("a cluster has 1 to 16384 shards, not " + racks.hosts());
    }
    this.racks = racks;
  }

  /** How many shards there are. */
  public int shards() {
    return racks.hosts();
  }

  /** Where the shards stand. */
  Racks racks() {
    return racks;
  }

  /** The shard, numbered within the cluster, that holds a user's session. */
  public int shardOf(int user) {
    return shardOfSlot(SlotHash.slotOfUser(user), racks.hosts());
  }

  /**
   * The shard of a slot when the slots are shared out as {@code redis-cli --cluster create} does:
   * equal consecutive ranges, cut at the rounded multiples of slots / shards.
   */
  public static int shardOfSlot(int slot, int shards) {
    return (int) ((2L * slot + 1) * shards / (2L * SlotHash.SLOTS));
  }
}
