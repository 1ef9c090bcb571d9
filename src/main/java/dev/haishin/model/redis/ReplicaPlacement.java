package dev.haishin.model.redis;

/**
 * Which machine runs which node of a cluster: machine i runs the master of shard i as the cluster
 * is created, and its share of the replicas of others. A replica never stands in its master's zone
 * where there are two zones, and never on its master's machine.
 *
 * @param shards masters, and machines
 * @param zones machine i stands in zone i mod zones
 * @param replicas of each master
 */
record ReplicaPlacement(int shards, int zones, int replicas) {

  /** How many nodes a shard has: its master and as many replicas as there are other machines. */
  int nodes() {
    return shards == 1 ? 1 : 1 + replicas;
  }

  /**
   * The machine of a node.
   *
   * @param node 0 for the master, from 1 on for the replicas
   */
  int machine(int shard, int node) {
    if (node == 0) {
      return shard;
    }
    int used = Math.min(zones, shards);
    if (used == 1) {
      return (shard + 1 + (node - 1) % (shards - 1)) % shards;
    }
    int others = used - 1;
    int zone = (shard + 1 + (node - 1) % others) % used;
    int inZone = (shards - zone + used - 1) / used;
    return zone + used * ((shard / used + (node - 1) / others) % inZone);
  }
}
