package dev.haishin.model.kafka;

import dev.haishin.engine.Event;
import dev.haishin.engine.Port;
import dev.haishin.model.network.Network;
import java.util.Arrays;

/**
 * A fan-out worker's consumer in the group of its home: one long-poll fetch to each broker that
 * leads partitions of the worker, sent again as soon as its response has been handed over.
 *
 * <p>As in Kafka, no second fetch goes to a broker that has one: a partition resumed while a fetch
 * for others is parked there waits until that one comes back, at most the fetch's longest wait; and
 * records on their way when their partition is paused are still handed over.
 *
 * <p>A fetch that says nothing new needs no event: the broker knows when it comes. Offsets are
 * committed with a fetch each second (Kafka commits every 5 s by itself, row K04), which bounds
 * what a leader keeps.
 *
 * <p>Not modelled: the consumer's own CPU, the group coordinator, rebalances.
 */
public final class Consumer {

  /** Takes the records of the worker's partitions, in order within each. */
  @FunctionalInterface
  public interface Sink {
    /**
     * One record arrived.
     *
     * @param acceptedNs when its original was accepted
     * @param fetchedNs now
     */
    void record(int partition, long offset, long messageId, long acceptedNs, long fetchedNs);
  }

  private static final int RESPONSE = 0;
  private static final int START = 1;
  private static final int KINDS = 2;
  private static final int NO_BROKER = -1;
  private static final long COMMIT_EVERY_NS = 1_000_000_000L;

  private final Port port;
  private final KafkaCluster cluster;
  private final Network network;
  private final int firstKind;
  private final Sink sink;
  private final int first;
  private final int count;
  private final long[] position;
  private final long[] committed;
  private final boolean[] commitNews;
  private final boolean[] wanted;
  private final boolean[] known;
  private final int[][] partitionsOf;
  private final int[] wantedOf;
  private final boolean[] outstanding;
  private final long[] saidNs;

  /**
   * A consumer inside a worker; {@link #start} makes it fetch.
   *
   * @param firstKind the first of the 8 event kinds of the process that are this consumer's own
   * @param worker its number in the group, which decides its partitions
   * @param workers size of the group
   */
  public Consumer(
      Port port,
      KafkaCluster cluster,
      Network network,
      int firstKind,
      int worker,
      int workers,
      Sink sink) {
    this.port = port;
    this.cluster = cluster;
    this.network = network;
    this.firstKind = firstKind;
    this.sink = sink;
    first = cluster.firstPartition(worker, workers);
    count = cluster.partitionCount(worker, workers);
    position = new long[count];
    committed = new long[count];
    commitNews = new boolean[count];
    wanted = new boolean[count];
    known = new boolean[count];
    Arrays.fill(wanted, true);
    partitionsOf = new int[cluster.brokers()][0];
    wantedOf = new int[cluster.brokers()];
    outstanding = new boolean[cluster.brokers()];
    saidNs = new long[cluster.brokers()];
    for (int local = 0; local < count; local++) {
      int broker = cluster.leader(first + local);
      partitionsOf[broker] = Arrays.copyOf(partitionsOf[broker], ++wantedOf[broker]);
      partitionsOf[broker][wantedOf[broker] - 1] = local;
    }
  }

  /** Schedules the first fetches, for the instant 0; call it once the simulation is sealed. */
  public void start() {
    port.at(0, firstKind + START, NO_BROKER, 0);
  }

  /** Its first partition; the others follow without a gap. */
  public int firstPartition() {
    return first;
  }

  /** How many partitions it has. */
  public int partitionCount() {
    return count;
  }

  /** Leaves a partition out of fetches from now on. */
  public void pause(int partition) {
    int local = partition - first;
    if (wanted[local]) {
      wanted[local] = false;
      wantedOf[cluster.leader(partition)]--;
    }
  }

  /** Takes a paused partition into fetches again. */
  public void resume(int partition) {
    int local = partition - first;
    if (!wanted[local]) {
      int broker = cluster.leader(partition);
      wanted[local] = true;
      wantedOf[broker]++;
      fetch(broker);
    }
  }

  /** Says that the records of a partition before an offset are done with. */
  public void commit(int partition, long offset) {
    int local = partition - first;
    if (offset > committed[local]) {
      committed[local] = offset;
      commitNews[local] = true;
    }
  }

  /** Whether an event of its process is for this consumer. */
  public boolean owns(int kind) {
    return kind >= firstKind && kind < firstKind + KINDS;
  }

  /** Takes an event that is for this consumer. */
  public void receive(Event event) {
    if (event.kind() == firstKind + START) {
      for (int broker = 0; broker < cluster.brokers(); broker++) {
        fetch(broker);
      }
      return;
    }
    int broker = (int) event.a();
    handOver(event);
    fetchAgain(broker);
  }

  /** Pairs of the records in a response on its way to this consumer. */
  public long heldPairs(Event pending, RecordPairs pairs) {
    long sum = 0;
    for (int at = 0; at < pending.wordCount(); ) {
      int records = RecordRun.count(pending.word(at++));
      for (int i = 0; i < records; i++, at += 2) {
        sum += pairs.pairs(pending.word(at), cluster.home());
      }
    }
    return sum;
  }

  /** Sends the words attached since the last send as the response of a broker to its fetch. */
  static void respond(Port from, int process, long atNs, int kind, int broker) {
    from.send(process, atNs, kind, broker, 0);
  }

  private void handOver(Event event) {
    long nowNs = event.timeNs();
    for (int at = 0; at < event.wordCount(); ) {
      long run = event.word(at++);
      int partition = RecordRun.partition(run);
      long offset = RecordRun.firstOffset(run);
      long end = offset + RecordRun.count(run);
      position[partition - first] = end;
      for (; offset < end; offset++, at += 2) {
        sink.record(partition, offset, event.word(at), event.word(at + 1), nowNs);
      }
    }
  }

  private void fetch(int broker) {
    if (!outstanding[broker] && wantedOf[broker] > 0) {
      say(broker);
      send(broker);
    }
  }

  /** Follows a response up: the broker reckons with the same fetch again, unless it is told. */
  private void fetchAgain(int broker) {
    if (wantedOf[broker] == 0) {
      outstanding[broker] = false;
      int process = cluster.process(broker);
      Broker.pause(port, process, port.nowNs() + network.latencyNs(port.process(), process));
    } else if (hasToSay(broker)) {
      say(broker);
      send(broker);
    }
  }

  private boolean hasToSay(int broker) {
    boolean commits = port.nowNs() - saidNs[broker] >= COMMIT_EVERY_NS;
    for (int local : partitionsOf[broker]) {
      if (wanted[local] != known[local] || commits && commitNews[local]) {
        return true;
      }
    }
    return false;
  }

  private void say(int broker) {
    saidNs[broker] = port.nowNs();
    for (int local : partitionsOf[broker]) {
      if (commitNews[local]) {
        commitNews[local] = false;
        port.attach(FetchWord.of(FetchWord.COMMIT, first + local, committed[local]));
      }
      if (wanted[local] != known[local]) {
        known[local] = wanted[local];
        int operation = wanted[local] ? FetchWord.ADD : FetchWord.FORGET;
        port.attach(FetchWord.of(operation, first + local, position[local]));
      }
    }
  }

  private void send(int broker) {
    outstanding[broker] = true;
    int process = cluster.process(broker);
    long atNs = port.nowNs() + network.latencyNs(port.process(), process);
    Broker.fetch(port, process, atNs, firstKind + RESPONSE);
  }
}
