package dev.haishin.model.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.haishin.delivery.HeartbeatPolicy;
import dev.haishin.model.population.Heartbeat;
import org.junit.jupiter.api.Test;

/** Beats by the tick: connections x 10 ms / period, with nothing lost to rounding. */
class CohortBeatsTest {
  private static final long SECOND = 1_000_000_000;
  private static final long TICK_NS = 10_000_000;

  private final ConnectionTable table = new ConnectionTable(10_000, Clocks.of(SECOND));
  private final long[] onLoop = new long[3];
  private int jobs;

  @Test
  void carryWhatATickRoundsOff() {
    // 7 connections x 10 ms / 1 s = 0.07 a tick: the first whole beat is in tick 15 (1.05).
    CohortBeats beats = beats(SECOND, 7);
    beats.advance(14 * TICK_NS);
    assertEquals(0, total());
    beats.advance(15 * TICK_NS);
    assertEquals(1, total());
    beats.advance(100 * TICK_NS);
    assertEquals(7, total());
    beats.advance(1_000 * TICK_NS);
    assertEquals(70, total());
  }

  @Test
  void spreadEvenlyOverTheLoops() {
    CohortBeats beats = beats(SECOND, 500); // 5 a tick on 3 loops
    beats.advance(TICK_NS);
    assertEquals(3, jobs);
    beats.advance(300 * TICK_NS);
    assertEquals(1_500, total());
    for (long count : onLoop) {
      assertEquals(500, count);
    }
  }

  @Test
  void startAgainAtTheNextTickAfterAnOutage() {
    CohortBeats beats = beats(SECOND, 100); // 1 a tick
    beats.advance(10 * TICK_NS);
    beats.clear(50 * TICK_NS + 1);
    beats.advance(51 * TICK_NS - 1);
    assertEquals(10, total());
    beats.advance(51 * TICK_NS);
    assertEquals(11, total());
    assertTrue(jobs <= 11);
  }

  private CohortBeats beats(long periodNs, int connections) {
    for (int user = 0; user < connections; user++) {
      table.open(user, 1);
    }
    Heartbeat heartbeat = new Heartbeat(HeartbeatPolicy.of(periodNs, SECOND), 1);
    return new CohortBeats(table, heartbeat, 3, new Count());
  }

  /** Counts the jobs and what is in them. */
  private final class Count implements BeatSink {
    @Override
    public void answer(int user, long atNs) {
      throw new AssertionError("a tick's beats are answered together");
    }

    @Override
    public void answerTogether(int firstLoop, long atNs, long beats) {
      for (int i = 0; i < beats; i++) {
        onLoop[(firstLoop + i) % onLoop.length]++;
      }
      jobs += (int) Math.min(beats, onLoop.length);
    }
  }

  private long total() {
    return onLoop[0] + onLoop[1] + onLoop[2];
  }
}
