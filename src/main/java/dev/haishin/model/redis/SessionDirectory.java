package dev.haishin.model.redis;

import dev.haishin.engine.Event;
import dev.haishin.engine.Port;
import dev.haishin.model.network.Network;
import dev.haishin.model.rack.Mishap;
import dev.haishin.model.rack.RackClient;
import dev.haishin.model.rack.Setback;

/**
 * A process's client of the session directory: looks up, enters and removes routes of users.
 *
 * <p>Commands wait for {@link #flush}, which its process calls at the end of each event in which it
 * issued any, and which says when they leave. What was issued since the last flush is one burst:
 * commands to the same shard travel as one pipelined request of at most {@code pipeline} commands,
 * in the order issued, and their answers come back together, at the departure of the request's last
 * command.
 *
 * <p>A client holds a map of the slots. A node that is not responsible says who is (MOVED): the
 * command goes there, one round trip later. After a reset the client asks another node for the map,
 * which takes a round trip, and tries again after a pause of 25 ms that doubles; a node that is
 * silent is waited for. All of it together lasts at most the time-out; then the command is given up
 * and its process is told.
 *
 * <p>No event to or from the directory carries custody of a pair: whoever asks keeps its row.
 */
public final class SessionDirectory {

  /** The first pause after an error, which doubles from try to try. */
  static final long FIRST_PAUSE_NS = 25_000_000;

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

    /**
     * A lookup or registration was given up, now: its time was over, tries and all. Whether it was
     * done is unknown.
     */
    default void gaveUp(long tag, int user) {}
  }

  private final Port port;
  private final RedisCluster cluster;
  private final RackClient shards;
  private final SlotMap map;
  private final Sink sink;

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
    this.sink = sink;
    map = new SlotMap(cluster);
    shards =
        new RackClient(
            port,
            cluster.racks(),
            network,
            firstKind,
            pipeline,
            cluster.rules().timeoutNs(),
            (tag, route, user, atNs) -> sink.route(tag, user, route, atNs),
            new Redirection());
  }

  /** Asks for a user's route; the sink gets it. */
  public void lookup(long tag, int user) {
    issue(Shard.LOOKUP, tag, user, Route.NONE);
  }

  /**
   * Reads a key that is no session and has the slot of a user's; the sink is told when the answer
   * comes, and of no route.
   */
  public void read(long tag, int user) {
    issue(Shard.READ, tag, user, Route.NONE);
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
    if (cluster.reigns().isQuiet()) {
      shards.add(cluster.shardOf(user), tag, operation, user, route, 0);
    } else {
      shards.add(tag, operation, user, route, 0);
    }
  }

  /** All commands of a request are for one shard, so they go on together. */
  private void goOn(Setback setback) {
    long nowNs = port.nowNs();
    long leftNs = setback.issuedNs() + cluster.rules().timeoutNs() - nowNs;
    int attempt = setback.attempt();
    if (setback.isDue()) {
      retry(setback, attempt, leftNs);
    } else if (setback.mishap() == Mishap.ELSEWHERE) {
      map.moved(nowNs);
      retry(setback, attempt + 1, leftNs);
    } else {
      long roundTripNs = shards.roundTripNs();
      map.ask(nowNs, roundTripNs);
      long pauseNs = Math.max(roundTripNs, FIRST_PAUSE_NS << Math.min(attempt, 20));
      if (setback.mishap() == Mishap.SILENCE || pauseNs >= leftNs) {
        giveUp(setback);
      } else {
        shards.putOff(setback, nowNs + pauseNs, attempt + 1);
      }
    }
  }

  private void retry(Setback setback, int attempt, long leftNs) {
    if (leftNs <= 0) {
      giveUp(setback);
    } else {
      int master = map.masterOf(setback.argument(0), port.nowNs());
      shards.retry(setback, master, attempt, leftNs);
    }
  }

  private void giveUp(Setback setback) {
    for (int i = 0; i < setback.commands(); i++) {
      if (setback.operation(i) != Shard.UNREGISTER) {
        sink.gaveUp(setback.tag(i), setback.argument(i));
      }
    }
  }

  /** Commands go to whom the client takes for their master. */
  private final class Redirection implements RackClient.Recourse {
    @Override
    public int host(long tag, int operation, int argument, long first, long second, long departNs) {
      return map.masterOf(argument, departNs);
    }

    @Override
    public void failed(Setback setback) {
      goOn(setback);
    }
  }
}
