package dev.haishin.model.redis;

import dev.haishin.engine.Event;
import dev.haishin.engine.Port;
import dev.haishin.model.network.Network;
import dev.haishin.model.rack.RackClient;

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
  private final RackClient shards;

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
    shards =
        new RackClient(
            port,
            cluster.racks(),
            network,
            firstKind,
            pipeline,
            (tag, route, user, atNs) -> sink.route(tag, user, route, atNs));
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
    shards.flush(departNs);
  }

  /** Whether an event of its process is for this client. */
  public boolean owns(int kind) {
    return shards.owns(kind);
  }

  /** Takes the answers to one burst. */
  public void receive(Event event) {
    shards.receive(event);
  }

  private void issue(int operation, long tag, int user, long route) {
    shards.add(cluster.shardOf(user), tag, operation, user, route, 0);
  }
}
