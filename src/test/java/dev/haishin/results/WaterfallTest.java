package dev.haishin.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.haishin.results.file.TraceWriter;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WaterfallTest {
  private static final long MS = Plans.MS;
  private static final long SECOND = Plans.SECOND;
  private static final int ALICE = 7;
  private static final int BOB = 8;

  private final RecordingPlan plan = Plans.of(100 * SECOND, 0);
  private final Recorder sending = new Recorder(plan);
  private final Recorder receiving = new Recorder(plan);

  @Test
  void theWayHasNoGapFromTheTapToTheScreen() {
    sending.hop(5, Traces.WHOLE_MESSAGE, Stage.GATEWAY_IN, at(20), at(25), at(30));
    sending.hop(5, Traces.WHOLE_MESSAGE, Stage.KAFKA_PRODUCE, at(30), at(35), at(60));
    receiving.hop(5, ALICE, Stage.GATEWAY_OUT, at(70), at(78), at(80));
    receiving.hop(5, BOB, Stage.GATEWAY_OUT, at(70), at(70), at(90));
    receiving.delivered(5, ALICE, at(0), at(100));
    Waterfall way = follow("5");
    assertEquals(
        List.of(
            leg(Stage.NETWORK, 0, 0, 20),
            leg(Stage.GATEWAY_IN, 20, 25, 30),
            leg(Stage.KAFKA_PRODUCE, 30, 35, 60),
            leg(Stage.NETWORK, 60, 60, 70),
            leg(Stage.GATEWAY_OUT, 70, 78, 80),
            leg(Stage.NETWORK, 80, 80, 100)),
        way.legs());
    assertEquals(100 * MS, way.tookNs());
    assertEquals(ALICE, way.recipient());
  }

  @Test
  void aMessageIsFollowedToTheLastOfItsRecipients() {
    receiving.delivered(5, ALICE, at(0), at(100));
    receiving.delivered(5, BOB, at(0), at(130));
    receiving.delivered(6, ALICE, at(0), at(900));
    Waterfall way = follow("5");
    assertEquals(BOB, way.recipient());
    assertEquals(2, way.rank());
    assertEquals(3, way.followed());
  }

  @Test
  void aPercentileIsTheLeastThatSoManyDoNotExceed() {
    for (int message = 0; message < 1_000; message++) {
      receiving.delivered(message, ALICE, at(0), at(1 + message));
    }
    assertEquals(500 * MS, follow("p50").tookNs());
    assertEquals(999 * MS, follow("p99.9").tookNs());
    assertEquals(2, follow("p99.9").rank());
    assertEquals(1_000 * MS, follow("max").tookNs());
    assertEquals(1 * MS, follow("p0").tookNs());
  }

  @Test
  void whatWasNotFollowedIsNotFound() {
    receiving.delivered(5, ALICE, at(0), at(100));
    assertTrue(Plans.result(plan, sending, receiving).follow(Follow.parse("4")).isEmpty());
    RunResult nothing = Plans.result(plan, new Recorder(plan));
    assertTrue(nothing.follow(Follow.parse("max")).isEmpty());
  }

  @Test
  void aMessageThatIsNamedIsFoundBeyondTheSampleAndTheMeasuredPart() {
    RecordingPlan large =
        new RecordingPlan(
            100 * SECOND, 50 * SECOND, SECOND, Plans.REGIONS, List.of(), 1 << 30, 1L << 40);
    long message = 5;
    assertFalse(new Recorder(large).traced(message), "one in many millions is of the sample");
    Recorder recorder = new Recorder(large.naming(message));
    assertTrue(recorder.traced(message));
    recorder.hop(message, Traces.WHOLE_MESSAGE, Stage.FANOUT, at(10), at(15), at(30));
    recorder.delivered(message, ALICE, at(0), at(100));
    recorder.delivered(message, BOB, at(0), at(40));
    RunResult result = Plans.result(large.naming(message), recorder);
    Waterfall way = result.follow(Follow.parse("5")).orElseThrow();
    assertEquals(ALICE, way.recipient());
    assertEquals(1, way.followed());
    assertEquals(leg(Stage.FANOUT, 10, 15, 30), way.legs().get(1));
    assertTrue(result.follow(Follow.parse("max")).isEmpty(), "the sample is as it was");
  }

  @Test
  void theSlowestOfASampleSaysHowManyWereMeasured() {
    RecordingPlan large =
        new RecordingPlan(100 * SECOND, 0, SECOND, Plans.REGIONS, List.of(), 400_000, 400_000);
    Recorder recorder = new Recorder(large);
    for (int message = 0; message < 1_000; message++) {
      recorder.latency(LatencyMetric.DELIVERY_ONLINE, 0, at(0), (1 + message) * MS);
      recorder.delivered(message, ALICE, at(0), at(1 + message));
    }
    Waterfall way = Plans.result(large, recorder).follow(Follow.parse("max")).orElseThrow();
    assertEquals(1_000, way.measured());
    assertEquals(250, way.followed(), 60, "400,000 expected and 100,000 at most: one in four");
    assertTrue(way.isOfSample());
    for (int message = 0; message < 1_000; message++) {
      receiving.latency(LatencyMetric.DELIVERY_ONLINE, 0, at(0), (1 + message) * MS);
      receiving.delivered(message, ALICE, at(0), at(1 + message));
    }
    assertFalse(follow("max").isOfSample(), "all of a small run are followed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "p", "p101", "-3", "slowest", "p99.9.9", "1e3"})
  void anythingElseIsToldWhatIsRight(String text) {
    IllegalArgumentException wrong =
        assertThrows(IllegalArgumentException.class, () -> Follow.parse(text));
    assertTrue(wrong.getMessage().contains("p99.9"), wrong.getMessage());
  }

  @Test
  void theFileHoldsEveryLeg() throws IOException {
    sending.hop(5, Traces.WHOLE_MESSAGE, Stage.FANOUT, at(0), at(0) + 250_000, at(3));
    receiving.delivered(5, ALICE, at(0), at(3));
    assertEquals(
        """
        {
          "schema": "haishin/trace/1",
          "message": 5,
          "recipient": 7,
          "tap-seconds": 1,
          "milliseconds": 3,
          "rank": 1,
          "followed": 1,
          "measured": 1,
          "legs": [
            {
              "stage": "fanout",
              "component": "fanout",
              "means": "the fan-out worker's own work",
              "from-ms": 0,
              "wait-ms": 0.25,
              "service-ms": 2.75
            }
          ]
        }
        """,
        TraceWriter.text(follow("5")));
  }

  @Test
  void theTailIsTheSumOfTheWaysOfTheSlowest() {
    for (int message = 0; message < 2_000; message++) {
      long tookMs = message < 1_970 ? 40 : 400;
      long fanoutMs = 10 + message % 7;
      sending.hop(message, Traces.WHOLE_MESSAGE, Stage.FANOUT, at(5), at(6), at(5 + fanoutMs));
      receiving.latency(LatencyMetric.DELIVERY_ONLINE, 0, at(0), tookMs * MS);
      receiving.delivered(message, ALICE, at(0), at(tookMs));
    }
    RunResult result = Plans.result(plan, sending, receiving);
    long inFanoutNs = 0;
    long allNs = 0;
    for (long message : Stream.iterate(1_970L, m -> m < 2_000, m -> m + 1).toList()) {
      Waterfall way = result.follow(Follow.parse(Long.toString(message))).orElseThrow();
      allNs += way.tookNs();
      for (Waterfall.Leg leg : way.legs()) {
        inFanoutNs += leg.stage() == Stage.FANOUT ? leg.endNs() - leg.fromNs() : 0;
      }
    }
    assertEquals(30, result.tail().deliveries());
    assertEquals(
        (double) inFanoutNs / allNs, result.tail().share(Stage.FANOUT).value().orElse(0), 1e-12);
  }

  private Waterfall follow(String text) {
    return Plans.result(plan, sending, receiving).follow(Follow.parse(text)).orElseThrow();
  }

  private static Waterfall.Leg leg(Stage stage, long fromMs, long startMs, long endMs) {
    return new Waterfall.Leg(stage, at(fromMs), at(startMs), at(endMs));
  }

  /** So many milliseconds after the tap. */
  private static long at(long ms) {
    return SECOND + ms * MS;
  }
}
