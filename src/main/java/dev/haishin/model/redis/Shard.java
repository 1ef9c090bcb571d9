package dev.haishin.model.redis;

import dev.haishin.engine.Distribution;
import dev.haishin.engine.FifoStation;
import dev.haishin.engine.RandomStream;
import dev.haishin.model.rack.Answers;
import dev.haishin.model.rack.Command;
import dev.haishin.model.rack.RackHost;
import dev.haishin.results.Level;
import dev.haishin.results.Recorder;
import dev.haishin.results.Stage;
import dev.haishin.results.Utilization;

/**
 * One master of a Redis Cluster: the routes of the users whose slots it owns, one command at a
 * time.
 *
 * <p>A one-server FIFO station, so state is applied when a command arrives: the serial order is the
 * same as at the departures. A request of several commands is answered once, when its last command
 * departs.
 *
 * <p>Memory is estimated from the number of sessions. At the limit a new session is refused, as by
 * {@code maxmemory-policy noeviction}; sessions that exist can still change and go. It holds
 * custody of no pair.
 */
public final class Shard implements RackHost {
  static final int LOOKUP = 0;
  static final int REGISTER = 1;
  static final int UNREGISTER = 2;

  /** Memory of an empty server (facts.md D10). */
  static final long EMPTY_BYTES = 3_000_000;

  private final Distribution commandCost;
  private final RandomStream random;
  private final SessionTable sessions;
  private final long memoryBytes;
  private final long sessionBytes;
  private final Recorder recorder;
  private final int host;
  private final FifoStation server = new FifoStation(1);
  private long refused;

  /**
   * A shard without sessions.
   *
   * @param commandCost nanoseconds of the shard's one thread that a command takes
   * @param memoryBytes above which new sessions are refused
   * @param sessionBytes memory of one session; a small string is 85 bytes (facts.md D10)
   * @param everyones where the world keeps its sessions
   * @param host its index among all shards
   */
  public Shard(
      String name,
      long seed,
      Distribution commandCost,
      long memoryBytes,
      long sessionBytes,
      Sessions everyones,
      Recorder recorder,
      int host) {
    this.commandCost = commandCost;
    this.recorder = recorder;
    this.host = host;
    this.memoryBytes = memoryBytes;
    this.sessionBytes = sessionBytes;
    sessions = new SessionTable(everyones);
    random = RandomStream.of(seed, "redis.command-cost", name);
  }

  /** Enters a session that exists when the run begins. */
  public void load(int user, long route) {
    sessions.put(user, route);
  }

  /** Says that all sessions that exist when the run begins are loaded. */
  public void loaded() {
    recordMemory(0);
  }

  /** How many sessions it holds. */
  public int sessions() {
    return sessions.size();
  }

  /** Registrations refused for want of memory. */
  public long refused() {
    return refused;
  }

  @Override
  public long execute(long nowNs, Command command, Answers answers) {
    long departNs = server.arrive(nowNs, commandCost.sample(random));
    long startNs = server.lastStartNs();
    recorder.visit(Utilization.REDIS_CPU, host, nowNs, startNs, departNs);
    int before = sessions.size();
    int user = command.argument();
    switch (command.operation()) {
      case LOOKUP -> {
        recorder.stage(Stage.SESSION_LOOKUP, nowNs, startNs - nowNs, departNs - startNs);
        answers.add(command.tag(), sessions.get(user), user);
      }
      case REGISTER -> answers.add(command.tag(), register(user, command.first()), user);
      case UNREGISTER -> sessions.remove(user, command.first());
      default -> throw new IllegalStateException("no such command: " + command.operation());
    }
    if (sessions.size() != before) {
      recordMemory(nowNs);
    }
    return departNs;
  }

  private long register(int user, long route) {
    boolean full = usedBytes() + sessionBytes > memoryBytes;
    if (full && sessions.get(user) == Route.NONE) {
      refused++;
      return Route.NONE;
    }
    sessions.put(user, route);
    return route;
  }

  private void recordMemory(long nowNs) {
    recorder.level(Level.REDIS_MEMORY, host, nowNs, usedBytes());
  }

  private long usedBytes() {
    return EMPTY_BYTES + sessionBytes * sessions.size();
  }
}
