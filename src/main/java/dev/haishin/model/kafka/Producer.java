package dev.haishin.model.kafka;

import dev.haishin.engine.Event;
import dev.haishin.engine.Port;
import dev.haishin.model.network.Network;
import java.util.Arrays;
import java.util.function.LongConsumer;

/**
 * A process's producer to the cluster of one home: it batches records by partition and drains them
 * by broker.
 *
 * <p>When the oldest batch for a broker has waited {@code linger}, or one of its batches is full,
 * one request goes out with the oldest batch of each of that broker's partitions, unless {@code
 * maxInFlight} requests are unanswered: then batches keep filling until an answer comes. Records of
 * a partition keep their order. A record may be handed over before it is ready, by a process that
 * knows already when its own work on it will be done: it joins its batch in the order of hand-over,
 * and the request leaves when the last of its records is ready. A record that finds no room in the
 * buffer, or is larger than a request may be, is refused at once and not tried again.
 *
 * <p>A process may have one for each home, all with the same {@code firstKind}: {@link
 * #home(Event)} tells which one an event is for. Not modelled: the producer's own CPU, delivery and
 * request time-outs, retries.
 */
public final class Producer {

  /** Learns what became of each appended record. */
  public interface Sink {
    /** The record is as durable as {@link ProducerSettings#acks} asks for. */
    void acked(long messageId);

    /** The record was refused; called within {@link Producer#append}. */
    void failed(long messageId);
  }

  /** What Kafka adds to a record at most (row K08). */
  static final int RECORD_OVERHEAD_BYTES = 21;

  private static final int LINGER = 0;
  private static final int ANSWER = 1;
  private static final int KINDS = 2;

  /** Requests carry the life they were sent in, so that a restart passes over older answers. */
  private static final int LIFE_SHIFT = 18;

  private static final int MOST_LIVES = 0xff;

  private final Port port;
  private final KafkaCluster cluster;
  private final Network network;
  private final int firstKind;
  private final ProducerSettings settings;
  private final Sink sink;
  private RecordAccumulator accumulator;
  private final int[] inFlight;
  private final boolean[] lingering;
  private int[] requestBatch = new int[16];
  private int[] requestBroker = new int[16];
  private int requests;
  private int freeRequest = RecordAccumulator.NONE;
  private int life;

  /**
   * A producer inside a process.
   *
   * @param firstKind the first of the 8 event kinds of the process that are for its producers
   */
  public Producer(
      Port port,
      KafkaCluster cluster,
      Network network,
      int firstKind,
      ProducerSettings settings,
      Sink sink) {
    this.port = port;
    this.cluster = cluster;
    this.network = network;
    this.firstKind = firstKind;
    this.settings = settings;
    this.sink = sink;
    accumulator = emptyAccumulator();
    inFlight = new int[cluster.brokers()];
    lingering = new boolean[cluster.brokers()];
  }

  /**
   * Takes a record to be sent.
   *
   * @param acceptedNs when the original was accepted for a relay record, negated if it is sent
   *     again; 0 for an original
   * @param key the chat, which decides the partition
   * @param recordBytes key and value; Kafka's own overhead comes on top
   * @param atNs when the record is ready, not before now; its request leaves no earlier
   */
  public void append(long messageId, long acceptedNs, long key, int recordBytes, long atNs) {
    int partition = cluster.partitionOf(key);
    int broker = cluster.leader(partition);
    int bytes = recordBytes + RECORD_OVERHEAD_BYTES;
    boolean tooLarge = bytes + RecordAccumulator.BATCH_OVERHEAD_BYTES > settings.maxRequestBytes();
    if (tooLarge || !accumulator.append(broker, partition, messageId, acceptedNs, atNs, bytes)) {
      sink.failed(messageId);
      return;
    }
    sendReady(broker);
  }

  /** Whether an event of its process is for this producer or its siblings to other homes. */
  public boolean owns(int kind) {
    return kind >= firstKind && kind < firstKind + KINDS;
  }

  /** The home whose producer an event that {@link #owns} is for. */
  public static int home(Event event) {
    return (int) event.b();
  }

  /** Takes an event that is for this producer. */
  public void receive(Event event) {
    if (event.kind() == firstKind + LINGER) {
      int broker = (int) event.a();
      lingering[broker] = false;
      sendReady(broker);
    } else {
      answered((int) event.a());
    }
  }

  /** Pairs of the relay records that wait here for their request; those sent travel with it. */
  public long heldPairs(RecordPairs pairs) {
    long sum = 0;
    for (int broker = 0; broker < cluster.brokers(); broker++) {
      int batch = accumulator.firstWaiting(broker);
      for (; batch != RecordAccumulator.NONE; batch = accumulator.nextBatch(batch)) {
        sum += heldPairs(batch, pairs);
      }
    }
    return sum;
  }

  /** Names every message that is held here between events; some more do no harm. */
  public void heldMessages(LongConsumer each) {
    accumulator.heldMessages(each);
  }

  /** Answers a request: all its records are as durable as it asked for. */
  static void answer(Port from, long atNs, long header) {
    from.send(
        ProduceRequest.process(header),
        atNs,
        ProduceRequest.replyKind(header),
        ProduceRequest.slot(header),
        ProduceRequest.home(header));
  }

  /**
   * Loses everything that waits or is unanswered, as a crash of its process does. What its process
   * had scheduled must be void by then; answers to lost requests are passed over.
   */
  public void reset() {
    accumulator = emptyAccumulator();
    Arrays.fill(inFlight, 0);
    Arrays.fill(lingering, false);
    requests = 0;
    freeRequest = RecordAccumulator.NONE;
    life = (life + 1) & MOST_LIVES;
  }

  private RecordAccumulator emptyAccumulator() {
    return new RecordAccumulator(cluster.brokers(), settings.batchBytes(), settings.bufferBytes());
  }

  private void sendReady(int broker) {
    while (isReady(broker) && inFlight[broker] < settings.maxInFlight()) {
      send(broker);
    }
    boolean waitsForAnswer = inFlight[broker] >= settings.maxInFlight();
    if (!accumulator.isEmpty(broker) && !lingering[broker] && !waitsForAnswer) {
      lingering[broker] = true;
      long atNs = accumulator.oldestNs(broker) + settings.lingerNs();
      port.at(atNs, firstKind + LINGER, broker, cluster.home());
    }
  }

  private boolean isReady(int broker) {
    return !accumulator.isEmpty(broker)
        && (accumulator.hasFull(broker)
            || settings.lingerNs() == 0
            || accumulator.oldestNs(broker) + settings.lingerNs() <= port.nowNs());
  }

  private void send(int broker) {
    long leavesNs = port.nowNs();
    int first = accumulator.drain(broker, settings.maxRequestBytes());
    for (int batch = first; batch != RecordAccumulator.NONE; batch = accumulator.nextBatch(batch)) {
      int overhead = RecordAccumulator.BATCH_OVERHEAD_BYTES;
      int record = accumulator.firstRecord(batch);
      for (; record != RecordAccumulator.NONE; record = accumulator.nextRecord(record)) {
        ProduceRequest.attach(
            port,
            accumulator.messageId(record),
            accumulator.producedNs(record),
            accumulator.acceptedNs(record),
            accumulator.partition(batch),
            accumulator.bytes(record) + overhead);
        leavesNs = Math.max(leavesNs, accumulator.producedNs(record));
        overhead = 0;
      }
    }
    int process = cluster.process(broker);
    long atNs = leavesNs + network.latencyNs(port.process(), process);
    if (settings.acks() == Acks.NONE) {
      Broker.produce(port, process, atNs, header(0));
      complete(first);
    } else {
      inFlight[broker]++;
      Broker.produce(port, process, atNs, header(takeRequest(broker, first)));
    }
  }

  private long header(int slot) {
    return ProduceRequest.header(
        port.process(),
        firstKind + ANSWER,
        settings.acks(),
        cluster.home(),
        (life << LIFE_SHIFT) | slot);
  }

  private void answered(int answer) {
    if (answer >>> LIFE_SHIFT != life) {
      return;
    }
    int slot = answer & ((1 << LIFE_SHIFT) - 1);
    int broker = requestBroker[slot];
    int first = requestBatch[slot];
    requestBatch[slot] = freeRequest;
    freeRequest = slot;
    inFlight[broker]--;
    complete(first);
    sendReady(broker);
  }

  private void complete(int first) {
    int batch = first;
    while (batch != RecordAccumulator.NONE) {
      int record = accumulator.firstRecord(batch);
      while (record != RecordAccumulator.NONE) {
        sink.acked(accumulator.messageId(record));
        record = accumulator.nextRecord(record);
      }
      int next = accumulator.nextBatch(batch);
      accumulator.free(batch);
      batch = next;
    }
  }

  private int takeRequest(int broker, int first) {
    int slot = freeRequest;
    if (slot != RecordAccumulator.NONE) {
      freeRequest = requestBatch[slot];
    } else {
      slot = requests++;
      if (slot == requestBatch.length) {
        requestBatch = Arrays.copyOf(requestBatch, slot * 2);
        requestBroker = Arrays.copyOf(requestBroker, slot * 2);
      }
    }
    requestBatch[slot] = first;
    requestBroker[slot] = broker;
    return slot;
  }

  private long heldPairs(int batch, RecordPairs pairs) {
    long sum = 0;
    int record = accumulator.firstRecord(batch);
    for (; record != RecordAccumulator.NONE; record = accumulator.nextRecord(record)) {
      if (accumulator.acceptedNs(record) > 0) {
        sum += pairs.pairs(accumulator.messageId(record), cluster.home());
      }
    }
    return sum;
  }
}
