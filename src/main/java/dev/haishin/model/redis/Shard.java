package dev.haishin.model.redis;

import dev.haishin.engine.Distribution;
import dev.haishin.engine.Event;
import dev.haishin.engine.LogicalProcess;
import dev.haishin.engine.Port;
import dev.haishin.engine.RandomStream;
import dev.haishin.model.Groups;
import dev.haishin.model.network.Network;
import it.unimi.dsi.fastutil.ints.Int2LongOpenHashMap;
import java.util.Arrays;

/**
 * One master of a Redis Cluster: the routes of the users whose slots it owns, one command at a
 * time.
 *
 * <p>A one-server FIFO station, so state is applied when a command arrives: the serial order is the
 * same as at the departures. A request of several commands is answered once, when its last command
 * departs.
 */
public final class Shard extends LogicalProcess {
  static final int LOOKUP = 0;
  static final int REGISTER = 1;
  static final int UNREGISTER = 2;

  private static final int REQUEST = 0;
  private static final int OPERATION_SHIFT = 32;
  private static final int REPLY_SHIFT = 34;

  private final Network network;
  private final Distribution commandCost;
  private final RandomStream random;
  private final Int2LongOpenHashMap routes = new Int2LongOpenHashMap();
  private long freeAtNs;
  private long[] answers = new long[3 * 64];
  private int answerWords;

  /** A shard without sessions. */
  public Shard(String name, long seed, Network network, Distribution commandCost) {
    super(name, Groups.REDIS);
    this.network = network;
    this.commandCost = commandCost;
    random = RandomStream.of(seed, "redis.command-cost", name);
    routes.defaultReturnValue(Route.NONE);
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
    routes.put(user, route);
  }

  /** How many sessions it holds. */
  public int sessions() {
    return routes.size();
  }

  @Override
  protected void receive(Event event) {
    answerWords = 0;
    long route = event.wordCount() == 0 ? Route.NONE : event.word(0);
    execute(event.a(), event.b(), route);
    for (int at = 1; at < event.wordCount(); at += 3) {
      execute(event.word(at), event.word(at + 1), event.word(at + 2));
    }
    if (answerWords > 0) {
      int asker = event.origin();
      int replyKind = (int) (event.b() >>> REPLY_SHIFT);
      long atNs = freeAtNs + network.latencyNs(id(), asker);
      SessionDirectory.reply(port(), asker, atNs, replyKind, answers, answerWords);
    }
  }

  private void execute(long tag, long command, long route) {
    long startNs = Math.max(nowNs(), freeAtNs);
    freeAtNs = startNs + commandCost.sample(random);
    int user = (int) command;
    switch (operation(command)) {
      case LOOKUP -> answer(tag, user, routes.get(user));
      case REGISTER -> {
        routes.put(user, route);
        answer(tag, user, route);
      }
      case UNREGISTER -> routes.remove(user, route);
      default -> throw new IllegalStateException("no such command: " + operation(command));
    }
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
