package dev.haishin.model.kafka;

import java.util.function.IntConsumer;

/** What a broker's followers fetch: a session each, and what their fetches report. */
final class FollowerFetches {
  private final BrokerRack rack;
  private final Fetches fetches;
  private final Leaders leaders;
  private final FetchSession[] sessions;

  /** A session for each broker that follows one of the partitions that are led at the start. */
  FollowerFetches(BrokerRack rack, Fetches fetches, Leaders leaders) {
    this.rack = rack;
    this.fetches = fetches;
    this.leaders = leaders;
    sessions = new FetchSession[rack.cluster().brokers()];
    leaders.lead(sessions, rack.settings().followerFetch());
  }

  /** What a follower fetches, null if nothing. */
  FetchSession session(int broker) {
    return sessions[broker];
  }

  /** A follower is gone; it does not fetch any more. */
  void drop(int broker) {
    FetchSession session = sessions[broker];
    if (session != null) {
      rack.joining(-session.joins.size());
      session.close();
      sessions[broker] = null;
    }
  }

  /** All followers are gone, with this broker. */
  void dropAll() {
    for (int broker = 0; broker < sessions.length; broker++) {
      drop(broker);
    }
  }

  /**
   * A follower takes a partition into its fetches, from the next one on.
   *
   * @param first sends the first fetch of a follower that did not fetch here
   */
  void join(int broker, int partition, IntConsumer first) {
    boolean isNew = sessions[broker] == null;
    if (isNew) {
      int process = rack.cluster().process(broker);
      sessions[broker] = fetches.open(process, rack.settings().followerFetch());
    }
    sessions[broker].joins.add(partition);
    rack.joining(1);
    if (isNew) {
      first.accept(broker);
    }
  }

  /** Takes the reports of a follower; returns when they take effect. */
  long fetched(FetchSession session, long nowNs) {
    if (session.expectedNs != nowNs) {
      return nowNs; // The follower has died since.
    }
    long effectNs = fetches.arrived(session, nowNs);
    for (int at = 0; at < session.carriedLength; at += 2) {
      long word = session.carried[at];
      PartitionLeader leader = leaders.of(FetchWord.partition(word));
      int rank = leader == null ? ReplicaSet.NONE : leader.rankOf(session);
      if (rank != ReplicaSet.NONE) {
        leader.reported(rank, FetchWord.offset(word), effectNs);
        leaders.advance(leader, effectNs);
      }
    }
    takeJoins(session, effectNs);
    fetches.admit(session, nowNs);
    return effectNs;
  }

  private void takeJoins(FetchSession session, long effectNs) {
    int follower = rack.cluster().broker(session.process);
    rack.joining(-session.joins.size());
    for (int i = 0; i < session.joins.size(); i++) {
      PartitionLeader leader = leaders.of(session.joins.getInt(i));
      if (leader != null) {
        int rank = rack.cluster().rank(leader.partition, follower);
        long end = leader.set.log(rank).endOffset();
        leader.follow(rank, session);
        session.advance(leader.slotOf(rank), end);
        if (end < leader.log.endOffset()) {
          session.markReady(leader.slotOf(rank));
        }
        leader.reported(rank, end, effectNs);
        leaders.advance(leader, effectNs);
      }
    }
    session.joins.clear();
  }
}
