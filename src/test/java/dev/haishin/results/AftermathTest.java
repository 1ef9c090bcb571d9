package dev.haishin.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;

/** How long a failure was felt, read off timelines made by hand. */
class AftermathTest {
  private static final long SECOND = 1_000_000_000L;
  private static final int ROWS = 30;

  private final RecordingPlan plan = Plans.of(ROWS * SECOND, SECOND);
  private final List<Recorder> recorders = List.of(new Recorder(plan), new Recorder(plan));
  private int spikeAt = -1;

  @Test
  void timesCountFromTheFailureToTheEndOfAnInterval() {
    // Fails at 10 s; connections break at once and are back after row 14, latency after row 16.
    Aftermath after = of(second -> second == 10 ? 500 : 0, 10).get(0);
    assertEquals(1, after.noticed());
    assertEquals(5, after.connected());
    assertEquals(7, after.latencyBack());
    assertTrue(Double.isNaN(after.drained()), "nothing waited");
    assertEquals(900, after.worstP99Ms());
    assertEquals(0, after.connectionsLost(), "nobody was said to be cut off");
  }

  @Test
  void whatIsNotOverBeforeTheNextFailureIsNotWithinSight() {
    List<Aftermath> aftermaths = of(second -> second == 10 ? 500 : 0, 10, 13);
    assertEquals(2, aftermaths.size());
    assertEquals(Aftermath.NOT_WITHIN_SIGHT, aftermaths.get(0).connected());
    assertEquals(2, aftermaths.get(1).connected(), "99% of the mean of a dip is less");
  }

  @Test
  void whoIsCutOffIsCountedByPersonHoweverFewAreAwayAtOnce() {
    // A hundred at 10 s, back one after the other from 11 s on: the 99th at 20.8 s.
    for (int i = 0; i < 100; i++) {
      CutOffs cutOffs = recorders.get(i % 2).cutOffs();
      cutOffs.cut(10 * SECOND);
      cutOffs.over(10 * SECOND, 11 * SECOND + i * SECOND / 10);
    }
    Aftermath after = of(second -> 0, 10).get(0);
    assertEquals(100, after.connectionsLost());
    assertEquals(11, after.connected());
    List<Aftermath> two = of(second -> 0, 10, 20);
    assertEquals(Aftermath.NOT_WITHIN_SIGHT, two.get(0).connected(), "then the next failure");
    assertEquals(0, two.get(1).connectionsLost());
    assertEquals(11, of(second -> 0, 10, 21).get(0).connected());
  }

  @Test
  void connectedAgainIsWhenAsManyAreAsBeforeEvenIfTheyAreOthers() {
    recorders.get(0).cutOffs().cut(10 * SECOND);
    recorders.get(0).cutOffs().over(10 * SECOND, 11 * SECOND);
    assertEquals(5, of(second -> 0, 10).get(0).connected(), "900 of 1000 until 15 s");
  }

  @Test
  void ofFailuresAtOneInstantTheLastIsTold() {
    assertEquals(1, of(second -> 0, 10, 10).size());
  }

  @Test
  void aSpikeLongAfterACalmIsAnother() {
    // Late from 10 s to 16 s and, for once, at 28 s: eleven seconds of calm lie between.
    spikeAt = 28;
    assertEquals(7, of(second -> 0, 10).get(0).latencyBack());
    spikeAt = 26;
    assertEquals(17, of(second -> 0, 10).get(0).latencyBack());
  }

  @Test
  void aFailureThatNobodyNoticesHasNoSign() {
    Aftermath after = of(second -> 0, 25).get(0);
    assertTrue(Double.isNaN(after.noticed()));
    assertEquals(0, after.connectionsLost());
  }

  @Test
  void lateDeliveriesAreASignWhereNoConnectionBreaks() {
    assertEquals(1, of(second -> 0, 10).get(0).noticed());
  }

  @Test
  void whatWasUnderWayWhenItStruckIsNotHowItWasBefore() {
    // Latencies stand at the tap: rows 10 and 11 are late because of what happens at 12.
    assertEquals(5, of(second -> 0, 12).get(0).latencyBack());
  }

  private List<Aftermath> of(IntUnaryOperator breaks, int... atSeconds) {
    double[] starts = new double[ROWS];
    double[] broken = new double[ROWS];
    double[] connected = new double[ROWS];
    double[] p99 = new double[ROWS];
    for (int second = 0; second < ROWS; second++) {
      starts[second] = second;
      broken[second] = breaks.applyAsInt(second);
      connected[second] = second >= 10 && second < 15 ? 900 : 1000;
      p99[second] = second >= 10 && second < 17 || second == spikeAt ? 900 : 100;
    }
    Timeline timeline =
        new Timeline(
            starts,
            List.of(
                new Timeline.Column("disconnects.per-second", "1/s", broken),
                new Timeline.Column("clients.connected.mean", "", connected),
                new Timeline.Column("delivery.online.p99", "ms", p99),
                new Timeline.Column("kafka.lag.mean", "", new double[ROWS])));
    List<Incident> incidents = new ArrayList<>();
    for (int at : atSeconds) {
      incidents.add(new Incident("crash gateway", at * SECOND, 2 * SECOND));
    }
    return Aftermath.of(timeline, Recorder.sum(plan, recorders), incidents);
  }
}
