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

  private final Port port;
  private final Racks racks;
  private final Network network;
  private final int answerKind;
  private final int limit;
  private final Sink sink;
  private final Burst burst;

  /**
   * A client inside a process.
   *
   * @param answerKind the event kind of the process that is this client's own
   * @param limit most commands in one request to one host, at least 1
   */
  public RackClient(Port port, Racks racks, Network network, int answerKind, int limit, Sink sink) {
    this.port = port;
    this.racks = racks;
    this.network = network;
    this.answerKind = answerKind;
    this.limit = limit;
    this.sink = sink;
    burst = new Burst(racks.hosts());
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

  /** Whether an event of its process is for this client. */
  public boolean owns(int kind) {
    return kind == answerKind;
  }

  /** Takes an event that is for this client. */
  public void receive(Event event) {
    Answers.handOver(event, sink);
  }
}
