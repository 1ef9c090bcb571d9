package dev.haishin.model.kafka;

import dev.haishin.engine.Event;
import dev.haishin.engine.Port;
import dev.haishin.model.network.Network;
import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * Who one client believes leads each partition, and how it learns better: a broker's answer names a
 * newer version, or the client asks any broker for its metadata.
 *
 * <p>Brokers are asked in turn, from one on that depends on the client, those first that have not
 * let it down and owe it nothing, as Kafka asks the least loaded node. A broker that resets the
 * question, or leaves it open for the time-out, lets it down; the next one is asked then.
 */
final class LeaderView {
  /** Kafka's {@code socket.connection.setup.timeout.ms}. */
  static final long ASK_TIMEOUT_NS = 10_000_000_000L;

  /** Kafka's {@code reconnect.backoff.ms} (row K03). */
  static final long RECONNECT_NS = 50_000_000L;

  private static final int NOBODY = -1;

  private final Port port;
  private final KafkaCluster cluster;
  private final Network network;
  private final int answerKind;
  private final int timerKind;
  private final IntPredicate owes;
  private final boolean[] failed;
  private int version = Metadata.FIRST;
  private int asked = NOBODY;
  private int turn = NOBODY;
  private int question;

  /**
   * The view of the start.
   *
   * @param answerKind event kind of the client for answers to questions
   * @param timerKind event kind of the client for the end of its patience
   * @param owes whether a broker has not answered some other request of the client
   */
  LeaderView(
      Port port,
      KafkaCluster cluster,
      Network network,
      int answerKind,
      int timerKind,
      IntPredicate owes) {
    this.port = port;
    this.cluster = cluster;
    this.network = network;
    this.answerKind = answerKind;
    this.timerKind = timerKind;
    this.owes = owes;
    this.failed = new boolean[cluster.brokers()];
  }

  /** The broker that leads a partition, or {@link Metadata#NO_LEADER}. */
  int leader(int partition) {
    return version == Metadata.FIRST
        ? cluster.leader(partition)
        : cluster.metadata().leader(version, partition);
  }

  /** The newest version that it has learned. */
  int version() {
    return version;
  }

  /** Takes note of a version that an answer names; whether it is newer than what was known. */
  boolean learn(int named) {
    if (named <= version) {
      return false;
    }
    version = named;
    Arrays.fill(failed, false);
    return true;
  }

  /** A broker reset the connection, or did not answer in time. */
  void letDown(int broker) {
    failed[broker] = true;
  }

  /** Asks a broker for the newest version, unless one has been asked. */
  void ask() {
    if (asked == NOBODY) {
      askNext(port.nowNs());
    }
  }

  /** Takes an answer to a question; whether it brought a newer version. */
  boolean answered(Event event) {
    long word = event.b();
    int broker = (int) event.a();
    if (Refusal.code(word) == Refusal.LOST) {
      letDown(broker);
      if (broker == asked) {
        asked = NOBODY;
        askNext(port.nowNs() + RECONNECT_NS);
      }
      return false;
    }
    failed[broker] = false;
    if (broker == asked) {
      asked = NOBODY;
    }
    return learn(Refusal.version(word));
  }

  /** The client's patience with a question is over. */
  void timedOut(Event event) {
    if (asked != NOBODY && (int) event.a() == question) {
      letDown(asked);
      asked = NOBODY;
      askNext(port.nowNs());
    }
  }

  /** Forgets what it asked, as a crash of its process does; a new process knows the newest. */
  void reset() {
    asked = NOBODY;
    Arrays.fill(failed, false);
  }

  private void askNext(long leaveNs) {
    asked = choose();
    question++;
    int process = cluster.process(asked);
    long atNs = network.arrivalNs(port.process(), process, leaveNs);
    Broker.askMetadata(port, process, atNs, answerKind, cluster.home());
    port.at(leaveNs + ASK_TIMEOUT_NS, timerKind, question, cluster.home());
  }

  private int choose() {
    int brokers = cluster.brokers();
    if (turn == NOBODY) {
      turn = port.process() % brokers;
    }
    int chosen = NOBODY;
    for (int i = 1; i <= brokers && chosen == NOBODY; i++) {
      int broker = (turn + i) % brokers;
      if (!failed[broker] && !owes.test(broker)) {
        chosen = broker;
      }
    }
    turn = chosen == NOBODY ? (turn + 1) % brokers : chosen;
    return turn;
  }
}
