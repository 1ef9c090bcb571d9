package dev.haishin.model.kafka;

import dev.haishin.engine.Event;
import dev.haishin.engine.Port;
import dev.haishin.model.network.Network;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * What a producer does when brokers fail: it learns who leads, sends again what came back or was
 * never answered, and gives up what is too old.
 *
 * <p>A reset connection, or one with a request unanswered for the request time-out, gives back all
 * that is under way on it. A batch older than the delivery time-out is given up instead of being
 * sent again, unless it has relay records: who relays would hand them in again at once.
 */
final class Retries {
  private final Port port;
  private final KafkaCluster cluster;
  private final Network network;
  private final ProducerSettings settings;
  private final Producer producer;
  private final RecordAccumulator accumulator;
  private final InFlight inFlight;
  private final LeaderView view;
  private final Recovery recovery;
  private final boolean[] watched;
  private final int firstKind;
  private long armedNs = Long.MAX_VALUE;

  /** Nothing has come back yet. */
  Retries(
      Port port,
      KafkaCluster cluster,
      Network network,
      int firstKind,
      ProducerSettings settings,
      Producer producer,
      RecordAccumulator accumulator,
      InFlight inFlight) {
    this.port = port;
    this.cluster = cluster;
    this.network = network;
    this.settings = settings;
    this.producer = producer;
    this.accumulator = accumulator;
    this.inFlight = inFlight;
    this.firstKind = firstKind;
    this.watched = new boolean[cluster.brokers()];
    this.recovery = new Recovery(accumulator, port);
    this.view =
        new LeaderView(
            port,
            cluster,
            network,
            firstKind + Producer.METADATA,
            firstKind + Producer.METADATA_TIMER,
            broker -> inFlight.at(broker) > 0);
  }

  /** The queue of a partition: that of its leader, or of those who have none. */
  int queue(int partition) {
    if (recovery.isHeld(partition)) {
      return cluster.brokers();
    }
    int leader = view.leader(partition);
    if (leader == Metadata.NO_LEADER) {
      hold(partition, cluster.brokers());
      leader = cluster.brokers();
    }
    return leader;
  }

  /** A request leaves for a broker: it will be missed when no answer comes. */
  void watch(int broker, long leavesNs) {
    if (!watched[broker]) {
      watched[broker] = true;
      long atNs = leavesNs + settings.requestTimeoutNs();
      port.at(atNs, firstKind + Producer.TIMEOUT, broker, cluster.home());
    }
  }

  /** Takes an event that is about failures. */
  void receive(Event event) {
    switch (event.kind() - firstKind) {
      case Producer.TIMEOUT -> lookAt((int) event.a());
      case Producer.RETRY -> {
        if (port.nowNs() == armedNs) {
          armedNs = Long.MAX_VALUE;
          sendAgain();
        }
      }
      case Producer.METADATA -> {
        if (view.answered(event)) {
          learned();
        }
      }
      case Producer.METADATA_TIMER -> view.timedOut(event);
      default -> throw new IllegalStateException("a producer knows no event " + event.kind());
    }
  }

  /** The connection to a broker is over, and all that is under way on it. */
  void lost(int broker) {
    view.letDown(broker);
    network.reconnect(port.process(), cluster.process(broker));
    for (int row = 0; row < inFlight.rows(); row++) {
      if (inFlight.holds(row) && inFlight.broker(row) == broker) {
        inFlight.giveUp(row);
        comeBack(inFlight.firstBatch(row));
      }
    }
    view.ask();
    arm();
    producer.sendReady(broker);
  }

  /** A batch is refused: it will be sent again. */
  void refused(int batch) {
    int partition = accumulator.partition(batch);
    inFlight.land(partition);
    hold(partition, view.leader(partition));
    recovery.comeBack(batch);
    recovery.backOff(partition, port.nowNs());
  }

  /** A batch is taken. */
  void taken(int partition) {
    inFlight.land(partition);
    if (recovery.isHeld(partition)) {
      recovery.succeeded(partition, port.nowNs());
    }
  }

  /** All of an answer is dealt with, which names a version of the metadata. */
  void answered(int version) {
    if (view.learn(version)) {
      learned();
    }
    sendAgain();
  }

  /** Pairs of the relay records that came back and that the logs do not have. */
  long heldPairs(RecordPairs pairs) {
    long[] sum = new long[1];
    each(batch -> sum[0] += producer.custody().pairs(accumulator, batch, pairs));
    return sum[0];
  }

  /** Names the batches that came back. */
  void each(IntConsumer batch) {
    IntArrayList partitions = recovery.all();
    for (int i = 0; i < partitions.size(); i++) {
      recovery.batches(partitions.getInt(i)).forEach(batch);
    }
  }

  private void lookAt(int broker) {
    watched[broker] = false;
    long oldestNs = inFlight.oldestNs(broker);
    if (oldestNs == Long.MAX_VALUE) {
      return;
    }
    if (oldestNs + settings.requestTimeoutNs() <= port.nowNs()) {
      lost(broker);
    } else {
      watch(broker, oldestNs);
    }
  }

  private void comeBack(int first) {
    int batch = first;
    while (batch != RecordAccumulator.NONE) {
      int next = accumulator.nextBatch(batch);
      refused(batch);
      batch = next;
    }
  }

  private void hold(int partition, int leader) {
    if (!recovery.isHeld(partition)) {
      recovery.hold(partition, port.nowNs());
      recovery.backOff(partition, port.nowNs());
      int queue = leader == Metadata.NO_LEADER ? cluster.brokers() : leader;
      if (queue < cluster.brokers()) {
        accumulator.move(partition, queue, cluster.brokers());
      }
      arm();
    }
  }

  /** Batches go to the queues of those who lead now. */
  private void learned() {
    for (int broker = 0; broker < cluster.brokers(); broker++) {
      IntArrayList partitions = accumulator.partitions(broker);
      for (int i = 0; i < partitions.size(); i++) {
        moveOn(partitions.getInt(i), broker);
      }
    }
    IntArrayList held = recovery.all();
    for (int i = 0; i < held.size(); i++) {
      recovery.retryFrom(held.getInt(i), port.nowNs());
    }
    sendAgain();
  }

  private void moveOn(int partition, int broker) {
    int leader = view.leader(partition);
    if (leader == broker) {
      return;
    }
    if (leader == Metadata.NO_LEADER || inFlight.flying(partition) > 0) {
      hold(partition, broker);
    } else {
      accumulator.move(partition, broker, leader);
      producer.sendReady(leader);
    }
  }

  /** Sends the oldest batch of each held partition that may be tried now. */
  private void sendAgain() {
    long nowNs = port.nowNs();
    IntArrayList due = recovery.due(nowNs);
    int[] first = new int[due.isEmpty() ? 0 : cluster.brokers()];
    int[] last = new int[first.length];
    Arrays.fill(first, RecordAccumulator.NONE);
    for (int i = 0; i < due.size(); i++) {
      int partition = due.getInt(i);
      if (inFlight.flying(partition) == 0) {
        int leader = tryAgain(partition);
        if (leader != Metadata.NO_LEADER) {
          int batch = recovery.takeOldest(partition);
          accumulator.link(batch, RecordAccumulator.NONE);
          if (first[leader] == RecordAccumulator.NONE) {
            first[leader] = batch;
          } else {
            accumulator.link(last[leader], batch);
          }
          last[leader] = batch;
        }
      }
    }
    for (int broker = 0; broker < first.length; broker++) {
      if (first[broker] != RecordAccumulator.NONE) {
        producer.send(broker, first[broker]);
      }
    }
    arm();
  }

  /** Who is to get the oldest batch of a held partition; nobody if there is none or no leader. */
  private int tryAgain(int partition) {
    long bornNs = port.nowNs() - settings.deliveryTimeoutNs();
    int batch = recovery.oldest(partition);
    while (batch != RecordAccumulator.NONE
        && accumulator.openedNs(batch) <= bornNs
        && producer.mayGiveUp(batch)) {
      producer.giveUp(recovery.takeOldest(partition));
      batch = recovery.oldest(partition);
    }
    int waiting = RecordAccumulator.NONE;
    while (batch == RecordAccumulator.NONE
        && (waiting = accumulator.oldestOf(cluster.brokers(), partition)) != RecordAccumulator.NONE
        && accumulator.openedNs(waiting) <= bornNs
        && producer.mayGiveUp(waiting)) {
      accumulator.take(cluster.brokers(), waiting);
      producer.giveUp(waiting);
    }
    int leader = view.leader(partition);
    if (leader == Metadata.NO_LEADER) {
      recovery.backOff(partition, port.nowNs());
      view.ask();
    } else if (batch == RecordAccumulator.NONE) {
      recovery.release(partition);
      accumulator.move(partition, cluster.brokers(), leader);
      producer.sendReady(leader);
      return Metadata.NO_LEADER;
    }
    return leader;
  }

  private void arm() {
    long atNs = recovery.nextNs(port.nowNs());
    if (atNs < armedNs) {
      armedNs = atNs;
      port.at(atNs, firstKind + Producer.RETRY, 0, cluster.home());
    }
  }
}
