package dev.haishin.model.kafka;

import dev.haishin.model.network.Network;

/**
 * A broker's replica fetchers, one to each leader that it follows: they append what a response
 * brings and fetch again, with the new log ends.
 *
 * <p>Nobody but the leader sees a follower's log, and it only by the next fetch, so that the end of
 * an append needs no step: the fetch leaves then.
 */
final class Follower {
  private static final int LEADER_BITS = 16;

  private final BrokerRack rack;
  private final int self;
  private final RequestHandlers handlers;

  Follower(BrokerRack rack, int self, RequestHandlers handlers) {
    this.rack = rack;
    this.self = self;
    this.handlers = handlers;
  }

  /** What the step of a response says: who sent it, for which session. */
  static int response(int leader, FetchSession session) {
    return leader | session.number << LEADER_BITS;
  }

  /** Sends the first fetch to every leader of a partition that this broker follows. */
  void start(long nowNs) {
    KafkaCluster cluster = rack.cluster();
    boolean[] leads = new boolean[cluster.brokers()];
    for (int partition = 0; partition < cluster.partitions(); partition++) {
      leads[cluster.leader(partition)] |= cluster.isFollower(self, partition);
    }
    for (int leader = 0; leader < leads.length; leader++) {
      if (leads[leader]) {
        fetch(leader, rack.broker(leader).follower(self), nowNs);
      }
    }
  }

  /** Appends a response of a leader, and fetches again. */
  void append(int response, long nowNs) {
    int leader = response & ((1 << LEADER_BITS) - 1);
    FetchSession session = rack.broker(leader).follower(self);
    if (session == null
        || session.number != response >>> LEADER_BITS
        || session.expectedNs != nowNs) {
      return; // The leader has gone since.
    }
    long records = 0;
    long bytes = 0;
    for (int at = 1; at < session.carriedLength; at += 2) {
      records += session.carried[at] >>> Integer.SIZE;
      bytes += (int) session.carried[at];
      if (rack.cluster().fails()) {
        keep(leader, session.carried[at - 1]);
      }
    }
    long doneNs = nowNs;
    if (records > 0) {
      handlers.disk().write(nowNs, bytes);
      doneNs = handlers.append(nowNs, records, bytes);
    }
    fetch(leader, session, doneNs);
  }

  /** Has this broker's own log catch up with the leader's. */
  private void keep(int leader, long word) {
    int partition = FetchWord.partition(word);
    ReplicaSet set = rack.set(partition);
    int from = rack.cluster().rank(partition, leader);
    if (set.leader() == from) {
      PartitionLog own = set.log(rack.cluster().rank(partition, self));
      PartitionLog leading = set.log(from);
      own.copyFrom(leading, Math.min(FetchWord.offset(word), leading.endOffset()));
    }
  }

  /** Fetches from a leader, at an instant not before now. */
  void fetch(int leader, FetchSession session, long leaveNs) {
    KafkaCluster cluster = rack.cluster();
    Network network = rack.network();
    long wayNs = network.latencyNs(cluster.process(self), cluster.process(leader), leaveNs);
    session.expectedNs = leaveNs + wayNs;
    session.isLookedAt = session.carriedLength > 0;
    int steps = session.isLookedAt ? BrokerRack.HANDLED : BrokerRack.IDLE;
    rack.add(
        steps,
        session.expectedNs,
        cluster.process(self),
        Broker.FOLLOWER_FETCHES,
        leader,
        session.number);
    if (!session.isLookedAt && session.hasReady()) {
      rack.broker(leader).lookAt(session);
    }
  }
}
