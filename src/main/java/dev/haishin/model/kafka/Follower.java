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
  private final BrokerRack rack;
  private final int self;
  private final RequestHandlers handlers;

  Follower(BrokerRack rack, int self, RequestHandlers handlers) {
    this.rack = rack;
    this.self = self;
    this.handlers = handlers;
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
  void append(int leader, long nowNs) {
    FetchSession session = rack.broker(leader).follower(self);
    long records = 0;
    long bytes = 0;
    for (int at = 1; at < session.carriedLength; at += 2) {
      records += session.carried[at] >>> Integer.SIZE;
      bytes += (int) session.carried[at];
    }
    long doneNs = nowNs;
    if (records > 0) {
      handlers.writeBehind(nowNs, bytes);
      doneNs = handlers.append(nowNs, records, bytes);
    }
    fetch(leader, session, doneNs);
  }

  private void fetch(int leader, FetchSession session, long leaveNs) {
    KafkaCluster cluster = rack.cluster();
    Network network = rack.network();
    long wayNs = network.latencyNs(cluster.process(self), cluster.process(leader));
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
