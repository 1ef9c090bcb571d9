package dev.haishin.model.gateway;

import dev.haishin.model.population.Heartbeat;

/**
 * All the beats of a gateway in a tick of 10 ms as one job a loop: connections x tick / period of
 * them, the rest carried over, spread evenly over the loops.
 */
final class CohortBeats implements Beats {
  private static final long TICK_NS = 10_000_000;

  private final ConnectionTable table;
  private final Heartbeat heartbeat;
  private final int loops;
  private final BeatSink sink;
  private long nextTickNs = TICK_NS;
  private long carried;
  private int nextLoop;

  CohortBeats(ConnectionTable table, Heartbeat heartbeat, int loops, BeatSink sink) {
    this.table = table;
    this.heartbeat = heartbeat;
    this.loops = loops;
    this.sink = sink;
  }

  @Override
  public void opened(int user, int generation, long nowNs) {
    // The next tick counts it.
  }

  @Override
  public void advance(long nowNs) {
    while (nextTickNs <= nowNs) {
      carried += table.count() * TICK_NS;
      long beats = carried / heartbeat.periodNs();
      carried -= beats * heartbeat.periodNs();
      if (beats > 0) {
        sink.answerTogether(nextLoop, nextTickNs, beats);
        nextLoop = (int) ((nextLoop + beats) % loops);
      }
      nextTickNs += TICK_NS;
    }
  }

  @Override
  public void clear(long nowNs) {
    carried = 0;
    nextTickNs = Math.max(nextTickNs, (nowNs / TICK_NS + 1) * TICK_NS);
  }
}
