package dev.haishin.model.rack;

import dev.haishin.engine.Event;
import dev.haishin.engine.Port;
import dev.haishin.model.network.Network;

/**
 * A process's way to the hosts of racks: commands wait for {@link #flush} and then leave together,
 * those to one host in the order issued.
 *
 * <p>The answers to what left together, if it went to one rack, come in one event at the instant of
 * the earliest; the sink is told the instant of each. So either a process flushes each command by
 * itself, or what it does with an answer as of a later instant must be something that nothing else
 * sees before that instant.
 */
public final class RackClient {

  /** Takes the answers. */
  @FunctionalInterface
  public interface Sink {
    /**
     * One answer.
     *
     * @param tag as given with the command
     * @param atNs when it comes, not before now
     */
    void answer(long tag, long value, int detail, long atNs);
  }

  /** Decides what becomes of commands that were not done. */
  public interface Recourse {
    /** Commands of one request failed, or a retry that was put off is due. */
    void failed(Setback setback);
  }

  private static final int FAILED = 1;
  private static final int DUE = 2;
  private static final int KINDS = 3;

  private final Port port;
  private final Racks racks;
  private final Network network;
  private final int answerKind;
  private final int limit;
  private final Sink sink;
  private final Recourse recourse;
  private final Burst burst;
  private final Setback setback = new Setback();

  /**
   * A client of hosts that do not fail.
   *
   * @param answerKind the first of the 8 event kinds of the process that are this client's own
   * @param limit most commands in one request to one host, at least 1
   */
  public RackClient(Port port, Racks racks, Network network, int answerKind, int limit, Sink sink) {
    this(port, racks, network, answerKind, limit, sink, setback -> {});
  }

  /**
   * A client inside a process.
   *
   * @param answerKind the first of the 8 event kinds of the process that are this client's own
   * @param limit most commands in one request to one host, at least 1
   */
  public RackClient(
      Port port,
      Racks racks,
      Network network,
      int answerKind,
      int limit,
      Sink sink,
      Recourse recourse) {
    this.recourse = recourse;
    this.port = port;
    this.racks = racks;
    this.network = network;
    this.answerKind = answerKind;
    this.limit = limit;
    this.sink = sink;
    burst = new Burst(racks.members());
  }

  /**
   * Issues a command.
   *
   * @param operation 0 to 3
   */
  public void add(int host, long tag, int operation, int argument, long first, long second) {
    long header = Command.header(argument, operation, answerKind, racks.place(host));
    burst.add(host, tag, header, first, second);
  }

  /**
   * Sends what was issued since the last call.
   *
   * @param departNs when it leaves, not before now
   */
  public void flush(long departNs) {
    if (burst.hosts() == 0) {
      return;
    }
    for (int rack = 0; rack < racks.racks(); rack++) {
      long atNs = departNs + network.latencyNs(port.process(), racks.process(rack));
      Rack.request(port, racks, rack, atNs, burst, limit);
    }
    burst.clear();
  }

  /**
   * Sends commands again, all to one host, now.
   *
   * @param attempt how many tries came before this one
   * @param waitNs how long to wait for an answer this time, nanoseconds
   */
  public void retry(Setback failed, int host, int attempt, long waitNs) {
    int process = racks.process(racks.rack(host));
    long atNs = port.nowNs() + network.latencyNs(port.process(), process);
    Rack.retry(port, process, atNs, racks.place(host), failed, attempt, waitNs);
  }

  /** Puts commands off: they come back to the recourse at an instant, unless the process dies. */
  public void putOff(Setback failed, long untilNs, int attempt) {
    Setback.begin(port, attempt, failed.waitNs());
    for (int i = 0; i < failed.commands(); i++) {
      port.attach(failed.tag(i));
      port.attach(failed.header(i));
      port.attach(failed.first(i));
      port.attach(failed.second(i));
    }
    port.at(untilNs, answerKind + DUE, failed.mishap().ordinal(), failed.issuedNs());
  }

  /** How long the farthest of the hosts takes to answer a question at least, nanoseconds. */
  public long roundTripNs() {
    long mostNs = 0;
    for (int rack = 0; rack < racks.racks(); rack++) {
      mostNs = Math.max(mostNs, network.latencyNs(port.process(), racks.process(rack)));
    }
    return 2 * mostNs;
  }

  /** Whether an event of its process is for this client. */
  public boolean owns(int kind) {
    return kind >= answerKind && kind < answerKind + KINDS;
  }

  /** Takes an event that is for this client. */
  public void receive(Event event) {
    if (event.kind() == answerKind) {
      Answers.handOver(event, sink);
    } else {
      recourse.failed(setback.of(event, event.kind() == answerKind + DUE));
    }
  }

  static int failedKind(int answerKind) {
    return answerKind + FAILED;
  }
}
