package dev.haishin.results;

import static dev.haishin.results.Plans.MS;
import static dev.haishin.results.Plans.SECOND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The breakdown of slow deliveries, worked out by hand. */
class TailTest {
  private static final int RECIPIENT = 7;

  private final Traces traces = new Traces(Plans.of(100 * SECOND, 0));

  @Test
  void theTimeBetweenHopsIsTheNetworks() {
    for (int message = 0; message < 10; message++) {
      hop(message, Traces.WHOLE_MESSAGE, Stage.GATEWAY_IN, 20, 30);
      hop(message, Traces.WHOLE_MESSAGE, Stage.KAFKA_PRODUCE, 40, 60);
      hop(message, RECIPIENT, Stage.GATEWAY_OUT, 70, 80);
      delivered(message, 0, 100);
    }
    Tail tail = tail();
    assertShare(tail, Stage.GATEWAY_IN, 0.1);
    assertShare(tail, Stage.KAFKA_PRODUCE, 0.2);
    assertShare(tail, Stage.GATEWAY_OUT, 0.1);
    assertShare(tail, Stage.NETWORK, 0.6);
    assertEquals(0.2, tail.shareOf("gateway").value().getAsDouble(), 1e-12);
    assertSharesAddUp(tail);
  }

  @Test
  void overlappingHopsAreNotCountedTwice() {
    for (int message = 0; message < 10; message++) {
      hop(message, Traces.WHOLE_MESSAGE, Stage.KAFKA_PRODUCE, 0, 60);
      hop(message, Traces.WHOLE_MESSAGE, Stage.KAFKA_REPLICATE, 30, 60);
      hop(message, RECIPIENT, Stage.FANOUT, 60, 100);
      delivered(message, 0, 100);
    }
    assertShare(tail(), Stage.KAFKA_PRODUCE, 0.6);
    assertShare(tail(), Stage.KAFKA_REPLICATE, 0);
    assertShare(tail(), Stage.FANOUT, 0.4);
    assertSharesAddUp(tail());
  }

  /** A write that ends after the frame has left did not hold the frame up. */
  @Test
  void aStageBesideTheWayIsNotBlamed() {
    for (int message = 0; message < 10; message++) {
      hop(message, RECIPIENT, Stage.INBOX_WRITE, 10, 90);
      hop(message, RECIPIENT, Stage.SESSION_LOOKUP, 10, 20);
      hop(message, RECIPIENT, Stage.GATEWAY_OUT, 50, 100);
      delivered(message, 0, 100);
    }
    assertShare(tail(), Stage.INBOX_WRITE, 0);
    assertShare(tail(), Stage.SESSION_LOOKUP, 0.1);
    assertShare(tail(), Stage.GATEWAY_OUT, 0.5);
    assertShare(tail(), Stage.NETWORK, 0.4);
  }

  @Test
  void anotherRecipientsHopsDoNotCount() {
    for (int message = 0; message < 10; message++) {
      hop(message, RECIPIENT + 1, Stage.RETRY, 0, 90);
      hop(message, RECIPIENT, Stage.CLIENT, 0, 40);
      delivered(message, 0, 100);
    }
    assertShare(tail(), Stage.RETRY, 0);
    assertShare(tail(), Stage.CLIENT, 0.4);
  }

  @Test
  void hopsAreCutAtTheTapAndAtTheDelivery() {
    for (int message = 0; message < 10; message++) {
      hop(message, Traces.WHOLE_MESSAGE, Stage.GATEWAY_IN, 0, 80);
      hop(message, Traces.WHOLE_MESSAGE, Stage.SYNC, 90, 500);
      delivered(message, 60, 160);
    }
    assertShare(tail(), Stage.GATEWAY_IN, 0.2);
    assertShare(tail(), Stage.SYNC, 0);
    assertSharesAddUp(tail());
  }

  @Test
  void nineDeliveriesAreTooFew() {
    for (int message = 0; message < 9; message++) {
      delivered(message, 0, 100);
    }
    Reading share = tail().share(Stage.NETWORK);
    assertFalse(share.isKnown());
    assertEquals("too few traced deliveries: 9 of 10", share.reason());
  }

  /** One recorder saw the sender's half of the way, another the recipient's. */
  @Test
  void onlyTheSlowestAreFollowedThroughAllRecorders() {
    RecordingPlan plan = Plans.of(100 * SECOND, 0);
    Recorder sending = new Recorder(plan);
    Recorder receiving = new Recorder(plan);
    for (int message = 0; message < 2_000; message++) {
      boolean slow = message % 50 == 0;
      long tookNs = slow ? 400 * MS : 40 * MS;
      Stage culprit = slow ? Stage.CLIENT : Stage.FANOUT;
      assertTrue(sending.traced(message));
      sending.hop(message, Traces.WHOLE_MESSAGE, culprit, SECOND, SECOND, SECOND + 30 * MS);
      receiving.latency(LatencyMetric.DELIVERY_ONLINE, 0, SECOND, tookNs);
      receiving.delivered(message, RECIPIENT, SECOND, SECOND + tookNs);
    }
    RunResult result = Plans.result(plan, receiving, sending);
    assertEquals(0.075, result.value("tail.client.share").value().orElse(-1), 1e-12);
    assertEquals(0, result.value("tail.fanout.share").value().orElse(-1));
    assertEquals(0.925, result.value("tail.network.share").value().orElse(-1), 1e-12);
    assertEquals(40, result.tail().deliveries());
  }

  @Test
  void aSampleOfMessagesIsTracedWhereThereAreMany() {
    RecordingPlan many =
        new RecordingPlan(SECOND, 0, SECOND, Plans.REGIONS, List.of(), 1_600_000, 3_000_000);
    Recorder here = new Recorder(many);
    Recorder there = new Recorder(many);
    int traced = 0;
    for (long id = 0; id < 1_600_000; id++) {
      assertEquals(here.traced(id), there.traced(id));
      traced += here.traced(id) ? 1 : 0;
    }
    assertEquals(100_000, traced, 4 * Math.sqrt(100_000));
  }

  private void hop(int message, int recipient, Stage stage, long fromMs, long endMs) {
    traces.hop(message, recipient, stage, fromMs * MS, fromMs * MS, endMs * MS);
  }

  private void delivered(int message, long tapMs, long atMs) {
    traces.delivered(message, RECIPIENT, tapMs * MS, atMs * MS, true);
  }

  private Tail tail() {
    return Tail.of(List.of(traces), 0);
  }

  private static void assertShare(Tail tail, Stage stage, double expected) {
    assertEquals(expected, tail.share(stage).value().orElse(Double.NaN), 1e-12);
  }

  private static void assertSharesAddUp(Tail tail) {
    double sum = 0;
    for (Stage stage : Stage.values()) {
      sum += tail.share(stage).value().getAsDouble();
    }
    assertEquals(1, sum, 1e-12);
  }
}
