package dev.haishin.model.redis;

/**
 * What one client of a cluster believes about who is master of what: the layout as some node knew
 * it at an instant.
 */
final class SlotMap {
  private final RedisCluster cluster;
  private long asOfNs;
  private long nextAsOfNs;
  private long nextFromNs = Long.MAX_VALUE;

  /** The layout at t = 0. */
  SlotMap(RedisCluster cluster) {
    this.cluster = cluster;
  }

  /** Whom the client takes for a user's master, as a member of the cluster's racks. */
  int masterOf(int user, long nowNs) {
    int shard = cluster.shardOf(user);
    if (cluster.reigns().isQuiet()) {
      return shard;
    }
    if (nowNs >= nextFromNs) {
      asOfNs = nextAsOfNs;
      nextFromNs = Long.MAX_VALUE;
    }
    return cluster.master(shard, asOfNs);
  }

  /** A node has said now that it is not responsible, and who is. */
  void moved(long nowNs) {
    asOfNs = nowNs;
  }

  /** The client asks a node for the layout, and will have it after a round trip. */
  void ask(long nowNs, long roundTripNs) {
    if (nextFromNs == Long.MAX_VALUE) {
      nextAsOfNs = nowNs + roundTripNs / 2;
      nextFromNs = nowNs + roundTripNs;
    }
  }
}
