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

  /** Decides where commands go, and what becomes of those that were not done. */
  public interface Recourse {
    /** No host: the recourse keeps the command. */
    int KEPT = -1;

    /**
     * Where a command goes whose host was left open.
     *
     * @param departNs when it leaves, not before now
     * @return a host or guest, or {@link #KEPT}
     */
    int host(long tag, int operation, int argument, long first, long second, long departNs);

    /** Commands of one request failed, or a retry that was put off is due. */
    void failed(Setback setback);
  }

  /** Where nothing fails, nothing is decided. */
  private static final class NoRecourse implements Recourse {
    @Override
    public int host(long tag, int operation, int argument, long first, long second, long departNs) {
      throw new IllegalStateException("no command leaves its host open");
    }

    @Override
    public void failed(Setback setback) {
      throw new IllegalStateException("a host failed that never does: " + setback.mishap());
    }
  }

  private static final int FAILED = 1;
  private static final int DUE = 2;
  private static final int KINDS = 3;

  private final Port port;
  private final Racks racks;
  private final Network network;
  private final int answerKind;
  private final int limit;
  private final long waitNs;
  private final Sink sink;
  private final Recourse recourse;
  private final Burst burst;
  private final Burst undecided = new Burst(1);
  private final Setback setback = new Setback();

  /**
   * A client of hosts that do not fail.
   *
   * @param answerKind the first of the 8 event kinds of the process that are this client's own
   * @param limit most commands in one request to one host, at least 1
   */
  public RackClient(Port port, Racks racks, Network network, int answerKind, int limit, Sink sink) {
    this(port, racks, network, answerKind, limit, Long.MAX_VALUE, sink, new NoRecourse());
  }

  /**
   * A client inside a process.
   *
   * @param answerKind the first of the 8 event kinds of the process that are this client's own
   * @param limit most commands in one request to one host, at least 1
   * @param waitNs how long it waits for an answer to a first try, nanoseconds
   */
  public RackClient(
      Port port,
      Racks racks,
      Network network,
      int answerKind,
      int limit,
      long waitNs,
      Sink sink,
      Recourse recourse) {
    this.waitNs = waitNs;
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

  /** Issues a command to whatever host the recourse names when it leaves. */
  public void add(long tag, int operation, int argument, long first, long second) {
    long what = (long) operation << Integer.SIZE | (argument & 0xffff_ffffL);
    undecided.add(0, tag, what, first, second);
  }

  /**
   * Sends what was issued since the last call.
   *
   * @param departNs when it leaves, not before now
   */
  public void flush(long departNs) {
    if (undecided.hosts() > 0) {
      decide(departNs);
    }
    if (burst.hosts() == 0) {
      return;
    }
    for (int rack = 0; rack < racks.racks(); rack++) {
      if (!network.isDisturbed() || asks(rack)) {
        long atNs = network.arrivalNs(port.process(), racks.process(rack), departNs);
        if (isTooLate(rack, atNs - departNs, waitNs)) {
          failLater(rack, departNs + waitNs);
        } else {
          Rack.request(port, racks, rack, atNs, burst, limit);
        }
      }
    }
    burst.clear();
  }

  private boolean asks(int rack) {
    for (int i = 0; i < burst.hosts(); i++) {
      if (racks.rack(burst.host(i)) == rack) {
        return true;
      }
    }
    return false;
  }

  /** Whether a request is held up between regions that are parted until nobody waits for it. */
  private boolean isTooLate(int rack, long onTheWayNs, long patienceNs) {
    return onTheWayNs > patienceNs
        && network.parts(port.process(), racks.process(rack), port.nowNs());
  }

  /** Nothing comes back from a rack: its askers' own clocks run out at an instant. */
  private void failLater(int rack, long atNs) {
    for (int i = 0; i < burst.hosts(); i++) {
      int host = burst.host(i);
      if (racks.rack(host) == rack) {
        Setback.begin(port, 0, waitNs);
        for (int row = burst.head(host); row != Burst.END; row = burst.next(row)) {
          for (int column = 0; column < Burst.COLUMNS; column++) {
            port.attach(burst.word(row, column));
          }
        }
        port.at(atNs, answerKind + FAILED, Mishap.SILENCE.ordinal(), atNs - waitNs);
      }
    }
  }

  private void decide(long departNs) {
    for (int row = undecided.head(0); row != Burst.END; row = undecided.next(row)) {
      long tag = undecided.word(row, 0);
      int operation = (int) (undecided.word(row, 1) >>> Integer.SIZE);
      int argument = (int) undecided.word(row, 1);
      long first = undecided.word(row, 2);
      long second = undecided.word(row, 3);
      int host = recourse.host(tag, operation, argument, first, second, departNs);
      if (host != Recourse.KEPT) {
        add(host, tag, operation, argument, first, second);
      }
    }
    undecided.clear();
  }

  /**
   * Sends commands again, all to one host, now.
   *
   * @param attempt how many tries came before this one
   * @param patienceNs how long to wait for an answer this time, nanoseconds
   */
  public void retry(Setback failed, int host, int attempt, long patienceNs) {
    int rack = racks.rack(host);
    int process = racks.process(rack);
    long atNs = network.arrivalNs(port.process(), process, port.nowNs());
    if (isTooLate(rack, atNs - port.nowNs(), patienceNs)) {
      long untilNs = port.nowNs() + patienceNs;
      comeBack(failed, attempt, patienceNs, untilNs, FAILED, Mishap.SILENCE);
    } else {
      Rack.retry(port, process, atNs, racks.place(host), failed, attempt, patienceNs);
    }
  }

  /** Puts commands off: they come back to the recourse at an instant, unless the process dies. */
  public void putOff(Setback failed, long untilNs, int attempt) {
    comeBack(failed, attempt, failed.waitNs(), untilNs, DUE, failed.mishap());
  }

  private void comeBack(
      Setback failed, int attempt, long patienceNs, long atNs, int kind, Mishap mishap) {
    Setback.begin(port, attempt, patienceNs);
    for (int i = 0; i < failed.commands(); i++) {
      port.attach(failed.tag(i));
      port.attach(failed.header(i));
      port.attach(failed.first(i));
      port.attach(failed.second(i));
    }
    port.at(atNs, answerKind + kind, mishap.ordinal(), failed.issuedNs());
  }

  /** How long the farthest of the hosts takes to answer a question at least, nanoseconds. */
  public long roundTripNs() {
    long mostNs = 0;
    for (int rack = 0; rack < racks.racks(); rack++) {
      mostNs =
          Math.max(mostNs, network.latencyNs(port.process(), racks.process(rack), port.nowNs()));
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
