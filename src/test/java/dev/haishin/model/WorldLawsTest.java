package dev.haishin.model;

import static dev.haishin.model.WorldSketch.MS;
import static dev.haishin.model.WorldSketch.SECOND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.haishin.engine.Distribution;
import dev.haishin.engine.Distributions;
import dev.haishin.model.kafka.Acks;
import dev.haishin.model.population.ChatKind;
import dev.haishin.results.LedgerColumn;
import dev.haishin.results.RunResult;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

/** Laws that a whole world keeps when nothing fails. */
class WorldLawsTest {
  @Test
  void theConnectedShareStaysWherePeopleComeAndGo() {
    RunResult result = comingAndGoing(Distributions.exponential(60e9));
    assertEquals(75_000, value(result, "clients.connected.mean"), 375);
    assertEquals(75_000, value(result, "clients.connected.last"), 750);
    // Everyone leaves 1.5 times: had nobody come back, 22% would be left.
    assertTrue(value(result, "disconnects.count") > 105_000);
  }

  @Test
  void theConnectedShareStaysWhereSessionsAreLognormal() {
    // Mean 45.8 s. Whoever is online at the start must have the residual of a session left, mean
    // 120 s;
    // with whole sessions instead, the share would swing.
    RunResult result = comingAndGoing(WorldSketch.lognormal(20e9, 400e9));
    assertEquals(75_000, value(result, "clients.connected.mean"), 375);
    assertEquals(75_000, value(result, "clients.connected.last"), 750);
    assertTrue(value(result, "disconnects.count") > 105_000);
  }

  private static RunResult comingAndGoing(Distribution online) {
    WorldSketch sketch = new WorldSketch().lasting(90 * SECOND);
    sketch.users = 150_000;
    sketch.messagesPerSecond = 5;
    sketch.online = online;
    sketch.heartbeatNs = 100 * SECOND;
    return sketch.run();
  }

  @Test
  void costBasedFanOutPushesToSomeAndPullsForOthers() {
    RunResult result = new WorldSketch().strategy("cost-based").run();
    double pushed = value(result, "fanout.inbox-writes.count");
    double pulled = value(result, "fanout.notifications.count");
    RunResult write = new WorldSketch().strategy("write").run();
    double all = value(write, "fanout.inbox-writes.count");
    assertEquals(all, pushed + pulled, 0.01 * all);
    assertTrue(pushed > 0.1 * all && pulled > 0.1 * all, pushed + " and " + pulled);
  }

  @Test
  void recipientsPerMessageFollowTheSizesWhateverIsPopular() {
    Distribution sizes = Distributions.powerlaw(2.3, 3, 100);
    WorldSketch sketch = new WorldSketch();
    sketch.users = 200_000;
    sketch.messagesPerSecond = 2_500;
    sketch.kinds =
        new ChatKind[] {
          new ChatKind(0, Distributions.fixed(2), 20, 0), new ChatKind(1, sizes, 8, 0.6),
        };
    double wanted = 0.6 * 1 + 0.4 * (sizes.mean() - 1);
    double measured = value(sketch.run(), "fanout.recipients-per-message");
    assertEquals(wanted, measured, 0.03 * wanted);
    // Sizes weighted by members instead of messages would give E[S^2] / E[S] - 1, twice as many.
    assertTrue(measured < 1.5 * wanted);
  }

  @Test
  void heartbeatsCostTheSameOneByOneAndAsCohorts() {
    RunResult one = beating(5 * SECOND, false);
    RunResult cohort = beating(5 * SECOND, true);
    RunResult slower = beating(5_100 * MS, true);
    for (String path : new String[] {"gateway.cpu.mean", "heartbeat.sent.count"}) {
      double wanted = value(one, path);
      assertEquals(wanted, value(cohort, path), 0.01 * wanted, path);
      assertTrue(value(slower, path) < 0.99 * wanted, path);
    }
  }

  @Test
  void churnDoesNotMultiplyHeartbeats() {
    WorldSketch sketch = new WorldSketch().lasting(60 * SECOND);
    sketch.online = Distributions.exponential(10e9);
    sketch.messagesPerSecond = 5;
    // 3,000 connections, a beat each 5 s.
    double perSecond = value(sketch.run(), "heartbeat.sent.per-second");
    assertEquals(600, perSecond, 0.05 * 600);
  }

  @Test
  void everyoneOfABroadcastsAudienceIsAccountedForAndThePaceIsKept() {
    RunResult without = new WorldSketch().run();
    RunResult with = new WorldSketch().broadcast(4 * SECOND, 3_000, 1_000).run();
    assertTrue(with.ledger().isBalanced());
    assertEquals(3_000, intended(with) - intended(without));
    assertEquals(1_500, value(with, "delivery.broadcast.count"), 120);
    // The last one is walked after 2.99 s; access takes up to some 0.3 s more.
    assertEquals(3.1e9, value(with, "delivery.broadcast.max"), 0.35e9);
    assertEquals(1.5e9, value(with, "delivery.broadcast.p50"), 0.15e9);
  }

  @Test
  void typingAndReceiptsUseTheGatewaysAndChangeNoTaps() {
    WorldSketch plain = new WorldSketch();
    WorldSketch chatty = new WorldSketch();
    chatty.typingPerSecond = 100;
    chatty.receiptsPerDelivery = 0.5;
    World one = plain.world(1);
    World other = chatty.world(1);
    RunResult without = one.run(WorldSketch::quiet);
    RunResult with = other.run(WorldSketch::quiet);
    assertEquals(one.tapDigest(), other.tapDigest());
    assertEquals(
        value(without, "messages.accepted.count"), value(with, "messages.accepted.count"), 5);
    assertTrue(value(with, "gateway.cpu.mean") > value(without, "gateway.cpu.mean"));
    // 107 bytes a small frame up: 100 indicators a second and half as many receipts as deliveries,
    // counted after the warm-up, over 18 of 20 seconds.
    double frames = 18 * 100 + 0.9 * 0.5 * with.ledger().pairs(LedgerColumn.LIVE);
    double more =
        value(with, "wire.bytes.count{direction=up}")
            - value(without, "wire.bytes.count{direction=up}");
    assertEquals(107 * frames, more, 0.05 * 107 * frames);
    assertTrue(value(with, "bundle.saved-frames.count") > 0);
  }

  @Test
  void messagesCrossBetweenHomesNoFasterThanTheLink() {
    WorldSketch sketch = new WorldSketch();
    sketch.betweenNs = 2 * SECOND;
    sketch.accessFloorNs = MS;
    sketch.access = Distributions.fixed(10 * MS);
    RunResult result = sketch.run();
    assertTrue(result.ledger().isBalanced());
    // What stays in a region takes far less than a second; what crosses takes 2 s or 4 s and what a
    // producer waits for the answers to its requests in flight.
    Histogram online = result.latencies().get("delivery.online").histogram();
    assertTrue(online.getCountBetweenValues(0, SECOND) > 1_000);
    assertEquals(0, online.getCountBetweenValues(SECOND, 1_990 * MS));
    assertTrue(online.getCountBetweenValues(2_000 * MS, 3 * SECOND) > 1_000);
    assertTrue(online.getCountBetweenValues(4 * SECOND, 5 * SECOND) > 100);
    Histogram acks = result.latencies().get("send.ack").histogram();
    assertEquals(0, acks.getCountBetweenValues(SECOND, 3_990 * MS));
    assertTrue(acks.getCountBetweenValues(3_990 * MS, 5 * SECOND) > 100);
  }

  @Test
  void noClientIsNearerThanTheAccessFloor() {
    WorldSketch sketch = new WorldSketch();
    sketch.access = Distributions.exponential(10e6);
    sketch.accessFloorNs = 20 * MS;
    RunResult floored = sketch.run();
    assertTrue(value(floored, "send.ack.min") >= 40e6);
    assertTrue(value(floored, "delivery.online.min") >= 40e6);
    sketch.accessFloorNs = MS;
    assertTrue(value(sketch.run(), "send.ack.min") < 30e6);
  }

  @Test
  void moreDurableAcknowledgementsTakeLonger() {
    double none = ackMean(Acks.NONE);
    double leader = ackMean(Acks.LEADER);
    double all = ackMean(Acks.ALL);
    assertTrue(none < leader, () -> none + " and " + leader);
    assertTrue(leader < all, () -> leader + " and " + all);
  }

  private static double ackMean(Acks acks) {
    WorldSketch sketch = new WorldSketch();
    sketch.acks = acks;
    sketch.access = Distributions.fixed(10 * MS);
    return value(sketch.run(), "send.ack.mean");
  }

  private static RunResult beating(long everyNs, boolean cohorts) {
    WorldSketch sketch = new WorldSketch().lasting(50 * SECOND);
    sketch.messagesPerSecond = 5;
    sketch.heartbeatNs = everyNs;
    sketch.cohortHeartbeats = cohorts;
    return sketch.run();
  }

  private static long intended(RunResult result) {
    return result.ledger().pairs(LedgerColumn.INTENDED);
  }

  private static double value(RunResult result, String path) {
    return result.value(path).value().orElseThrow(() -> new AssertionError(result.value(path)));
  }
}
