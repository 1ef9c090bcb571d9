package dev.haishin.model.redis;

import dev.haishin.engine.Capacity;
import dev.haishin.engine.Distribution;
import dev.haishin.engine.FifoStation;
import dev.haishin.engine.RandomStream;
import dev.haishin.model.failure.Outages;
import dev.haishin.model.rack.Answers;
import dev.haishin.model.rack.Command;
import dev.haishin.model.rack.RackHost;
import dev.haishin.results.Counter;
import dev.haishin.results.Level;
import dev.haishin.results.Recorder;
import dev.haishin.results.Stage;
import dev.haishin.results.Utilization;

/**
 * One shard of a Redis Cluster, wherever its master is: the routes of the users whose slots it
 * owns, one command at a time.
 *
 * <p>A one-server FIFO station, so state is applied when a command arrives: the serial order is the
 * same as at the departures. A request of several commands is answered once, when its last command
 * departs.
 *
 * <p>Memory is estimated from the number of sessions. At the limit a new session is refused, or has
 * another evicted ({@link MaxMemoryPolicy}); sessions that exist can still change and go. Whose
 * session is evicted keeps the connection, and nobody finds it: messages are pushed, until the next
 * connect. It holds custody of no pair.
 *
 * <p>Masters follow each other ({@link Reigns}), far enough apart that no two of them are ever at
 * work in one window of the simulation: the shard's state passes from one to the next by time
 * alone. A replica that takes over lacks the writes of the last instants before its master's death,
 * which are undone here; a master that comes back by itself has nothing.
 */
public final class Shard implements RackHost {
  static final int LOOKUP = 0;
  static final int REGISTER = 1;
  static final int UNREGISTER = 2;
  static final int READ = 3;

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
  private final WriteTail tail = new WriteTail();
  private MaxMemoryPolicy policy = MaxMemoryPolicy.NOEVICTION;
  private KeySpace keys;
  private RandomStream evictions;
  private long refused;
  private long evicted;
  private int reign;

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

  /** Has it work as fast as its host does; before the run. */
  public void runOn(Capacity capacity) {
    server.moveTo(capacity, 0);
  }

  /**
   * Has it make room for new sessions by a policy; before sessions are loaded.
   *
   * @param name of the shard, which keys what is drawn
   */
  public void makeRoom(MaxMemoryPolicy by, long seed, String name) {
    policy = by;
    if (by.samples() > 0) {
      keys = sessions.keepKeys();
      evictions = RandomStream.of(seed, "redis.eviction", name);
    }
  }

  /** Names a session that exists when the run begins, where some may have to be evicted. */
  public void names(int user) {
    keys.add(user);
  }

  /** Enters a session that exists when the run begins. */
  public void load(int user, long route) {
    sessions.put(user, route);
  }

  /** Counts sessions that exist when the run begins and are in everyone's table already. */
  public void holds(int loaded) {
    sessions.count(loaded);
  }

  /** Says that all sessions that exist when the run begins are loaded. */
  public void loaded() {
    recordMemory(recorder, 0);
  }

  /** How many sessions it holds. */
  public int sessions() {
    return sessions.size();
  }

  /** Registrations refused for want of memory. */
  public long refused() {
    return refused;
  }

  /** Sessions evicted for want of memory. */
  public long evicted() {
    return evicted;
  }

  /** Writes that were acknowledged and that no later master has. */
  public long lost() {
    return tail.lost();
  }

  @Override
  public long execute(long nowNs, Command command, Answers answers) {
    return execute(nowNs, command, answers, recorder, Outages.NEVER, Outages.NEVER);
  }

  /**
   * Takes a command as a master that will die.
   *
   * @param by where the master records
   * @param deathNs when it dies: what would depart later is not done
   * @param tailNs from when on a write that departs does not reach the next master
   */
  long execute(
      long nowNs, Command command, Answers answers, Recorder by, long deathNs, long tailNs) {
    long departNs = server.arrive(nowNs, commandCost.sample(random));
    long startNs = server.lastStartNs();
    if (departNs >= deathNs) {
      by.visit(Utilization.REDIS_CPU, host, nowNs, Math.min(startNs, deathNs), deathNs);
      return deathNs;
    }
    by.visit(Utilization.REDIS_CPU, host, nowNs, startNs, departNs);
    int user = command.argument();
    if (command.operation() == READ) {
      answers.add(command.tag(), Route.NONE, user);
      return departNs;
    }
    int before = sessions.size();
    if (command.operation() != LOOKUP && departNs >= tailNs) {
      tail.note(user, sessions.get(user));
    }
    switch (command.operation()) {
      case LOOKUP -> {
        by.stage(Stage.SESSION_LOOKUP, nowNs, startNs - nowNs, departNs - startNs);
        answers.add(command.tag(), sessions.get(user), user);
      }
      case REGISTER -> {
        makeRoomFor(user, nowNs, departNs >= tailNs, by);
        answers.add(command.tag(), register(user, command.first(), nowNs, by), user);
      }
      case UNREGISTER -> sessions.remove(user, command.first());
      default -> throw new IllegalStateException("no such command: " + command.operation());
    }
    if (keys != null) {
      keys.use(user, nowNs);
    }
    if (sessions.size() != before) {
      recordMemory(by, nowNs);
    }
    return departNs;
  }

  /**
   * A master begins, unless it has begun.
   *
   * @param number of its reign
   * @param capacity of its host by time
   * @param isEmpty whether it has nothing; otherwise it has all but its predecessor's tail
   */
  void begin(int number, boolean isEmpty, Capacity capacity, long nowNs, Recorder by) {
    if (number == reign) {
      return;
    }
    reign = number;
    server.moveTo(capacity, nowNs);
    if (isEmpty) {
      tail.forget(sessions.size());
      sessions.forgetAll();
    } else {
      tail.undo(sessions);
    }
    recordMemory(by, nowNs);
  }

  /** The master that records here is gone, and what it held in memory with it. */
  void end(long nowNs, Recorder by) {
    by.level(Level.REDIS_MEMORY, host, nowNs, 0);
  }

  private void makeRoomFor(int user, long nowNs, boolean isInTail, Recorder by) {
    if (keys == null || sessions.get(user) != Route.NONE) {
      return;
    }
    while (isFull() && sessions.size() > 0) {
      int victim = keys.victim(evictions, policy.samples());
      if (isInTail) {
        tail.note(victim, sessions.get(victim));
      }
      sessions.put(victim, Route.NONE);
      evicted++;
      by.count(Counter.REDIS_EVICTED, nowNs, 1);
    }
  }

  private boolean isFull() {
    return usedBytes() + sessionBytes > memoryBytes;
  }

  private long register(int user, long route, long nowNs, Recorder by) {
    if (isFull() && sessions.get(user) == Route.NONE) {
      refused++;
      by.count(Counter.REDIS_REFUSED, nowNs, 1);
      return Route.NONE;
    }
    sessions.put(user, route);
    return route;
  }

  private void recordMemory(Recorder by, long nowNs) {
    by.level(Level.REDIS_MEMORY, host, nowNs, usedBytes());
  }

  private long usedBytes() {
    return EMPTY_BYTES + sessionBytes * sessions.size();
  }
}
