package dev.haishin.model.redis;

import dev.haishin.delivery.SlotHash;
import dev.haishin.model.failure.Outages;
import dev.haishin.model.rack.Racks;
import java.util.ArrayList;
import java.util.List;

/**
 * The layout of one home's Redis Cluster: which shard holds a user's session, and which machine
 * runs which node of a shard. Slots never change their shard; which node is a shard's master is the
 * course of the run ({@link Reigns}). Immutable.
 */
public final class RedisCluster {
  private static final FailoverRules UNTRIED =
      new FailoverRules(0, 15_000_000_000L, false, 1_000_000, 1_000_000_000);

  private final int shards;
  private final Racks racks;
  private final FailoverRules rules;
  private final ReplicaPlacement placement;
  private final Outages outages;
  private final Reigns reigns;
  private final int[][] members;
  private final List<int[]> guests = new ArrayList<>();

  /**
   * A cluster of shards in slot order that never fail.
   *
   * @param racks that hold the shards, at least one and at most 16,384
   */
  public RedisCluster(Racks racks) {
    this(racks, racks.racks(), UNTRIED, new Outages(racks.hosts()), 1, 0, "");
  }

  /**
   * A cluster of shards in slot order.
   *
   * @param racks that hold the shards, at least one and at most 16,384
   * @param zones machine i stands in zone i mod zones
   * @param outages of the machines, by shard number
   * @param latencyNs one way between two machines
   * @param name keys what is drawn in elections
   */
  public RedisCluster(
      Racks racks,
      int zones,
      FailoverRules rules,
      Outages outages,
      long latencyNs,
      long seed,
      String name) {
    shards = racks.hosts();
    if (shards > SlotHash.SLOTS) {
      throw new IllegalArgumentException("a cluster has 1 to 16384 shards, not " + shards);
    }
    this.rules = rules;
    this.outages = outages;
    placement = new ReplicaPlacement(shards, zones, rules.replicas());
    reigns = Failover.play(rules, placement, outages, latencyNs, seed, name);
    members = new int[shards][];
    for (int shard = 0; shard < shards; shard++) {
      for (int reign = 1; reign <= reigns.last(shard); reign++) {
        enlist(shard, reigns.node(shard, reign));
      }
    }
    this.racks =
        racks.withGuests(guests.stream().mapToInt(guest -> machine(guest[0], guest[1])).toArray());
  }

  /** How many shards there are. */
  public int shards() {
    return shards;
  }

  /** The racks of the machines, with those replicas as guests that ever become a master. */
  public Racks racks() {
    return racks;
  }

  /** The shard of a member of the racks. */
  public int shardOfMember(int member) {
    return member < shards ? member : guests.get(member - shards)[0];
  }

  /** Which node of its shard a member of the racks is. */
  public int nodeOfMember(int member) {
    return member < shards ? 0 : guests.get(member - shards)[1];
  }

  /** Whether nothing ever happens to a shard, so that its host needs to look at no clock. */
  public boolean isUntroubled(int shard) {
    return reigns.last(shard) == 0 && outages.count(shard) == 0 && !reigns.everCloses();
  }

  /** The shard, numbered within the cluster, that holds a user's session. */
  public int shardOf(int user) {
    return shardOfSlot(SlotHash.slotOfUser(user), shards);
  }

  /**
   * The shard of a slot when the slots are shared out as {@code redis-cli --cluster create} does:
   * equal consecutive ranges, cut at the rounded multiples of slots / shards.
   */
  public static int shardOfSlot(int slot, int shards) {
    return (int) ((2L * slot + 1) * shards / (2L * SlotHash.SLOTS));
  }

  /** The member of the racks that is master of a shard at an instant, dead or alive. */
  int master(int shard, long atNs) {
    int node = reigns.node(shard, reigns.at(shard, atNs));
    return node == 0 ? shard : members[shard][node];
  }

  public int machine(int shard, int node) {
    return placement.machine(shard, node);
  }

  FailoverRules rules() {
    return rules;
  }

  Outages outages() {
    return outages;
  }

  Reigns reigns() {
    return reigns;
  }

  private void enlist(int shard, int node) {
    if (node > 0) {
      if (members[shard] == null) {
        members[shard] = new int[placement.nodes()];
      }
      if (members[shard][node] == 0) {
        members[shard][node] = shards + guests.size();
        guests.add(new int[] {shard, node});
      }
    }
  }
}
