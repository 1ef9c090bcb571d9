package dev.haishin.model.population;

import dev.haishin.engine.Distribution;
import dev.haishin.engine.Distributions;
import dev.haishin.engine.Port;
import dev.haishin.engine.RandomStream;
import it.unimi.dsi.fastutil.longs.LongHeapPriorityQueue;

/**
 * Who wants to be online: sessions of a given law, exponential time offline. No failure touches it,
 * so a shard draws it a second ahead and publishes who may be online then.
 *
 * <p>Waiting offline is memoryless, so the shard needs no timer for it: candidates come at the rate
 * at which everyone would, and a candidate who is online already is passed over. People whom an
 * opening brings or a push calls come beside them; where nobody comes or goes, they stay. A session
 * that ends within the run keeps 8 bytes: its end, in ticks fine enough for the length of the run,
 * and its row.
 */
final class SessionProcess {
  private static final int ROW_BITS = 24;
  private static final int TICK_BITS = 63 - ROW_BITS;

  private final Port port;
  private final Steps steps;
  private final UserRows users;
  private final Presence presence;
  private final int shard;
  private final Distribution online;
  private final double candidatesPerNs;
  private final SessionStarts starts;
  private final RandomStream stream;
  private final Openings openings;
  private final RandomStream openingStream;
  private final boolean mayBeCalled;
  private final LongHeapPriorityQueue called = new LongHeapPriorityQueue();
  private final long horizonNs;
  private final int tickShift;
  private final long[] wants;
  private LongHeapPriorityQueue ends;
  private double nextCandidateNs;
  private long drawnUntilNs;

  /**
   * The sessions of a shard.
   *
   * @param online length of a session, nanoseconds; null if nobody comes or goes
   * @param connectedShare of the users, in the steady state
   * @param starts when sessions begin so that the share varies; null where it does not
   * @param openings who comes online beside their own sessions
   * @param mayBeCalled whether {@link #call} is ever used
   * @param horizonNs the end of the run; what would happen later is not kept
   */
  SessionProcess(
      Port port,
      Steps steps,
      UserRows users,
      Presence presence,
      int shard,
      Distribution online,
      double connectedShare,
      SessionStarts starts,
      long horizonNs,
      Openings openings,
      boolean mayBeCalled,
      RandomStream stream,
      RandomStream openingStream) {
    if (users.count() > 1 << ROW_BITS) {
      throw new IllegalArgumentException("a shard holds 2^24 users at most, not " + users.count());
    }
    this.port = port;
    this.steps = steps;
    this.users = users;
    this.presence = presence;
    this.shard = shard;
    this.stream = stream;
    this.openings = openings;
    this.mayBeCalled = mayBeCalled;
    this.openingStream = openingStream;
    this.horizonNs = horizonNs;
    this.tickShift = Math.max(0, Long.SIZE - Long.numberOfLeadingZeros(horizonNs) - TICK_BITS);
    this.wants = new long[(users.count() + 63) >>> 6];
    boolean moves = starts != null || online != null && connectedShare > 0 && connectedShare < 1;
    this.starts = starts;
    this.online = moves ? online : null;
    double meanOfflineNs =
        moves && starts == null
            ? online.mean() * (1 - connectedShare) / connectedShare
            : Double.POSITIVE_INFINITY;
    this.candidatesPerNs = users.count() / meanOfflineNs;
  }

  /** Gives everyone online at t = 0 the equilibrium residual of the law. */
  void start() {
    for (int row = 0; row < users.count(); row++) {
      if (users.wantsOnline(row)) {
        wants[row >>> 6] |= 1L << row;
      }
    }
    if (online == null && openings.isEmpty() && !mayBeCalled) {
      presence.publishForGood(shard, wants);
      return;
    }
    ends = online == null ? new LongHeapPriorityQueue() : residuals();
    nextCandidateNs = online == null ? Long.MAX_VALUE : candidateAfterNs(0);
    runAhead(0);
    runAhead(1);
    port.at(Presence.SECOND_NS, ClientKinds.SESSIONS_AHEAD, 0, 0);
  }

  /**
   * Somebody comes online at an instant, or at the first one after it that is not drawn yet: within
   * two seconds from now. Who is online by then stays as they were.
   */
  void call(int row, long atNs) {
    long startNs = Math.max(atNs, drawnUntilNs);
    if (startNs < horizonNs) {
      called.enqueue(instant(startNs + (1L << tickShift) - 1, row));
    }
  }

  /** Draws and publishes the second after this one. */
  void ahead() {
    long second = port.nowNs() / Presence.SECOND_NS + 1;
    runAhead(second);
    port.at(second * Presence.SECOND_NS, ClientKinds.SESSIONS_AHEAD, 0, 0);
  }

  private LongHeapPriorityQueue residuals() {
    Distribution residual = Distributions.residual(online);
    long[] within = new long[countWanting()];
    int count = 0;
    for (int row = 0; row < users.count(); row++) {
      if (users.wantsOnline(row)) {
        long endNs = residual.sample(stream);
        if (endNs < horizonNs) {
          within[count++] = instant(endNs, row);
        }
      }
    }
    return new LongHeapPriorityQueue(within, count);
  }

  private int countWanting() {
    int count = 0;
    for (long word : wants) {
      count += Long.bitCount(word);
    }
    return count;
  }

  private void runAhead(long second) {
    long[] published = presence.open(shard, second, wants.length);
    System.arraycopy(wants, 0, published, 0, wants.length);
    long untilNs = (second + 1) * Presence.SECOND_NS;
    drawnUntilNs = untilNs;
    while (true) {
      long endNs = firstNs(ends);
      long openNs = openings.isEmpty() ? Long.MAX_VALUE : openings.nextNs();
      long calledNs = firstNs(called);
      long startNs = Math.min(calledNs, Math.min(openNs, (long) nextCandidateNs));
      if (Math.min(endNs, startNs) >= Math.min(untilNs, horizonNs)) {
        return;
      }
      if (endNs <= startNs) {
        int row = row(ends.dequeueLong());
        wants[row >>> 6] &= ~(1L << row);
        steps.add(Math.max(endNs, port.nowNs()), ClientKinds.SESSION_END, row, 0);
      } else if (calledNs == startNs) {
        begin(row(called.dequeueLong()), calledNs, openingStream, published);
      } else if (openNs == startNs) {
        begin(openings.take(), openNs, openingStream, published);
      } else {
        begin(stream.nextInt(users.count()), startNs, stream, published);
        nextCandidateNs = candidateAfterNs(nextCandidateNs);
      }
    }
  }

  /** A session of somebody who may be online already, and then goes on as they were. */
  private void begin(int row, long atNs, RandomStream lengths, long[] published) {
    if ((wants[row >>> 6] >>> row & 1) != 0) {
      return;
    }
    wants[row >>> 6] |= 1L << row;
    published[row >>> 6] |= 1L << row;
    steps.add(atNs, ClientKinds.SESSION_START, row, 0);
    long lengthNs = online == null ? horizonNs : online.sample(lengths);
    long endNs = atNs + Math.max(1L << tickShift, lengthNs);
    if (endNs < horizonNs) {
      ends.enqueue(instant(endNs, row));
    }
  }

  private double candidateAfterNs(double fromNs) {
    double unit = -StrictMath.log1p(-stream.nextDouble());
    return starts == null
        ? fromNs + unit / candidatesPerNs
        : starts.afterNs(fromNs, unit, users.count());
  }

  private long firstNs(LongHeapPriorityQueue instants) {
    return instants.isEmpty() ? Long.MAX_VALUE : instants.firstLong() >>> ROW_BITS << tickShift;
  }

  private static int row(long instant) {
    return (int) instant & ((1 << ROW_BITS) - 1);
  }

  private long instant(long ns, int row) {
    return ns >>> tickShift << ROW_BITS | row;
  }
}
