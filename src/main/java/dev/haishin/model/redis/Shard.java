package dev.haishin.model.redis;

import dev.haishin.engine.Distribution;
import dev.haishin.engine.Event;
import dev.haishin.engine.FifoStation;
import dev.haishin.engine.LogicalProcess;
import dev.haishin.engine.Port;
import dev.haishin.engine.RandomStream;
import dev.haishin.model.Groups;
import dev.haishin.model.network.Network;
import dev.haishin.results.Level;
import dev.haishin.results.Recorder;
import dev.haishin.results.Stage;
import dev.haishin.results.Utilization;
import java.util.Arrays;

/**
 * One master of a Redis Cluster: the routes of the users whose slots it owns, one command at a
 * time.
 *
 * <p>A one-server FIFO station, so state is applied when a command arrives: the serial order is the
 * same as at the departures. A request of several commands is answered once, when its last command
 * departs.
 *
 * <p>Memory is estimated from the number of sessions. At the limit a new session is refused, as by
 * {@code maxmemory-policy noeviction}; sessions that exist can still change and go. No event here
 * carries custody of a pair.
 */
public final class Shard extends LogicalProcess {
  static final int LOOKUP = 0;
  static final int REGISTER = 1;
  static final int UNREGISTER = 2;

  /** Memory of an empty server (facts.md D10). */
  static final long EMPTY_BYTES = 3_000_000;

  private static final int REQUEST = 0;
  private static final int OPERATION_SHIFT = 32;
  private static final int REPLY_SHIFT = 34;

  private final Network network;
  private final Distribution commandCost;
  private final RandomStream random;
  private final SessionTable sessions;
  private final long memoryBytes;
  private final long sessionBytes;
  private final Recorder recorder;
  private final int host;
  private final FifoStation server = new FifoStation(1);
  private long lastDepartureNs;
  private long refused;
  private long[] answers = new long[3 * 64];
  private int answerWords;

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
      Network network,
      Distribution commandCost,
      long memoryBytes,
      long sessionBytes,
      Sessions everyones,
      Recorder recorder,
      int host) {
    super(name, Groups.REDIS);
    this.network = network;
    this.commandCost = commandCost;
    this.recorder = recorder;
    this.host = host;
    this.memoryBytes = memoryBytes;
    this.sessionBytes = sessionBytes;
    sessions = new SessionTable(everyones);
    random = RandomStream.of(seed, "redis.command-cost", name);
  }

  /** Packs what a command does, to whose session, and how its answer is addressed. */
  static long command(int operation, int user, int replyKind) {
    return user | ((long) operation << OPERATION_SHIFT) | ((long) replyKind << REPLY_SHIFT);
  }

  /**
   * Sends at most {@code limit} commands of a burst, from {@code row} on, as one request.
   *
   * @return the first row not sent, or {@link Burst#END}
   */
  static int request(Port from, int process, long atNs, Burst burst, int row, int limit) {
    long command = burst.word(row, 1);
    int rest = burst.next(row);
    if (operation(command) != LOOKUP || (rest != Burst.END && limit > 1)) {
      from.attach(burst.word(row, 2));
    }
    for (int sent = 1; rest != Burst.END && sent < limit; sent++) {
      from.attach(burst.word(rest, 0));
      from.attach(burst.word(rest, 1));
      from.attach(burst.word(rest, 2));
      rest = burst.next(rest);
    }
    from.send(process, atNs, REQUEST, burst.word(row, 0), command);
    return rest;
  }

  /** Enters a session that exists when the run begins. */
  public void load(int user, long route) {
    sessions.put(user, route);
  }

  /** Says that all sessions that exist when the run begins are loaded. */
  public void loaded() {
    recordMemory();
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
  protected void receive(Event event) {
    int before = sessions.size();
    answerWords = 0;
    long route = event.wordCount() == 0 ? Route.NONE : event.word(0);
    execute(event.a(), event.b(), route);
    for (int at = 1; at < event.wordCount(); at += 3) {
      execute(event.word(at), event.word(at + 1), event.word(at + 2));
    }
    if (sessions.size() != before) {
      recordMemory();
    }
    if (answerWords > 0) {
      int asker = event.origin();
      int replyKind = (int) (event.b() >>> REPLY_SHIFT);
      long atNs = lastDepartureNs + network.latencyNs(id(), asker);
      SessionDirectory.reply(port(), asker, atNs, replyKind, answers, answerWords);
    }
  }

  private void execute(long tag, long command, long route) {
    long arrivalNs = nowNs();
    lastDepartureNs = server.arrive(arrivalNs, commandCost.sample(random));
    long startNs = server.lastStartNs();
    recorder.visit(Utilization.REDIS_CPU, host, arrivalNs, startNs, lastDepartureNs);
    int user = (int) command;
    switch (operation(command)) {
      case LOOKUP -> {
        recorder.stage(
            Stage.SESSION_LOOKUP, arrivalNs, startNs - arrivalNs, lastDepartureNs - startNs);
        answer(tag, user, sessions.get(user));
      }
      case REGISTER -> answer(tag, user, register(user, route));
      case UNREGISTER -> sessions.remove(user, route);
      default -> throw new IllegalStateException("no such command: " + operation(command));
    }
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

  private void recordMemory() {
    recorder.level(Level.REDIS_MEMORY, host, nowNs(), usedBytes());
  }

  private long usedBytes() {
    return EMPTY_BYTES + sessionBytes * sessions.size();
  }

  private void answer(long tag, int user, long route) {
    if (answerWords == answers.length) {
      answers = Arrays.copyOf(answers, answerWords * 2);
    }
    answers[answerWords++] = tag;
    answers[answerWords++] = user;
    answers[answerWords++] = route;
  }

  private static int operation(long command) {
    return (int) (command >>> OPERATION_SHIFT) & 3;
  }
}
