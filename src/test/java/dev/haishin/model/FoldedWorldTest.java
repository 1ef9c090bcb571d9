package dev.haishin.model;

import static dev.haishin.model.WorldSketch.MS;
import static dev.haishin.model.WorldSketch.SECOND;
import static dev.haishin.model.WorldSketch.US;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.haishin.engine.Distributions;
import dev.haishin.results.RunResult;
import org.junit.jupiter.api.Test;

/**
 * A world goes as one in which more has an event of its own. Costs are drawn, so that no two things
 * come to a host at one instant: which of two such goes first is nobody's to say.
 */
class FoldedWorldTest {
  private static final String[] METRICS = {
    "delivery.online.count",
    "delivery.online.mean",
    "delivery.online.p90",
    "delivery.any.count",
    "delivery.any.mean",
    "delivery.any.stddev",
    "delivery.any.max",
    "delivery.sync.mean",
    "send.ack.mean",
    "connect.mean",
    "stage.session-lookup.wait.mean",
    "stage.inbox-write.wait.mean",
    "stage.gateway-out.wait.mean",
    "stage.fanout.wait.mean",
    "fanout.inbox-writes.count",
    "fanout.notifications.count",
    "redis.cpu.max",
    "store.cpu.max",
    "ledger.intended",
    "ledger.live",
    "ledger.synced",
    "ledger.pushed",
    "ledger.in-flight"
  };

  @Test
  void withRacksGoesAsOneOfSeparateHosts() {
    WorldPlan plan = sketch().plan();
    goesAlike(
        new WorldBuilder(plan, (zones, hosts) -> hosts).build(1),
        new WorldBuilder(plan, Math::min).build(1));
  }

  @Test
  void withStepsTakenLateGoesAsOneInWhichTheyAreTakenInTime() {
    WorldPlan plan = sketch().plan();
    goesAlike(
        new WorldBuilder(plan).stepsLateBy(0).build(1),
        new WorldBuilder(plan).stepsLateBy(plan.accessFloorNs() - 1).build(1));
  }

  private static void goesAlike(World apart, World folded) {
    RunResult wanted = apart.run(WorldSketch::quiet);
    RunResult found = folded.run(WorldSketch::quiet);
    for (String metric : METRICS) {
      assertEquals(value(wanted, metric), value(found, metric), metric);
    }
    assertTrue(value(found, "fanout.notifications.count") > 0);
    assertEquals(apart.tapDigest(), folded.tapDigest());
    String events = folded.events() + " of " + apart.events();
    assertTrue(folded.events() < 0.98 * apart.events(), events);
  }

  @Test
  void isToldFromAnotherSeed() {
    RunResult one = new WorldBuilder(sketch().plan()).build(1).run(WorldSketch::quiet);
    RunResult other = new WorldBuilder(sketch().seed(8).plan()).build(1).run(WorldSketch::quiet);
    assertNotEquals(value(one, "delivery.any.mean"), value(other, "delivery.any.mean"));
  }

  private static WorldSketch sketch() {
    WorldSketch sketch = new WorldSketch().lasting(6 * SECOND);
    sketch.betweenNs = 37 * MS;
    sketch.online = Distributions.exponential(6e9);
    sketch.shards = 20;
    sketch.commandCost = Distributions.exponential(8.0 * US);
    sketch.regionServers = 14;
    sketch.operationCost = Distributions.exponential(50.0 * US);
    sketch.recordCost = Distributions.exponential(40.0 * US);
    return sketch.crash(2 * SECOND, SECOND).broadcast(3 * SECOND, 2_000, 1_000);
  }

  private static double value(RunResult result, String metric) {
    return result.value(metric).value().orElseThrow();
  }
}
