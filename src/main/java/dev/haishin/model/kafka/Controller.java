package dev.haishin.model.kafka;

import dev.haishin.model.failure.Outages;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.Arrays;

/**
 * The controller of a cluster: it fences brokers that are silent for too long, has another replica
 * lead in their place, lets them in again, and gives partitions back to their preferred leaders.
 *
 * <p>A broker heartbeats every 2 s for a time-out of 9 s (row K07), in proportion for others, the
 * brokers one after the other, so that one that dies is fenced between 7 and 9 s later. A process
 * that comes back earlier is not let in before that: as in Kafka, its number is taken until the old
 * session is over. The controller itself does not fail: its quorum elects another within seconds,
 * before a broker is fenced.
 *
 * <p>What the controller decides is known to all brokers at once; to a client only when a broker
 * tells it.
 */
final class Controller {
  private static final int HEARTBEATS = 2;
  private static final int TIMEOUT_IN_HEARTBEATS = 9;

  private final BrokerRack rack;
  private final KafkaCluster cluster;
  private final Outages outages;
  private final Replication rules;
  private final boolean[] down;
  private final boolean[] fenced;
  private final int[] leaders;
  private final IntArrayList[] partitionsOf;
  private boolean changed;
  private boolean balances;

  /** A cluster of which every broker is up. */
  Controller(BrokerRack rack, Outages outages) {
    this.rack = rack;
    this.cluster = rack.cluster();
    this.outages = outages;
    this.rules = rack.settings().replication();
    down = new boolean[cluster.brokers()];
    fenced = new boolean[cluster.brokers()];
    leaders = new int[cluster.partitions()];
    partitionsOf = new IntArrayList[cluster.brokers()];
    Arrays.setAll(partitionsOf, broker -> new IntArrayList());
    for (int partition = 0; partition < leaders.length; partition++) {
      leaders[partition] = cluster.leader(partition);
      for (int rank = 0; rank < cluster.replication(); rank++) {
        partitionsOf[cluster.replica(partition, rank)].add(partition);
      }
    }
  }

  /** Enters what is known before the run. */
  void start() {
    for (int broker = 0; broker < cluster.brokers(); broker++) {
      int index = 0;
      while (index < outages.count(broker)) {
        long downNs = outages.downNs(broker, index);
        long fenceNs = lastHeartbeatNs(broker, downNs) + rules.brokerTimeoutNs();
        long backNs = Math.max(fenceNs, outages.upNs(broker, index++));
        while (index < outages.count(broker) && outages.downNs(broker, index) <= backNs) {
          backNs = Math.max(backNs, outages.upNs(broker, index++));
        }
        rack.addAlways(downNs, Broker.DOWN, broker);
        rack.addAlways(fenceNs, Broker.FENCE, broker);
        if (backNs != Outages.NEVER) {
          rack.addAlways(backNs, Broker.REGISTER, broker);
        }
      }
    }
  }

  /** Whether nobody listens at a broker. */
  boolean isDown(int broker) {
    return down[broker];
  }

  /** Whether a broker that is down does not even reset connections. */
  boolean isDark(int broker, long nowNs) {
    return outages.isDark(broker, nowNs);
  }

  /** A broker dies. */
  void down(int broker, long nowNs) {
    down[broker] = true;
    rack.broker(broker).crash(!isDark(broker, nowNs), nowNs);
    for (int other = 0; other < down.length; other++) {
      if (!down[other]) {
        rack.broker(other).dropFollower(broker);
      }
    }
  }

  /** A broker was silent for too long. */
  void fence(int broker, long nowNs) {
    fenced[broker] = true;
    for (int i = 0; i < partitionsOf[broker].size(); i++) {
      ReplicaSet set = rack.set(partitionsOf[broker].getInt(i));
      int rank = cluster.rank(set.partition, broker);
      if (set.isInSync(rank) && set.inSyncCount() > 1) {
        set.setInSync(rank, false);
      }
      if (set.leader() == rank) {
        elect(set, nowNs);
      } else if (set.leader() != ReplicaSet.NONE) {
        rack.broker(leaderOf(set)).inSyncChanged(set.partition, nowNs);
      }
    }
    finish(nowNs);
  }

  /** A broker is back. */
  void register(int broker, long nowNs) {
    down[broker] = false;
    fenced[broker] = false;
    rack.broker(broker).begin(nowNs);
    for (int i = 0; i < partitionsOf[broker].size(); i++) {
      ReplicaSet set = rack.set(partitionsOf[broker].getInt(i));
      if (set.leader() == ReplicaSet.NONE) {
        elect(set, nowNs);
      } else {
        follow(set, cluster.rank(set.partition, broker), nowNs);
      }
    }
    finish(nowNs);
  }

  /** Preferred leaders that are in sync lead again. */
  void balance(long nowNs) {
    balances = false;
    for (int partition = 0; partition < cluster.partitions(); partition++) {
      ReplicaSet set = rack.set(partition);
      boolean could = set.leader() > 0 && set.isInSync(0) && !fenced[cluster.leader(partition)];
      if (could) {
        moveTo(set, 0, nowNs);
      } else if (set.leader() != 0) {
        balanceLater(nowNs);
      }
    }
    finish(nowNs);
  }

  private long lastHeartbeatNs(int broker, long atNs) {
    long everyNs = Math.max(1, rules.brokerTimeoutNs() / TIMEOUT_IN_HEARTBEATS * HEARTBEATS);
    long phaseNs = everyNs * broker / cluster.brokers();
    return atNs < phaseNs ? 0 : atNs - (atNs - phaseNs) % everyNs;
  }

  private void elect(ReplicaSet set, long nowNs) {
    for (int rank = 0; rank < cluster.replication(); rank++) {
      if (set.isInSync(rank) && !fenced[cluster.replica(set.partition, rank)]) {
        moveTo(set, rank, nowNs);
        return;
      }
    }
    for (int rank = 0; rules.unclean() && rank < cluster.replication(); rank++) {
      if (!fenced[cluster.replica(set.partition, rank)]) {
        set.setOnlyInSync(rank);
        moveTo(set, rank, nowNs);
        return;
      }
    }
    set.lead(ReplicaSet.NONE);
    publishLater(set, Metadata.NO_LEADER);
  }

  private void moveTo(ReplicaSet set, int rank, long nowNs) {
    int broker = cluster.replica(set.partition, rank);
    int before = set.leader();
    if (before != ReplicaSet.NONE && !down[leaderOf(set)]) {
      rack.broker(leaderOf(set)).lose(set.partition);
    }
    if (set.authority() != rank) {
      int counted = cluster.replica(set.partition, set.authority());
      set.hand(rank, set.sentTo(), (message, sign) -> rack.lost(counted, message, nowNs, sign));
    }
    PartitionLog log = set.log(rank);
    log.fillTo(set.sentTo(), nowNs);
    log.leadFrom(Math.max(log.highWatermark(), set.sentTo()));
    set.lead(rank);
    publishLater(set, broker);
    if (!down[broker]) {
      rack.broker(broker).gain(set.partition, nowNs);
      for (int other = 0; other < cluster.replication(); other++) {
        if (other != rank) {
          follow(set, other, nowNs);
        }
      }
    }
    if (rank != 0) {
      balanceLater(nowNs);
    }
  }

  /** Has a replica drop what its leader has not, and fetch the rest from it. */
  private void follow(ReplicaSet set, int rank, long nowNs) {
    int broker = cluster.replica(set.partition, rank);
    int leader = leaderOf(set);
    if (!down[broker] && !down[leader] && leader != broker) {
      PartitionLog log = set.log(rank);
      log.truncateTo(log.commonEnd(set.log(set.leader())));
      rack.broker(leader).join(broker, set.partition, nowNs);
    }
  }

  private void balanceLater(long nowNs) {
    if (!balances) {
      balances = true;
      rack.addAlways(nowNs + rules.leaderBalanceNs(), Broker.BALANCE, 0);
    }
  }

  private int leaderOf(ReplicaSet set) {
    return cluster.replica(set.partition, set.leader());
  }

  private void publishLater(ReplicaSet set, int leader) {
    changed |= leaders[set.partition] != leader;
    leaders[set.partition] = leader;
  }

  private void finish(long nowNs) {
    if (changed) {
      changed = false;
      cluster.metadata().publish(leaders);
    }
    rack.settle(nowNs);
    for (int broker = 0; broker < down.length; broker++) {
      if (!down[broker]) {
        rack.broker(broker).takeEffect(nowNs, nowNs);
      }
    }
  }
}
