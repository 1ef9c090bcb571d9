package dev.haishin.model.kafka;

import dev.haishin.engine.Event;
import dev.haishin.engine.Port;
import dev.haishin.results.Recorder;
import dev.haishin.results.Stage;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.function.LongConsumer;

/** The produce requests at one broker, from arrival to answer. */
final class Produces {
  private static final int EVERYBODY = -1;

  private final Port port;
  private final BrokerRack rack;
  private final int broker;
  private final RequestHandlers handlers;
  private final Leaders leaders;
  private final Recorder recorder;
  private final ProduceRequest request = new ProduceRequest();
  private final Int2ObjectOpenHashMap<Connection> connections = new Int2ObjectOpenHashMap<>();
  private final IntArrayList producers = new IntArrayList();

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
      connections.put(event.origin(), connection);
      producers.add(event.origin());
    }
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
      answer(answers.take(i), nowNs, effectNs);
    }
    answers.clearDue();
  }

  /** Pairs of the relay records in requests that are not appended yet. */
  long heldPairs(RecordPairs pairs, int home) {
    long sum = 0;
    for (int i = 0; i < producers.size(); i++) {
      sum += connections.get(producers.getInt(i)).heldPairs(pairs, home);
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
    rack.add(steps(header), connection.freeNs, port.process(), Broker.BEGIN, broker, producer);
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
    long departNs = handlers.append(nowNs, records, bytes);
    long serviceNs = handlers.lastAppendNs();
    if (departNs == nowNs) {
      append(header, serviceNs, nowNs);
    } else {
      connection.keep(header, request, serviceNs);
      int producer = ProduceRequest.process(header);
      rack.add(steps(header), departNs, port.process(), Broker.APPEND, broker, producer);
    }
  }

  private void append(long header, long serviceNs, long nowNs) {
    Acks acks = ProduceRequest.acks(header);
    int answer = acks == Acks.ALL ? leaders.answers().open(header) : -1;
    long wireNs = rack.network().latencyNs(ProduceRequest.process(header), port.process());
    PartitionLeader leader = null;
    long bytes = 0;
    for (request.rewind(); request.hasRecord(); request.next()) {
      if (leader == null || leader.partition != request.partition()) {
        finishBatch(leader, answer);
        leader = leaders.of(request.partition());
      }
      appendRecord(leader, acks, nowNs);
      recordStage(request.producedNs() + wireNs, nowNs - serviceNs, nowNs);
      bytes += request.bytes();
    }
    finishBatch(leader, answer);
    handlers.writeBehind(nowNs, bytes);
    wakeFollowers(nowNs);
    if (acks != Acks.ALL) {
      answer(header, nowNs, nowNs);
    }
  }

  private void appendRecord(PartitionLeader leader, Acks acks, long nowNs) {
    long acceptedNs = request.acceptedNs();
    if (acks != Acks.ALL && acceptedNs == 0) {
      acceptedNs = nowNs;
      leaders.accept(request.messageId(), nowNs);
    }
    leader.log.append(request.messageId(), acceptedNs, nowNs, request.bytes());
  }

  /** The way to the broker belongs to the network, so the stage begins that much later. */
  private void recordStage(long fromNs, long startNs, long nowNs) {
    recorder.stage(Stage.KAFKA_PRODUCE, fromNs, startNs - fromNs, nowNs - startNs);
    long messageId = request.messageId();
    if (recorder.traced(messageId)) {
      recorder.hop(messageId, EVERYBODY, Stage.KAFKA_PRODUCE, fromNs, startNs, nowNs);
    }
  }

  private void finishBatch(PartitionLeader leader, int answer) {
    if (leader != null && answer >= 0) {
      leaders.answers().await(answer);
      leader.await(answer);
    }
  }

  private void wakeFollowers(long nowNs) {
    int partition = -1;
    for (request.rewind(); request.hasRecord(); request.next()) {
      if (request.partition() != partition) {
        partition = request.partition();
        leaders.appended(leaders.of(partition), nowNs);
      }
    }
  }

  private void answer(long header, long nowNs, long effectNs) {
    int producer = ProduceRequest.process(header);
    if (ProduceRequest.acks(header) != Acks.NONE) {
      long wayNs = rack.network().latencyNs(port.process(), producer);
      Producer.answer(port, effectNs + wayNs, header);
    }
    Connection connection = connections.get(producer);
    connection.mute(false);
    connection.freeNs = effectNs;
    if (connection.hasWaiting()) {
      if (effectNs > nowNs) {
        beginLater(connection, header);
      } else {
        begin(connection, connection.takeInto(request), nowNs);
      }
    }
  }
}
