package dev.haishin.model.kafka;

import dev.haishin.results.Recorder;
import dev.haishin.results.Stage;
import java.util.Arrays;
import java.util.function.LongConsumer;

/** The partitions that a broker leads, and what follows when their high watermarks move. */
final class Leaders {
  private static final int EVERYBODY = -1;

  private final KafkaCluster cluster;
  private final Fetches fetches;
  private final Lag lag;
  private final Recorder recorder;
  private final Acceptance acceptance;
  private final PendingAnswers answers = new PendingAnswers();
  private final PartitionLeader[] byPartition;

  Leaders(
      KafkaCluster cluster, Fetches fetches, Lag lag, Recorder recorder, Acceptance acceptance) {
    this.cluster = cluster;
    this.fetches = fetches;
    this.lag = lag;
    this.recorder = recorder;
    this.acceptance = acceptance;
    byPartition = new PartitionLeader[cluster.partitions()];
  }

  /** Takes the lead of a broker's partitions, opening a session for each of their followers. */
  void lead(int broker, FetchSession[] followers, FetchLimits limits) {
    int led = 0;
    PartitionLeader[] all = new PartitionLeader[byPartition.length];
    for (int partition = 0; partition < byPartition.length; partition++) {
      if (cluster.leader(partition) == broker) {
        PartitionLeader leader = new PartitionLeader(partition, cluster.replication() - 1);
        byPartition[partition] = leader;
        all[led++] = leader;
        for (int rank = 1; rank < cluster.replication(); rank++) {
          int follower = cluster.replica(partition, rank);
          if (followers[follower] == null) {
            followers[follower] = fetches.open(cluster.process(follower), limits);
          }
          leader.follow(rank - 1, followers[follower]);
        }
      }
    }
    lag.of(Arrays.copyOf(all, led));
  }

  /** A partition that this broker leads. */
  PartitionLeader of(int partition) {
    return byPartition[partition];
  }

  /** Produce requests that wait for replication. */
  PendingAnswers answers() {
    return answers;
  }

  /** A batch was appended: followers have something to fetch. */
  void appended(PartitionLeader leader, long nowNs) {
    for (int rank = 0; rank < leader.followers(); rank++) {
      fetches.wake(leader.follower(rank), leader.slotOf(rank));
    }
    if (leader.followers() == 0) {
      advance(leader, nowNs);
    }
  }

  /** An original record is accepted. */
  void accept(long messageId, long nowNs) {
    acceptance.accepted(messageId, nowNs);
  }

  /** Moves a high watermark as far as all replicas have the log. */
  void advance(PartitionLeader leader, long nowNs) {
    PartitionLog log = leader.log;
    long before = log.highWatermark();
    long after = leader.replicatedTo();
    for (long offset = before; offset < after; offset++) {
      recordStage(log.messageId(offset), log.sinceNs(offset), nowNs);
      if (log.acceptedNs(offset) == 0) {
        log.accept(offset, nowNs);
        accept(log.messageId(offset), nowNs);
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

  /** Takes a word of a consumer's fetch. */
  void groupSays(FetchSession session, long word) {
    PartitionLeader leader = byPartition[FetchWord.partition(word)];
    switch (FetchWord.operation(word)) {
      case FetchWord.ADD -> groupWants(leader, session, FetchWord.offset(word));
      case FetchWord.FORGET -> {
        if (leader.group() == session) {
          session.forget(leader.groupSlot());
        }
      }
      case FetchWord.COMMIT -> leader.log.trimTo(FetchWord.offset(word));
      default -> throw new IllegalStateException("no such word in a fetch: " + word);
    }
  }

  /** Pairs of the accepted and relayed records that no consumer has got. */
  long heldPairs(RecordPairs pairs) {
    long sum = 0;
    for (PartitionLeader leader : byPartition) {
      if (leader != null) {
        long unseen = cluster.group().firstUnseen(leader.partition);
        sum += leader.heldPairs(pairs, cluster.home(), unseen);
      }
    }
    return sum;
  }

  /** Names every message that is held here between events; some more do no harm. */
  void heldMessages(LongConsumer each) {
    for (PartitionLeader leader : byPartition) {
      if (leader != null) {
        leader.log.heldMessages(each);
      }
    }
  }

  private void groupWants(PartitionLeader leader, FetchSession session, long said) {
    long before = leader.position();
    long offset = said == FetchWord.COMMITTED ? leader.log.startOffset() : said;
    if (leader.group() != session) {
      leader.consume(session);
    }
    session.want(leader.groupSlot(), offset);
    lag.read(offset - before);
    if (offset < leader.log.highWatermark()) {
      session.markReady(leader.groupSlot());
    }
  }

  private void recordStage(long messageId, long appendedNs, long nowNs) {
    recorder.stage(Stage.KAFKA_REPLICATE, appendedNs, nowNs - appendedNs, 0);
    if (recorder.traced(messageId)) {
      recorder.hop(messageId, EVERYBODY, Stage.KAFKA_REPLICATE, appendedNs, nowNs, nowNs);
    }
  }
}
