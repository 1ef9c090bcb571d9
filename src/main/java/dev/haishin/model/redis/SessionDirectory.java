package dev.haishin.model.redis;

import dev.haishin.engine.Event;
import dev.haishin.engine.Port;
import dev.haishin.model.network.Network;

/**
 * A process's client of the session directory: looks up, enters and removes routes of users.
 *
 * <p>Commands wait for {@link #flush}, which its process calls at the end of each event in which it
 * issued any, and which says when they leave. What was issued since the last flush is one burst:
 * commands to the same shard travel as one pipelined request of at most {@code pipeline} commands,
 * in the order issued, and their answers come back together, at the departure of the request's last
 * command.
 *
 * <p>No event to or from the directory carries custody of a pair: whoever asks keeps its row.
 */
public final class SessionDirectory {

  /** Takes the answers of the directory. */
  @FunctionalInterface
  public interface Sink {
    /**
     * The answer to one lookup or registration.
     *
     * @param tag as given with the command
     * @param route the user's route now, {@link Route#NONE} when there is none; after a
     *     registration none means that the shard was out of memory and refused the key
     * @param atNs when the answer comes, not before now
     */
    void route(long tag, int user, long route, long atNs);
  }

  private final Port port;
  private final RedisCluster cluster;
  private final Network network;
  private final int replyKind;
  private final int pipeline;
  private final Sink sink;
  private final Burst burst;

  /**
   * A client inside a process.
   *
   * @param firstKind the first of the 8 event kinds of the process that are this client's own
   * @param pipeline most commands in one request, at least 1
   */
  public SessionDirectory(
      Port port, RedisCluster cluster, Network network, int firstKind, int pipeline, Sink sink) {
    if (pipeline < 1) {
      throw new IllegalArgumentException("a pipeline holds at least 1 command, not " + pipeline);
    }
    this.port = port;
    this.cluster = cluster;
    this.network = network;
    this.replyKind = firstKind;
    this.pipeline = pipeline;
    this.sink = sink;
    burst = new Burst(cluster.shards());
  }

  /** Asks for a user's route; the sink gets it. */
  public void lookup(long tag, int user) {
    issue(Shard.LOOKUP, tag, user, Route.NONE);
  }

  /** Enters a user's route in place of any other; the sink gets the confirmation. */
  public void register(long tag, int user, long route) {
    issue(Shard.REGISTER, tag, user, route);
  }

  /** Removes a user's route if it still is this one; nothing comes back. */
  public void unregister(int user, long route) {
    issue(Shard.UNREGISTER, 0, user, route);
  }

  /** Sends what was issued since the last flush. */
  public void flush() {
    flush(port.nowNs());
  }

  /**
   * Sends what was issued since the last flush.
   *
   * @param departNs when it leaves its process, not before now
   */
  public void flush(long departNs) {
    for (int i = 0; i < burst.hosts(); i++) {
      int shard = burst.host(i);
      int process = cluster.process(shard);
      long atNs = departNs + network.latencyNs(port.process(), process);
      int row = burst.head(shard);
      while (row != Burst.END) {
        row = Shard.request(port, process, atNs, burst, row, pipeline);
      }
    }
    burst.clear();
  }

  /** Whether an event of its process is for this client. */
  public boolean owns(int kind) {
    return kind == replyKind;
  }

  /** Takes the answers to one request. */
  public void receive(Event event) {
    sink.route(event.a(), (int) event.word(0), event.b(), event.timeNs());
    for (int at = 1; at < event.wordCount(); at += 3) {
      sink.route(event.word(at), (int) event.word(at + 1), event.word(at + 2), event.timeNs());
    }
  }

  /** Sends answers collected in the order of their commands: tag, user and route of each. */
  static void reply(
      Port from, int process, long atNs, int replyKind, long[] answers, int answerWords) {
    from.attach(answers[1]);
    for (int i = 3; i < answerWords; i++) {
      from.attach(answers[i]);
    }
    from.send(process, atNs, replyKind, answers[0], answers[2]);
  }

  private void issue(int operation, long tag, int user, long route) {
    burst.add(cluster.shardOf(user), tag, Shard.command(operation, user, replyKind), route, 0);
  }
}
