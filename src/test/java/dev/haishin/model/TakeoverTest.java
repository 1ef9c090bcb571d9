package dev.haishin.model;

import static dev.haishin.model.WorldSketch.MS;
import static dev.haishin.model.WorldSketch.SECOND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.haishin.engine.Distributions;
import dev.haishin.model.failure.Degradation;
import dev.haishin.model.failure.FailurePlan;
import dev.haishin.model.failure.Outages;
import dev.haishin.model.failure.Standby;
import dev.haishin.results.LossReason;
import dev.haishin.results.RunResult;
import org.junit.jupiter.api.Test;

/** Tokyo goes dark; a second site of its data, in Singapore, takes over. */
class TakeoverTest {
  private static final long WAY_NS = 37 * MS;
  private static final long LAST_MILE_NS = 25 * MS;
  private static final long LOST_NS = 20 * SECOND;
  private static final long AFTER_NS = 5 * SECOND;
  private static final int CONNECTED = 3_000;

  @Test
  void whoseHomeIsLostIsServedAtTheSecondSite() {
    RunResult result = lost(SECOND, Outages.NEVER).run();
    assertEquals(0, result.ledger().differencePairs());
    assertEquals(0, value(result, "gateway.connections.last{region=tokyo}"));
    assertEquals(2 * CONNECTED, value(result, "clients.connected.last"));
    assertTrue(value(result, "gateway.connections.max{region=singapore}") > 1_400);
  }

  @Test
  void withoutItNobodyOfTheRegionIsServed() {
    WorldSketch sketch = lost(SECOND, Outages.NEVER);
    sketch.standby = null;
    RunResult result = sketch.run();
    // Who writes to a chat of Tokyo's gets no answer, and connects anew now and then.
    assertEquals(CONNECTED, value(result, "clients.connected.last"), 150);
    assertEquals(0, result.ledger().pairsLost());
  }

  @Test
  void whatWasNotShippedIsLostAndNothingElse() {
    assertEquals(0, lost(0, Outages.NEVER).run().ledger().pairsLost());
    long none = lossOf(0);
    long second = lossOf(SECOND);
    long four = lossOf(4 * SECOND);
    assertEquals(0, none);
    assertTrue(second > 0, "something is lost");
    // Nobody is pushed to: what was accepted for people offline, in a time four times as long.
    assertEquals(4.0, (double) four / second, 0.8);
  }

  @Test
  void aRegionThatIsBackBeforeThePromotionKeepsItsData() {
    WorldSketch sketch = lost(SECOND, LOST_NS + AFTER_NS);
    WorldSketch without = lost(SECOND, LOST_NS + AFTER_NS);
    without.standby = new Standby(1, 0, AFTER_NS);
    assertEquals(0, sketch.run().ledger().pairsLost());
    assertEquals(digest(sketch, 1), digest(without, 1), "the lag does not matter");
  }

  @Test
  void everyPairIsBookedOnceWheneverTheRunEnds() {
    for (double endS : new double[] {20.001, 21, 24.9, 25.001, 25.3, 28, 33, 47}) {
      WorldSketch sketch = lost(SECOND, 40 * SECOND).lasting((long) (endS * 1e9));
      sketch.online = Distributions.exponential(6e9);
      sketch.failures.add(new FailurePlan.ZoneLost(1, 1, 30 * SECOND, 36 * SECOND));
      sketch.failures.add(new FailurePlan.ZoneLost(0, 1, 15 * SECOND, 18 * SECOND));
      RunResult result = sketch.run();
      assertEquals(0, result.ledger().differencePairs(), "at " + endS);
      assertEquals(
          result.ledger().pairsLost(),
          result.ledger().pairsLost(LossReason.ASYNC_REPLICA_LOSS),
          "at " + endS);
    }
  }

  @Test
  void theSameEventsOnAnyNumberOfPartitions() {
    WorldSketch sketch = lost(SECOND, 40 * SECOND).lasting(45 * SECOND);
    sketch.online = Distributions.exponential(6e9);
    sketch.jitter = Distributions.exponential(2e6);
    assertEquals(digest(sketch, 1), digest(sketch, 2));
    assertEquals(digest(sketch, 1), digest(sketch, 3));
  }

  private static long lossOf(long lagNs) {
    WorldSketch sketch = lost(lagNs, Outages.NEVER);
    for (int provider : new int[] {Component.APNS, Component.FCM}) {
      Degradation.Step failing = new Degradation.Step(1, 1, 1);
      sketch.failures.add(
          new FailurePlan.Degraded(provider, -1, new int[] {0}, 0, Outages.NEVER, failing));
    }
    RunResult result = sketch.run();
    assertEquals(0, result.ledger().differencePairs());
    return result.ledger().pairsLost();
  }

  @Test
  void whoHasBeenToldByAPushHasNotLostTheMessage() {
    // A push takes 0.8 s in the middle, so that most of a second's are under way, and few of four.
    long told = lost(4 * SECOND, Outages.NEVER).run().ledger().pairsLost();
    assertTrue(told < lossOf(4 * SECOND) / 2);
  }

  private static long digest(WorldSketch sketch, int partitions) {
    World world = sketch.world(partitions);
    world.run(WorldSketch::quiet);
    return world.digest();
  }

  private static WorldSketch lost(long lagNs, long upNs) {
    WorldSketch sketch = new WorldSketch().lasting(60 * SECOND);
    sketch.betweenNs = WAY_NS;
    sketch.standby = new Standby(1, lagNs, AFTER_NS);
    sketch.access = Distributions.fixed(LAST_MILE_NS);
    sketch.backoffBaseNs = SECOND;
    sketch.backoffCapNs = 2 * SECOND;
    for (int zone = 0; zone < 3; zone++) {
      sketch.failures.add(new FailurePlan.ZoneLost(0, zone, LOST_NS, upNs));
    }
    return sketch;
  }

  private static double value(RunResult result, String metric) {
    return result.value(metric).value().orElseThrow();
  }
}
