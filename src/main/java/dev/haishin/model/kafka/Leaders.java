package dev.haishin.model.kafka;

import dev.haishin.results.Recorder;
import dev.haishin.results.Stage;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.function.LongConsumer;

/** The partitions that a broker leads, and what follows when their high watermarks move. */
final class Leaders {
  private static final int EVERYBODY = -1;

  private final BrokerRack rack;
  private final KafkaCluster cluster;
  private final int broker;
  private final Fetches fetches;
  private final Lag lag;
  private final Recorder recorder;
  private final Acceptance acceptance;
  private final PendingAnswers answers = new PendingAnswers();
  private final PartitionLeader[] byPartition;
  private final IntArrayList led = new IntArrayList();
  private final IntArrayList moved = new IntArrayList();

  Leaders(
      BrokerRack rack,
      int broker,
      Fetches fetches,
      Lag lag,
      Recorder recorder,
      Acceptance acceptance) {
    this.rack = rack;
    this.cluster = rack.cluster();
    this.broker = broker;
    this.fetches = fetches;
    this.lag = lag;
    this.recorder = recorder;
    this.acceptance = acceptance;
    byPartition = new PartitionLeader[cluster.partitions()];
    lag.of(byPartition, led);
  }

  /** Takes the lead where this broker is preferred, with a session for each follower. */
  void lead(FetchSession[] followers, FetchLimits limits) {
    for (int partition = 0; partition < byPartition.length; partition++) {
      if (cluster.leader(partition) == broker) {
        PartitionLeader leader = gain(partition, 0);
        for (int rank = 1; rank < cluster.replication(); rank++) {
          int follower = cluster.replica(partition, rank);
          if (followers[follower] == null) {
            followers[follower] = fetches.open(cluster.process(follower), limits);
          }
          leader.follow(rank, followers[follower]);
        }
      }
    }
  }

  /** Leads a partition from now on, with what its replica has. */
  PartitionLeader gain(int partition, long nowNs) {
    int least = rack.settings().replication().minInSync();
    ReplicaSet set = rack.set(partition);
    PartitionLeader leader = new PartitionLeader(set, cluster.replication(), least, nowNs);
    byPartition[partition] = leader;
    led.add(partition);
    lag.readable(leader.log.highWatermark() - leader.position());
    return leader;
  }

  /** Another broker leads a partition from now on; whoever waits for this one is told. */
  void lose(int partition) {
    PartitionLeader leader = byPartition[partition];
    byPartition[partition] = null;
    led.rem(partition);
    leader.set.sentTo(leader.position());
    lag.read(leader.log.highWatermark() - leader.position());
    while (leader.hasWaiting()) {
      int row = leader.takeDue();
      answers.refuse(row, Refusal.of(partition, Refusal.NOT_LEADER));
      answers.replicated(row);
    }
    for (int rank = 0; rank < leader.replicas(); rank++) {
      if (leader.follower(rank) != null) {
        leader.follower(rank).forget(leader.slotOf(rank));
      }
    }
    if (leader.group() != null) {
      leader.group().forget(leader.groupSlot());
      tellMoved(leader.group(), partition);
    }
  }

  /** The broker is down: nothing is left but what its disk holds. */
  void clear() {
    for (int i = 0; i < led.size(); i++) {
      PartitionLeader leader = byPartition[led.getInt(i)];
      leader.set.sentTo(leader.position());
      byPartition[led.getInt(i)] = null;
    }
    led.clear();
    moved.clear();
    answers.clear();
  }

  /** A partition that this broker leads, null if it does not. */
  PartitionLeader of(int partition) {
    return byPartition[partition];
  }

  /** Produce requests that wait for replication. */
  PendingAnswers answers() {
    return answers;
  }

  /** Pairs of a session and a partition that it has to fetch elsewhere; to be cleared. */
  IntArrayList moved() {
    return moved;
  }

  /** A batch was appended: followers have something to fetch. */
  void appended(PartitionLeader leader, long nowNs) {
    for (int rank = 0; rank < leader.replicas(); rank++) {
      if (leader.follower(rank) != null) {
        fetches.wake(leader.follower(rank), leader.slotOf(rank));
      }
    }
    if (leader.set.inSyncCount() == 1) {
      advance(leader, nowNs);
    }
  }

  /** An original record is accepted. */
  void accept(long messageId, long nowNs) {
    acceptance.accepted(messageId, nowNs);
  }

  /** A durable record is lost, or found again. */
  void lost(long messageId, long nowNs, int records) {
    acceptance.lost(messageId, nowNs, records);
  }

  /** Moves a high watermark as far as all replicas in sync have the log. */
  void advance(PartitionLeader leader, long nowNs) {
    PartitionLog log = leader.log;
    long before = log.highWatermark();
    long after = leader.replicatedTo();
    for (long offset = before; offset < after; offset++) {
      if (log.messageId(offset) != PartitionLog.NO_MESSAGE) {
        pass(leader, offset, nowNs);
      }
      log.pass(nowNs);
    }
    while (leader.hasDue()) {
      answers.replicated(leader.takeDue());
    }
    lag.readable(after - before);
    if (after > before && leader.group() != null) {
      fetches.wake(leader.group(), leader.groupSlot());
    }
  }

  private void pass(PartitionLeader leader, long offset, long nowNs) {
    PartitionLog log = leader.log;
    recordStage(log.messageId(offset), log.sinceNs(offset), nowNs);
    boolean isNew = log.acceptedNs(offset) == 0;
    if (cluster.fails()) {
      leader.set.passed(offset, nowNs);
    } else if (isNew) {
      log.accept(offset, nowNs);
    }
    if (isNew) {
      accept(log.messageId(offset), nowNs);
    }
  }

  /** Followers that have not caught up for too long are in sync no more; whether there are any. */
  boolean dropLaggards(long sinceNs, long nowNs) {
    boolean dropped = false;
    for (int i = 0; i < led.size(); i++) {
      PartitionLeader leader = byPartition[led.getInt(i)];
      for (int rank = 0; rank < leader.replicas(); rank++) {
        if (leader.lags(rank, sinceNs)) {
          leader.set.setInSync(rank, false);
          advance(leader, nowNs);
          dropped = true;
        }
      }
    }
    return dropped;
  }

  /** Takes a word of a consumer's fetch. */
  void groupSays(FetchSession session, long word) {
    int partition = FetchWord.partition(word);
    PartitionLeader leader = byPartition[partition];
    switch (FetchWord.operation(word)) {
      case FetchWord.ADD -> {
        if (leader == null) {
          tellMoved(session, partition);
        } else {
          add(session, leader, FetchWord.offset(word));
        }
      }
      case FetchWord.FORGET -> {
        if (leader != null && leader.group() == session) {
          session.forget(leader.groupSlot());
        }
      }
      case FetchWord.COMMIT -> rack.set(partition).commit(FetchWord.offset(word));
      default -> throw new IllegalStateException("no such word in a fetch: " + word);
    }
  }

  private void add(FetchSession session, PartitionLeader leader, long offset) {
    long before = leader.position();
    if (leader.group() != session) {
      leader.consume(session);
    }
    long from = offset == FetchWord.COMMITTED ? leader.set.committed() : offset;
    session.want(leader.groupSlot(), from);
    lag.readable(before - from);
    if (leader.position() < leader.log.highWatermark()) {
      session.markReady(leader.groupSlot());
    }
  }

  private void tellMoved(FetchSession session, int partition) {
    moved.add(session.number);
    moved.add(partition);
  }

  private void recordStage(long messageId, long appendedNs, long nowNs) {
    recorder.stage(Stage.KAFKA_REPLICATE, appendedNs, nowNs - appendedNs, 0);
    if (recorder.traced(messageId)) {
      recorder.hop(messageId, EVERYBODY, Stage.KAFKA_REPLICATE, appendedNs, nowNs, nowNs);
    }
  }

  /** Pairs of the accepted and relayed records that no consumer has got. */
  long heldPairs(RecordPairs pairs) {
    long sum = 0;
    for (int partition = 0; partition < byPartition.length; partition++) {
      ReplicaSet set = rack.set(partition);
      if (cluster.replica(partition, set.authority()) == broker) {
        long unseen = cluster.group().firstUnseen(partition);
        sum += heldPairs(set.log(set.authority()), unseen, pairs);
      }
    }
    return sum;
  }

  /**
   * Pairs in a log. A record whose producer waits holds a relay's pairs all the same: the producer
   * leaves out what the log has.
   */
  private long heldPairs(PartitionLog log, long unseen, RecordPairs pairs) {
    long sum = 0;
    for (long offset = Math.max(unseen, log.startOffset()); offset < log.endOffset(); offset++) {
      if (log.acceptedNs(offset) > 0) {
        sum += pairs.pairs(log.messageId(offset), cluster.home());
      }
    }
    return sum;
  }

  /** Names every message that is held here between events; some more do no harm. */
  void heldMessages(LongConsumer each) {
    for (int partition = 0; partition < byPartition.length; partition++) {
      int rank = cluster.rank(partition, broker);
      if (rank == 0 || rank > 0 && cluster.fails()) {
        rack.set(partition).log(rank).heldMessages(each);
      }
    }
  }
}
