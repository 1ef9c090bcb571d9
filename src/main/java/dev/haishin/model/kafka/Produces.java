package dev.haishin.model.kafka;

import dev.haishin.engine.Event;
import dev.haishin.engine.Port;
import dev.haishin.model.network.Network;
import dev.haishin.results.Recorder;
import dev.haishin.results.Stage;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;

/** The produce requests at one broker, from arrival to answer. */
final class Produces {
  private static final int EVERYBODY = -1;

  private final Port port;
  private final Network network;
  private final RequestHandlers handlers;
  private final Leaders leaders;
  private final Recorder recorder;
  private final int appendKind;
  private final int beginKind;
  private final ProduceRequest request = new ProduceRequest();
  private final Int2ObjectOpenHashMap<Connection> connections = new Int2ObjectOpenHashMap<>();
  private final IntArrayList producers = new IntArrayList();

  /**
   * No requests yet.
   *
   * @param appendKind the broker's event for the departure of a request from the handlers
   * @param beginKind its event for the instant at which a connection is free for the next request
   */
  Produces(
      Port port,
      Network network,
      RequestHandlers handlers,
      Leaders leaders,
      Recorder recorder,
      int appendKind,
      int beginKind) {
    this.port = port;
    this.network = network;
    this.handlers = handlers;
    this.leaders = leaders;
    this.recorder = recorder;
    this.appendKind = appendKind;
    this.beginKind = beginKind;
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
        beginLater(connection, event.origin());
      }
    } else {
      begin(connection, event.a(), nowNs);
    }
  }

  /** A connection is free for the request that waits longest. */
  void begun(Event event, long nowNs) {
    Connection connection = connections.get((int) event.a());
    begin(connection, connection.takeInto(request), nowNs);
  }

  /** A request leaves the handlers. */
  void appended(Event event, long nowNs) {
    request.load(event);
    append(event.a(), event.b(), nowNs);
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

  /** Pairs of the relay records in requests that wait for an earlier one of their producer. */
  long heldPairs(RecordPairs pairs, int home) {
    long sum = 0;
    for (int i = 0; i < producers.size(); i++) {
      sum += connections.get(producers.getInt(i)).heldPairs(pairs, home);
    }
    return sum;
  }

  private void beginLater(Connection connection, int producer) {
    connection.mute(true);
    port.at(connection.freeNs, beginKind, producer, 0);
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
      request.attachTo(port);
      port.at(departNs, appendKind, header, serviceNs);
    }
  }

  private void append(long header, long serviceNs, long nowNs) {
    Acks acks = ProduceRequest.acks(header);
    int answer = acks == Acks.ALL ? leaders.answers().open(header) : -1;
    long wireNs = network.latencyNs(ProduceRequest.process(header), port.process());
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
      Producer.answer(port, effectNs + network.latencyNs(port.process(), producer), header);
    }
    Connection connection = connections.get(producer);
    connection.mute(false);
    connection.freeNs = effectNs;
    if (connection.hasWaiting()) {
      if (effectNs > nowNs) {
        beginLater(connection, producer);
      } else {
        begin(connection, connection.takeInto(request), nowNs);
      }
    }
  }
}
