package dev.haishin.model.kafka;

import dev.haishin.engine.Event;
import dev.haishin.engine.Port;
import dev.haishin.model.network.Network;

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
 * what a leader keeps and what is read again after a loss, and once more when a partition is given
 * up. A partition taken over is read from where the group has committed; to learn that takes a
 * round trip.
 *
 * <p>Who leads a partition it believes until it is told better: by a reset, a refusal, or silence
 * for the request time-out ({@value #REQUEST_TIMEOUT_S} s, row K03). Then it asks for the leaders,
 * again after {@value #RETRY_MS} ms as long as there is none, and goes on where it was.
 *
 * <p>Not modelled: the consumer's own CPU.
 */
public final class Consumer {

  /** Takes the records of the worker's partitions, in order within each. */
  @FunctionalInterface
  public interface Sink {
    /**
     * One record arrived.
     *
     * @param acceptedNs when its original was accepted; negative for a relay record that was sent
     *     again
     * @param fetchedNs now
     * @param again whether it had reached a worker before
     */
    void record(
        int partition, long offset, long messageId, long acceptedNs, long fetchedNs, boolean again);

    /**
     * A record is gone that its log has a place for: the site that serves now never had it.
     *
     * @param acceptedNs as of one that arrives
     * @param again whether it had reached a worker before
     */
    default void lost(int partition, long offset, long messageId, long acceptedNs, boolean again) {}

    /** A partition is another worker's from now on. */
    default void left(int partition) {}
  }

  private static final int RESPONSE = 0;
  private static final int START = 1;
  private static final int METADATA = 2;
  private static final int PATIENCE = 3;
  private static final int SILENCE = 4;
  private static final int RETRY = 5;
  private static final int KINDS = 6;
  private static final int NO_BROKER = -1;
  private static final long REQUEST_TIMEOUT_S = 30;
  private static final long REQUEST_TIMEOUT_NS = REQUEST_TIMEOUT_S * 1_000_000_000;
  private static final long RETRY_MS = 100;
  private static final long COMMIT_EVERY_NS = 1_000_000_000L;

  private final Port port;
  private final KafkaCluster cluster;
  private final Network network;
  private final int firstKind;
  private final Sink sink;
  private final int worker;
  private final ConsumedPartitions owned;
  private final FetchesUnderWay underWay;
  private final long[] saidNs;
  private final LeaderView view;
  private boolean retries;

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
    this.worker = worker;
    underWay = new FetchesUnderWay(port, cluster, firstKind + SILENCE, REQUEST_TIMEOUT_NS);
    saidNs = new long[cluster.brokers()];
    view =
        new LeaderView(
            port, cluster, network, firstKind + METADATA, firstKind + PATIENCE, underWay::isOut);
    int count = cluster.partitionCount(worker, workers);
    owned = new ConsumedPartitions(cluster, Math.max(1, count), view::leader);
    int first = cluster.firstPartition(worker, workers);
    for (int partition = first; partition < first + count; partition++) {
      owned.add(partition, 0);
    }
  }

  /** Schedules the first fetches, for the instant 0; call it once the simulation is sealed. */
  public void start() {
    port.at(0, firstKind + START, NO_BROKER, 0);
  }

  /** Whether a partition is this consumer's, held or not. */
  public boolean has(int partition) {
    return owned.row(partition) != ConsumedPartitions.NONE;
  }

  /** Leaves a partition out of fetches from now on. */
  public void pause(int partition) {
    owned.set(owned.row(partition), ConsumedPartitions.PAUSED);
  }

  /** Takes a paused partition into fetches again. */
  public void resume(int partition) {
    int row = owned.row(partition);
    if (owned.clear(row, ConsumedPartitions.PAUSED)) {
      fetch(owned.broker(row));
    }
  }

  /** Says that the records of a partition before an offset are done with. */
  public void commit(int partition, long offset) {
    int row = owned.row(partition);
    if (row != ConsumedPartitions.NONE) {
      owned.commit(row, offset);
    }
  }

  /**
   * The group has come to a new step: partitions that nobody has are held, those of others are
   * given up, and those that are this worker's now are taken over or fetched on.
   */
  public void rebalanced(GroupTimeline.Step step) {
    int rows = owned.rows();
    for (int row = 0; row < rows; row++) {
      if (owned.isUsed(row) && step.owner(owned.partition(row)) != worker) {
        giveUp(row, step.owner(owned.partition(row)));
      }
    }
    tellAll();
    boolean hasNew = false;
    for (int partition = 0; partition < cluster.partitions(); partition++) {
      if (step.owner(partition) == worker) {
        int row = owned.row(partition);
        if (row == ConsumedPartitions.NONE) {
          row = owned.add(partition, FetchWord.COMMITTED);
          owned.set(row, ConsumedPartitions.STARTING);
          hasNew = true;
        } else if (owned.clear(row, ConsumedPartitions.HELD)) {
          fetch(owned.broker(row));
        }
      }
    }
    lookForLeaders();
    if (hasNew) {
      port.at(port.nowNs() + 2 * farthestNs(), firstKind + START, NO_BROKER, 0);
    }
  }

  /**
   * Its process is gone, and with it all partitions.
   *
   * @param resets whether brokers learn of it by a reset; else what is parked there comes back to a
   *     dark host, and nothing follows
   */
  public void crash(boolean resets) {
    for (int broker = 0; broker < cluster.brokers(); broker++) {
      if (resets && underWay.isOut(broker)) {
        pauseBroker(broker);
      }
    }
    underWay.clear();
    owned.clear();
    view.reset();
    retries = false;
  }

  /** A response reaches a host that is down: no fetch follows it. */
  public void receiveDown(Event event) {
    if (event.kind() == firstKind + RESPONSE && event.b() == Refusal.NONE) {
      pauseBroker((int) event.a());
    }
  }

  /** Its process is back: it opens fetch sessions anew, empty until it joins its group again. */
  public void restart() {
    tellAll();
  }

  /** Whether an event of its process is for this consumer. */
  public boolean owns(int kind) {
    return kind >= firstKind && kind < firstKind + KINDS;
  }

  /** Takes an event that is for this consumer. */
  public void receive(Event event) {
    switch (event.kind() - firstKind) {
      case RESPONSE -> answered(event);
      case START -> fetchAll();
      case METADATA -> {
        if (view.answered(event)) {
          lookForLeaders();
        } else {
          retryLater();
        }
      }
      case PATIENCE -> view.timedOut(event);
      case SILENCE -> {
        if (underWay.isSilent((int) event.a())) {
          lost((int) event.a());
          view.ask();
          retryLater();
        }
      }
      default -> {
        retries = false;
        lookForLeaders();
      }
    }
  }

  /** Sends the words attached since the last send as the response of a broker to its fetch. */
  static void respond(Port from, int process, long atNs, int kind, int broker) {
    from.send(process, atNs, kind, broker, 0);
  }

  private void answered(Event event) {
    int broker = (int) event.a();
    underWay.heard(broker);
    if (event.b() == Refusal.NONE) {
      handOver(event, broker);
      fetchAgain(broker);
      return;
    }
    if (Refusal.code(event.b()) == Refusal.LOST) {
      lost(broker);
    }
    for (int i = 0; i < event.wordCount(); i++) {
      int row = owned.row(Refusal.partitionOf(event.word(i)));
      if (row != ConsumedPartitions.NONE && owned.broker(row) == broker) {
        owned.part(row);
      }
    }
    if (view.learn(Refusal.version(event.b()))) {
      lookForLeaders();
    } else {
      view.ask();
      retryLater();
    }
  }

  /** A broker is gone, or silent: nothing that was asked of it will be answered. */
  private void lost(int broker) {
    underWay.ended(broker);
    view.letDown(broker);
    for (int row = 0; row < owned.rows(); row++) {
      if (owned.isUsed(row) && owned.broker(row) == broker) {
        owned.part(row);
      }
    }
  }

  /** Partitions go to whoever is believed to lead them; for the others it asks again. */
  private void lookForLeaders() {
    boolean lacksOne = false;
    for (int row = 0; row < owned.rows(); row++) {
      if (owned.isUsed(row)) {
        lacksOne |= !owned.find(row);
      }
    }
    for (int broker = 0; broker < cluster.brokers(); broker++) {
      fetch(broker);
    }
    if (lacksOne) {
      view.ask();
      retryLater();
    }
  }

  private void retryLater() {
    if (!retries) {
      retries = true;
      port.at(port.nowNs() + RETRY_MS * 1_000_000, firstKind + RETRY, NO_BROKER, 0);
    }
  }

  private void fetchAll() {
    for (int row = 0; row < owned.rows(); row++) {
      owned.clear(row, ConsumedPartitions.STARTING);
    }
    for (int broker = 0; broker < cluster.brokers(); broker++) {
      fetch(broker);
    }
  }

  private void handOver(Event event, int broker) {
    long nowNs = event.timeNs();
    for (int at = 0; at < event.wordCount(); ) {
      long run = event.word(at++);
      int partition = RecordRun.partition(run);
      long offset = RecordRun.firstOffset(run);
      long end = offset + RecordRun.count(run);
      int row = owned.row(partition);
      if (row == ConsumedPartitions.NONE || owned.broker(row) != broker) {
        at += 2 * RecordRun.count(run);
        continue;
      }
      owned.moveTo(row, end);
      for (; offset < end; offset++, at += 2) {
        boolean again = cluster.group().seenBefore(partition, offset);
        long messageId = event.word(at);
        if (messageId >= 0) {
          sink.record(partition, offset, messageId, event.word(at + 1), nowNs, again);
        } else {
          sink.lost(partition, offset, RecordRun.lost(messageId), event.word(at + 1), again);
        }
      }
    }
  }

  private void fetch(int broker) {
    if (!underWay.isOut(broker) && owned.wantedOf(broker) > 0) {
      say(broker);
      send(broker);
    }
  }

  /** Follows a response up: the broker reckons with the same fetch again, unless it is told. */
  private void fetchAgain(int broker) {
    if (owned.wantedOf(broker) == 0) {
      underWay.ended(broker);
      pauseBroker(broker);
    } else if (owned.hasToSay(broker, port.nowNs() - saidNs[broker] >= COMMIT_EVERY_NS)) {
      say(broker);
      send(broker);
    }
  }

  private void say(int broker) {
    saidNs[broker] = port.nowNs();
    owned.say(broker, port);
  }

  private void send(int broker) {
    int process = cluster.process(broker);
    Broker.fetch(port, process, port.nowNs() + wayNs(broker), firstKind + RESPONSE);
    underWay.sent(broker);
  }

  private void giveUp(int row, int newOwner) {
    if (newOwner == GroupTimeline.NOBODY) {
      owned.set(row, ConsumedPartitions.HELD);
    } else {
      sink.left(owned.partition(row));
      owned.leave(row);
    }
  }

  /** Tells each broker at once what cannot wait for a fetch. */
  private void tellAll() {
    for (int broker = 0; broker < cluster.brokers(); broker++) {
      if (owned.sayParting(broker, port)) {
        int process = cluster.process(broker);
        Broker.tell(port, process, port.nowNs() + wayNs(broker), firstKind + RESPONSE);
      }
    }
  }

  private void pauseBroker(int broker) {
    Broker.pause(port, cluster.process(broker), port.nowNs() + wayNs(broker));
  }

  private long wayNs(int broker) {
    return network.latencyNs(port.process(), cluster.process(broker), port.nowNs());
  }

  private long farthestNs() {
    long farthestNs = 0;
    for (int broker = 0; broker < cluster.brokers(); broker++) {
      farthestNs = Math.max(farthestNs, wayNs(broker));
    }
    return farthestNs;
  }
}
