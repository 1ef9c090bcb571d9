package dev.haishin.model.kafka;

import dev.haishin.engine.Event;
import dev.haishin.engine.Port;
import dev.haishin.model.network.Network;
import it.unimi.dsi.fastutil.longs.LongArrayList;
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
 * <p>Where brokers fail, batches that come back are sent again ({@link Retries}), numbered so that
 * a log takes each once and in order; with {@code acks=0} nothing comes back. A process may have
 * one for each home, all with the same {@code firstKind}: {@link #home(Event)} tells which one an
 * event is for. Not modelled: the producer's own CPU.
 */
public final class Producer {

  /** Learns what became of each appended record. */
  public interface Sink {
    /** The record is as durable as {@link ProducerSettings#acks} asks for. */
    void acked(long messageId);

    /**
     * The record was refused, within {@link Producer#append}; or it was given up later, being older
     * than {@link ProducerSettings#deliveryTimeoutNs}.
     */
    void failed(long messageId);
  }

  /** What Kafka adds to a record at most (row K08). */
  static final int RECORD_OVERHEAD_BYTES = 21;

  private static final int LINGER = 0;
  private static final int ANSWER = 1;
  static final int TIMEOUT = 2;
  static final int RETRY = 3;
  static final int METADATA = 4;
  static final int METADATA_TIMER = 5;
  private static final int KINDS = 6;

  /** Requests carry the life they were sent in, so that a restart passes over older answers. */
  private static final int LIFE_SHIFT = 18;

  private static final int MOST_LIVES = 0xff;

  private final Port port;
  private final KafkaCluster cluster;
  private final Network network;
  private final int firstKind;
  private final ProducerSettings settings;
  private final Sink sink;
  private final InFlight inFlight;
  private final boolean[] lingering;
  private RecordAccumulator accumulator;
  private Retries retries;
  private RelayCustody custody;
  private long batches;
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
    inFlight = new InFlight(cluster.brokers());
    lingering = new boolean[cluster.brokers()];
    begin();
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
    int broker = retries == null ? cluster.leader(partition) : retries.queue(partition);
    int bytes = recordBytes + RECORD_OVERHEAD_BYTES;
    boolean tooLarge = bytes + RecordAccumulator.BATCH_OVERHEAD_BYTES > settings.maxRequestBytes();
    if (tooLarge || !accumulator.append(broker, partition, messageId, acceptedNs, atNs, bytes)) {
      sink.failed(messageId);
      return;
    }
    if (broker < cluster.brokers()) {
      sendReady(broker);
    }
  }

  /** Whether an event of its process is for this producer or its siblings to other homes. */
  public boolean owns(int kind) {
    return kind >= firstKind && kind < firstKind + KINDS;
  }

  /** The home whose producer an event that {@link #owns} is for. */
  public static int home(Event event) {
    return Refusal.low(event.b());
  }

  /** Takes an event that is for this producer. */
  public void receive(Event event) {
    if (event.kind() == firstKind + LINGER) {
      int broker = (int) event.a();
      lingering[broker] = false;
      sendReady(broker);
    } else if (event.kind() != firstKind + ANSWER) {
      retries.receive(event);
    } else if (Refusal.code(event.b()) == Refusal.LOST) {
      retries.lost((int) event.a());
    } else {
      answered(event, (int) event.a());
    }
  }

  /**
   * Pairs of the relay records that wait here for their request; those sent travel with it. Where
   * brokers fail, of all that is not acknowledged and that no log has: for the end of a run.
   */
  public long heldPairs(RecordPairs pairs) {
    long sum = 0;
    for (int queue = 0; queue < cluster.brokers() + (retries == null ? 0 : 1); queue++) {
      sum += custody().pairsFrom(accumulator, accumulator.firstWaiting(queue), pairs);
    }
    if (retries != null) {
      for (int row = 0; row < inFlight.rows(); row++) {
        int first = inFlight.holds(row) ? inFlight.firstBatch(row) : RecordAccumulator.NONE;
        sum += custody().pairsFrom(accumulator, first, pairs);
      }
      sum += retries.heldPairs(pairs) + custody().leftPairs(pairs);
    }
    return sum;
  }

  /** Names every message that is held here between events; some more do no harm. */
  public void heldMessages(LongConsumer each) {
    accumulator.heldMessages(each);
    custody().heldMessages(each);
  }

  /**
   * Answers a request: its records are as durable as it asked for, but for batches of those
   * partitions that are refused.
   *
   * @param refusals null for none
   * @param version of the metadata, 0 where nothing is refused
   */
  static void answer(Port from, long atNs, long header, LongArrayList refusals, int version) {
    for (int i = 0; refusals != null && i < refusals.size(); i++) {
      from.attach(refusals.getLong(i));
    }
    from.send(
        ProduceRequest.process(header),
        atNs,
        ProduceRequest.replyKind(header),
        ProduceRequest.slot(header),
        Refusal.word(ProduceRequest.home(header), Refusal.NONE, version));
  }

  /** Tells who sent a request that the connection to a broker is over. */
  static void reset(Port from, long atNs, long header, int broker) {
    from.send(
        ProduceRequest.process(header),
        atNs,
        ProduceRequest.replyKind(header),
        broker,
        Refusal.word(ProduceRequest.home(header), Refusal.LOST, 0));
  }

  /**
   * Loses everything that waits or is unanswered, as a crash of its process does. What its process
   * had scheduled must be void by then; answers to lost requests are passed over.
   */
  public void reset() {
    inFlight.clear();
    Arrays.fill(lingering, false);
    begin();
    life = (life + 1) & MOST_LIVES;
    batches = RowOrigin.nextLife(batches);
  }

  /** Loses everything, and first names the relay records that never left. */
  public void reset(RecordPairs unsent) {
    int queues = cluster.brokers() + (retries == null ? 0 : 1);
    custody().leaveWaiting(accumulator, queues, unsent);
    if (retries != null && settings.acks() != Acks.NONE) {
      custody().leaveSent(accumulator, inFlight, retries);
    }
    reset();
  }

  RelayCustody custody() {
    if (custody == null) {
      custody = new RelayCustody(cluster, port.process());
    }
    return custody;
  }

  private void begin() {
    int queues = cluster.brokers() + (cluster.fails() ? 1 : 0);
    accumulator = new RecordAccumulator(queues, settings.batchBytes(), settings.bufferBytes());
    if (cluster.fails()) {
      retries =
          new Retries(port, cluster, network, firstKind, settings, this, accumulator, inFlight);
    }
  }

  /** Sends what waits for a broker, as far as it may. */
  void sendReady(int broker) {
    while (isReady(broker) && inFlight.at(broker) < settings.maxInFlight()) {
      send(broker, accumulator.drain(broker, settings.maxRequestBytes()));
    }
    boolean waitsForAnswer = inFlight.at(broker) >= settings.maxInFlight();
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

  /** Sends batches that were drained, or came back, in one request. */
  void send(int broker, int first) {
    long leavesNs = port.nowNs();
    for (int batch = first; batch != RecordAccumulator.NONE; batch = accumulator.nextBatch(batch)) {
      leavesNs = Math.max(leavesNs, attach(batch));
    }
    int process = cluster.process(broker);
    long atNs = network.arrivalNs(port.process(), process, leavesNs);
    if (settings.acks() == Acks.NONE) {
      Broker.produce(port, process, atNs, header(0));
      complete(first);
    } else {
      int row = inFlight.add(broker, first, leavesNs);
      Broker.produce(port, process, atNs, header(row));
      if (retries != null) {
        retries.watch(broker, leavesNs);
      }
    }
  }

  /** Attaches the records of a batch; returns when the last of them is ready. */
  private long attach(int batch) {
    long readyNs = 0;
    long identity = retries == null ? 0 : identity(batch);
    int overhead = RecordAccumulator.BATCH_OVERHEAD_BYTES;
    int record = accumulator.firstRecord(batch);
    for (; record != RecordAccumulator.NONE; record = accumulator.nextRecord(record)) {
      ProduceRequest.attach(
          port,
          accumulator.messageId(record),
          accumulator.producedNs(record),
          accumulator.acceptedNs(record),
          accumulator.partition(batch),
          accumulator.bytes(record) + overhead,
          identity);
      readyNs = Math.max(readyNs, accumulator.producedNs(record));
      overhead = 0;
      identity = 0;
    }
    return readyNs;
  }

  private long identity(int batch) {
    if (accumulator.number(batch) == 0) {
      accumulator.number(batch, ++batches);
    }
    long number = accumulator.number(batch);
    if (settings.acks() == Acks.NONE) {
      return ProduceRequest.identity(number, 0);
    }
    return ProduceRequest.identity(number, inFlight.takeOff(accumulator.partition(batch), number));
  }

  private long header(int slot) {
    return ProduceRequest.header(
        port.process(),
        firstKind + ANSWER,
        settings.acks(),
        cluster.home(),
        (life << LIFE_SHIFT) | slot);
  }

  private void answered(Event event, int answer) {
    int slot = answer & ((1 << LIFE_SHIFT) - 1);
    if (answer >>> LIFE_SHIFT != life || !inFlight.holds(slot)) {
      return;
    }
    int broker = inFlight.broker(slot);
    int first = inFlight.firstBatch(slot);
    inFlight.remove(slot);
    if (event.wordCount() > 0) {
      first = takeRefused(event, first);
    }
    complete(first);
    if (retries != null) {
      retries.answered(Refusal.version(event.b()));
    }
    sendReady(broker);
  }

  /** Takes the batches that an answer refuses out of its request; returns the first of the rest. */
  private int takeRefused(Event event, int first) {
    int kept = RecordAccumulator.NONE;
    int last = RecordAccumulator.NONE;
    int batch = first;
    while (batch != RecordAccumulator.NONE) {
      int next = accumulator.nextBatch(batch);
      if (isRefused(event, accumulator.partition(batch))) {
        retries.refused(batch);
      } else {
        kept = kept == RecordAccumulator.NONE ? batch : kept;
        if (last != RecordAccumulator.NONE) {
          accumulator.link(last, batch);
        }
        accumulator.link(batch, RecordAccumulator.NONE);
        last = batch;
      }
      batch = next;
    }
    return kept;
  }

  private static boolean isRefused(Event event, int partition) {
    for (int i = 0; i < event.wordCount(); i++) {
      if (Refusal.partitionOf(event.word(i)) == partition) {
        return true;
      }
    }
    return false;
  }

  private void complete(int first) {
    int batch = first;
    while (batch != RecordAccumulator.NONE) {
      if (retries != null && settings.acks() != Acks.NONE) {
        retries.taken(accumulator.partition(batch));
      }
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

  /** Whether a batch that is too old may be given up: it has no relay record. */
  boolean mayGiveUp(int batch) {
    int record = accumulator.firstRecord(batch);
    while (record != RecordAccumulator.NONE && accumulator.acceptedNs(record) == 0) {
      record = accumulator.nextRecord(record);
    }
    return record == RecordAccumulator.NONE;
  }

  /** A batch is not sent any more. */
  void giveUp(int batch) {
    int record = accumulator.firstRecord(batch);
    while (record != RecordAccumulator.NONE) {
      sink.failed(accumulator.messageId(record));
      record = accumulator.nextRecord(record);
    }
    accumulator.free(batch);
  }
}
