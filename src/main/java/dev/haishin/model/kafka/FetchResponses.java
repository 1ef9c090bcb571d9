package dev.haishin.model.kafka;

import dev.haishin.engine.Port;
import dev.haishin.model.network.Network;
import dev.haishin.results.Recorder;
import dev.haishin.results.Stage;

/** What a broker sends back to followers and consumers. */
final class FetchResponses {
  private static final int EVERYBODY = -1;

  private final Port port;
  private final BrokerRack rack;
  private final Network network;
  private final int broker;
  private final BrokerCosts costs;
  private final Lag lag;
  private final Recorder recorder;

  FetchResponses(Port port, BrokerRack rack, int broker, Lag lag, Recorder recorder) {
    this.port = port;
    this.rack = rack;
    this.network = rack.network();
    this.broker = broker;
    this.costs = rack.settings().costs();
    this.lag = lag;
    this.recorder = recorder;
  }

  /**
   * Answers a session's fetch with what its partitions have for it, possibly nothing.
   *
   * <p>A consumer fetches again when it has the response, and says so only if it has something to
   * say: the leader reckons with it.
   */
  void answer(FetchSession session, long nowNs) {
    session.state = FetchSession.State.AWAY;
    long wayNs = network.latencyNs(port.process(), session.process, nowNs);
    if (session.isFollower()) {
      carryReplicas(session);
      session.expectedNs = nowNs + wayNs;
      session.isLookedAt = session.carriedLength > 0;
      int follower = rack.cluster().broker(session.process);
      int steps = session.isLookedAt ? BrokerRack.APPENDED : BrokerRack.IDLE;
      int payload = Follower.response(broker, session);
      rack.add(steps, session.expectedNs, port.process(), Broker.REPLICATE, follower, payload);
    } else {
      attachRecords(session, nowNs);
      Consumer.respond(port, session.process, nowNs + wayNs, session.replyKind, broker);
      session.expectedNs = nowNs + 2 * wayNs;
      session.isLookedAt = session.hasReady();
      int steps = session.isLookedAt ? BrokerRack.HANDLED : BrokerRack.IDLE;
      rack.add(
          steps, session.expectedNs, session.process, Broker.GROUP_FETCHES, broker, session.number);
    }
  }

  private void carryReplicas(FetchSession session) {
    session.carriedLength = 0;
    for (int left = session.readyCount(); left > 0; left--) {
      int slot = session.takeReady();
      if (session.isWanted(slot)) {
        carryReplica(session, slot);
      }
    }
  }

  private void carryReplica(FetchSession session, int slot) {
    PartitionLeader leader = session.leader(slot);
    PartitionLog log = leader.log;
    int most = session.limits.partitionBytes();
    long from = session.nextOffset(slot);
    long until;
    long bytes;
    if (from < log.startOffset()) {
      PartitionLog behind = leader.set.log(leader.rankOf(session));
      until = log.reachBehind(from, behind.endBytes(), most);
      bytes = log.bytesUpTo(until, from, behind.endBytes()) - behind.endBytes();
    } else {
      until = log.reach(from, log.endOffset(), most);
      bytes = log.bytesBetween(from, until);
    }
    session.carry(
        FetchWord.of(FetchWord.END, leader.partition, until),
        (until - from) << Integer.SIZE | Math.max(0, Math.min(bytes, Integer.MAX_VALUE)));
    session.advance(slot, until);
    if (until < log.endOffset()) {
      session.markReady(slot);
    }
  }

  private void attachRecords(FetchSession session, long nowNs) {
    int room = session.limits.records();
    for (int left = session.readyCount(); left > 0 && room > 0; left--) {
      int slot = session.takeReady();
      PartitionLog log = session.leader(slot).log;
      long from = session.nextOffset(slot);
      long end = log.readable(nowNs);
      if (session.isWanted(slot) && from < end) {
        long limit = Math.min(end, from + room);
        long until = log.reach(from, limit, session.limits.partitionBytes());
        attachRuns(session, session.leader(slot), from, until, nowNs);
        session.advance(slot, until);
        room -= (int) (until - from);
      }
      if (session.isWanted(slot) && session.nextOffset(slot) < log.highWatermark()) {
        session.markReady(slot);
      }
    }
  }

  /** Attaches what there is in a range of offsets, some of which may be empty. */
  private void attachRuns(
      FetchSession session, PartitionLeader leader, long from, long until, long nowNs) {
    lag.read(until - from);
    long first = from;
    for (long offset = from; offset < until; offset++) {
      if (leader.log.messageId(offset) == PartitionLog.NO_MESSAGE) {
        attachRun(session, leader, first, offset, nowNs);
        first = offset + 1;
      }
    }
    attachRun(session, leader, first, until, nowNs);
  }

  private void attachRun(
      FetchSession session, PartitionLeader leader, long from, long until, long nowNs) {
    if (from == until) {
      return;
    }
    PartitionLog log = leader.log;
    port.attach(RecordRun.of(leader.partition, (int) (until - from), from));
    for (long offset = from; offset < until; offset++) {
      long messageId = log.messageId(offset);
      boolean isLost = rack.cluster().isLost(log.sinceNs(offset), nowNs);
      port.attach(isLost ? RecordRun.lost(messageId) : messageId);
      port.attach(log.acceptedNs(offset));
      recordStage(session, messageId, log.sinceNs(offset), nowNs);
    }
  }

  /** A fetch that found the record had it wait for a handler; a parked one had it wait for none. */
  private void recordStage(FetchSession session, long messageId, long sinceNs, long nowNs) {
    long startNs = Math.max(sinceNs, session.readyNs - costs.fetchNs());
    long serviceNs = Math.max(0, session.readyNs - startNs);
    recorder.stage(Stage.KAFKA_FETCH, sinceNs, nowNs - sinceNs - serviceNs, serviceNs);
    if (recorder.traced(messageId)) {
      recorder.hop(messageId, EVERYBODY, Stage.KAFKA_FETCH, sinceNs, nowNs - serviceNs, nowNs);
    }
  }
}
