package dev.haishin.model.kafka;

import dev.haishin.engine.Event;
import dev.haishin.engine.Port;
import dev.haishin.results.Recorder;
import dev.haishin.results.Stage;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.util.function.LongConsumer;

/** The produce requests at one broker, from arrival to answer. */
final class Produces {
  private static final int EVERYBODY = -1;
  private static final int NO_ANSWER = -1;

  private final Port port;
  private final BrokerRack rack;
  private final int broker;
  private final RequestHandlers handlers;
  private final Leaders leaders;
  private final Recorder recorder;
  private final ProduceRequest request = new ProduceRequest();
  private final Int2ObjectOpenHashMap<Connection> connections = new Int2ObjectOpenHashMap<>();
  private final IntArrayList producers = new IntArrayList();
  private final IntArrayList appended = new IntArrayList();
  private final LongArrayList refused = new LongArrayList();

  /** No requests yet. */
  Produces(
      Port port,
      BrokerRack rack,
      int broker,
      RequestHandlers handlers,
      Leaders leaders,
      Recorder recorder) {
    this.port = port;
    this.rack = rack;
    this.broker = broker;
    this.handlers = handlers;
    this.leaders = leaders;
    this.recorder = recorder;
  }

  /** Takes in a request. */
  void arrived(Event event, long nowNs) {
    request.load(event);
    Connection connection = connections.get(event.origin());
    if (connection == null) {
      connection = new Connection();
      connection.quota = rack.settings().quotas().ofProducer();
      connections.put(event.origin(), connection);
      producers.add(event.origin());
    }
    connection.lastHeader = event.a();
    if (connection.isMuted() || connection.freeNs > nowNs) {
      connection.add(event.a(), request);
      if (!connection.isMuted()) {
        beginLater(connection, event.a());
      }
    } else {
      begin(connection, event.a(), nowNs);
    }
  }

  /** A connection is free for the request that waits longest. */
  void begun(int producer, long nowNs) {
    Connection connection = connections.get(producer);
    begin(connection, connection.takeInto(request), nowNs);
  }

  /** A request leaves the handlers. */
  void appended(int producer, long nowNs) {
    Connection connection = connections.get(producer);
    append(connection.takeKept(request), connection.serviceNs(), nowNs);
  }

  /**
   * Answers the requests that have become due; each lets its connection's next one begin.
   *
   * @param effectNs when they are due, now or later
   */
  void answerDue(long nowNs, long effectNs) {
    PendingAnswers answers = leaders.answers();
    for (int i = 0; i < answers.dueCount(); i++) {
      LongArrayList refusals = answers.takeRefused(answers.dueRow(i));
      answer(answers.take(i), refusals, nowNs, effectNs);
    }
    answers.clearDue();
  }

  /** The broker is down: what its requests brought is gone, and each producer is told, or not. */
  void clear(boolean resets, long nowNs) {
    for (int i = 0; i < producers.size(); i++) {
      Connection connection = connections.get(producers.getInt(i));
      connection.forEach(request, header -> forfeit(header, nowNs));
      if (resets) {
        reset(connection.lastHeader, nowNs);
      }
    }
    connections.clear();
    producers.clear();
  }

  /** Nobody takes a request in: its producer is told, or not. */
  void refuse(Event event, boolean resets, long nowNs) {
    request.load(event);
    forfeit(event.a(), nowNs);
    if (resets) {
      reset(event.a(), nowNs);
    }
  }

  /** Whether a request carries the custody of its relay records: no producer keeps them. */
  static boolean isOnlyCopy(KafkaCluster cluster, long header) {
    return !cluster.fails() || ProduceRequest.acks(header) == Acks.NONE;
  }

  /** Pairs of the relay records in requests that are not appended yet. */
  long heldPairs(RecordPairs pairs, int home) {
    long sum = 0;
    for (int i = 0; i < producers.size(); i++) {
      Connection connection = connections.get(producers.getInt(i));
      if (isOnlyCopy(rack.cluster(), connection.lastHeader)) {
        sum += connection.heldPairs(pairs, home);
      }
    }
    return sum;
  }

  /** Names every message that is held here between events; some more do no harm. */
  void heldMessages(LongConsumer each) {
    for (int i = 0; i < producers.size(); i++) {
      connections.get(producers.getInt(i)).heldMessages(each);
    }
  }

  private void beginLater(Connection connection, long header) {
    connection.mute(true);
    int producer = ProduceRequest.process(header);
    connection.peekInto(request);
    int steps = isAppended(header) ? steps(header) : BrokerRack.AT_ONCE;
    rack.add(steps, connection.freeNs, port.process(), Broker.BEGIN, broker, producer);
  }

  /** What comes of a request is seen when it is replicated, or when it is appended. */
  private int steps(long header) {
    boolean replicates =
        ProduceRequest.acks(header) == Acks.ALL && rack.cluster().replication() > 1;
    return replicates ? BrokerRack.REPLICATED : BrokerRack.AT_ONCE;
  }

  private void begin(Connection connection, long header, long nowNs) {
    connection.mute(true);
    long records = 0;
    long bytes = 0;
    for (request.rewind(); request.hasRecord(); request.next()) {
      records++;
      bytes += request.bytes();
    }
    connection.bytes = bytes;
    long departNs = handlers.append(nowNs, records, bytes);
    long serviceNs = handlers.lastAppendNs();
    if (departNs == nowNs) {
      append(header, serviceNs, nowNs);
    } else {
      connection.keep(header, request, serviceNs);
      int producer = ProduceRequest.process(header);
      int steps = isAppended(header) ? steps(header) : BrokerRack.AT_ONCE;
      rack.add(steps, departNs, port.process(), Broker.APPEND, broker, producer);
    }
  }

  /** Whether every batch of the request would be appended, were it through with the handlers. */
  private boolean isAppended(long header) {
    if (!rack.cluster().fails()) {
      return true;
    }
    int partition = -1;
    for (request.rewind(); request.hasRecord(); request.next()) {
      if (request.partition() != partition) {
        partition = request.partition();
        if (verdict(header) != BatchVerdict.APPEND) {
          return false;
        }
      }
    }
    return true;
  }

  private void append(long header, long serviceNs, long nowNs) {
    Acks acks = ProduceRequest.acks(header);
    int answer = acks == Acks.ALL ? leaders.answers().open(header) : NO_ANSWER;
    long wireNs = rack.network().latencyNs(ProduceRequest.process(header), port.process(), nowNs);
    long bytes = 0;
    appended.clear();
    request.rewind();
    while (request.hasRecord()) {
      int partition = request.partition();
      int verdict = rack.cluster().fails() ? verdict(header) : BatchVerdict.APPEND;
      if (verdict == BatchVerdict.APPEND) {
        bytes += appendBatch(header, acks, nowNs - serviceNs, nowNs, wireNs);
        appended.add(partition);
      } else {
        passOver(header, nowNs);
      }
      finishBatch(partition, verdict, answer, nowNs);
    }
    handlers.disk().write(nowNs, bytes);
    for (int i = 0; i < appended.size(); i++) {
      leaders.appended(leaders.of(appended.getInt(i)), nowNs);
    }
    if (acks == Acks.ALL) {
      leaders.answers().settle(answer);
      return;
    }
    LongArrayList refusals = refused.isEmpty() ? null : new LongArrayList(refused);
    refused.clear();
    answer(header, refusals, nowNs, nowNs);
  }

  /** What becomes of the batch that begins with the record at hand. */
  private int verdict(long header) {
    return BatchVerdict.of(
        leaders.of(request.partition()),
        ProduceRequest.acks(header),
        ProduceRequest.process(header),
        request.number(),
        request.numberBefore());
  }

  /** Appends the batch that begins with the record at hand; returns its bytes. */
  private long appendBatch(long header, Acks acks, long startNs, long nowNs, long wireNs) {
    int partition = request.partition();
    PartitionLeader leader = leaders.of(partition);
    long origin = RowOrigin.NONE;
    if (rack.cluster().fails()) {
      int producer = ProduceRequest.process(header);
      leader.set.take(producer, request.number());
      origin = RowOrigin.of(producer, request.number(), acks);
    }
    long bytes = 0;
    for (; request.hasRecord() && request.partition() == partition; request.next()) {
      appendRecord(leader, acks, nowNs, origin);
      recordStage(request.producedNs() + wireNs, startNs, nowNs);
      bytes += request.bytes();
    }
    return bytes;
  }

  /** Leaves out the batch that begins with the record at hand. */
  private void passOver(long header, long nowNs) {
    int partition = request.partition();
    for (; request.hasRecord() && request.partition() == partition; request.next()) {
      forfeitRecord(header, nowNs);
    }
  }

  private void finishBatch(int partition, int verdict, int answer, long nowNs) {
    boolean isRefused = verdict > BatchVerdict.APPEND;
    if (isRefused && answer >= 0) {
      leaders.answers().refuse(answer, Refusal.of(partition, verdict));
    } else if (isRefused) {
      refused.add(Refusal.of(partition, verdict));
    } else if (answer >= 0) {
      PartitionLeader leader = leaders.of(partition);
      leaders.answers().await(answer);
      leader.await(answer);
      if (verdict == BatchVerdict.DUPLICATE) {
        leaders.advance(leader, nowNs);
      }
    }
  }

  private void appendRecord(PartitionLeader leader, Acks acks, long nowNs, long origin) {
    long acceptedNs = request.acceptedNs();
    if (acks != Acks.ALL && acceptedNs == 0) {
      acceptedNs = nowNs;
      leaders.accept(request.messageId(), nowNs);
    }
    leader.log.append(request.messageId(), acceptedNs, nowNs, request.bytes(), origin);
  }

  /** The way to the broker belongs to the network, so the stage begins that much later. */
  private void recordStage(long fromNs, long startNs, long nowNs) {
    recorder.stage(Stage.KAFKA_PRODUCE, fromNs, startNs - fromNs, nowNs - startNs);
    long messageId = request.messageId();
    if (recorder.traced(messageId)) {
      recorder.hop(messageId, EVERYBODY, Stage.KAFKA_PRODUCE, fromNs, startNs, nowNs);
    }
  }

  private void answer(long header, LongArrayList refusals, long nowNs, long effectNs) {
    int producer = ProduceRequest.process(header);
    if (ProduceRequest.acks(header) != Acks.NONE) {
      long atNs = rack.network().arrivalNs(port.process(), producer, effectNs);
      int version = refusals == null ? 0 : rack.cluster().metadata().newest();
      Producer.answer(port, atNs, header, refusals, version);
    } else if (refusals != null) {
      reset(header, nowNs); // What a producer without answers learns of is the connection's end.
    }
    Connection connection = connections.get(producer);
    connection.mute(false);
    connection.freeNs = effectNs + throttleNs(connection, effectNs);
    if (connection.hasWaiting()) {
      if (connection.freeNs > nowNs) {
        beginLater(connection, header);
      } else {
        begin(connection, connection.takeInto(request), nowNs);
      }
    }
  }

  /**
   * A client over its quota is answered, and its connection muted for as long as it has to wait.
   */
  private long throttleNs(Connection connection, long atNs) {
    if (connection.quota == null) {
      return 0;
    }
    long waitNs = connection.quota.record(atNs, connection.bytes);
    if (waitNs > 0) {
      handlers.throttled(atNs);
    }
    return waitNs;
  }

  private void reset(long header, long nowNs) {
    int producer = ProduceRequest.process(header);
    long atNs = rack.network().arrivalNs(port.process(), producer, nowNs);
    Producer.reset(port, atNs, header, broker);
  }

  /** The records of the request at hand are gone; what only it has is lost. */
  private void forfeit(long header, long nowNs) {
    for (request.rewind(); request.hasRecord(); request.next()) {
      forfeitRecord(header, nowNs);
    }
  }

  /** A relay record is gone; a copy sent again by another worker carries no custody. */
  private void forfeitRecord(long header, long nowNs) {
    if (request.acceptedNs() > 0 && isOnlyCopy(rack.cluster(), header)) {
      leaders.lost(request.messageId(), nowNs, 1);
    }
  }
}
