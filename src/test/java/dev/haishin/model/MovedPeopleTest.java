package dev.haishin.model;

import static dev.haishin.model.WorldSketch.MS;
import static dev.haishin.model.WorldSketch.SECOND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.haishin.engine.Distributions;
import dev.haishin.model.failure.FailurePlan;
import dev.haishin.model.failure.Outages;
import dev.haishin.model.population.ChatKind;
import dev.haishin.results.Incident;
import dev.haishin.results.RunResult;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * All 2,000 people of Singapore are connected to gateways of Tokyo from 15 s on, and write to each
 * other, as those of Tokyo do: 200 messages a second each, of 200 bytes and 63 of sealing (L40).
 */
class MovedPeopleTest {
  private static final int PEOPLE = 2_000;
  private static final double BODY = 263;
  private static final double IDS = 32;
  private static final long WAY_NS = 37 * MS;
  private static final long LAST_MILE_NS = 25 * MS;

  @Test
  void whatTheyWriteAndAreSentCrossesTheBorder() {
    RunResult result = moved(WAY_NS).run();
    for (String way : new String[] {"from=singapore,to=tokyo", "from=tokyo,to=singapore"}) {
      double frames = crossed(result, way, "metadata") / IDS;
      double bodies = crossed(result, way, "body");
      assertEquals(200 * 20, frames, 200, way);
      // A late push makes one who is connected ask again, and be answered in rows of 150 bytes.
      double answers = way.startsWith("from=tokyo") ? 0.005 * bodies : 0;
      assertEquals(frames * BODY, bodies, answers, way);
    }
  }

  /** Up and down, half of all messages take 36 ms more each time. */
  @Test
  void aDeliveryTakesTheWayThereAndBack() {
    RunResult far = moved(WAY_NS).run();
    RunResult near = moved(MS).run();
    double more = value(far, "delivery.online.mean") - value(near, "delivery.online.mean");
    assertEquals(0.5 * 2 * (WAY_NS - MS), more, 2 * MS);
    double slowHalf = value(far, "delivery.online.p90");
    assertTrue(slowHalf >= 2 * (LAST_MILE_NS + WAY_NS), () -> "p90 " + slowHalf);
  }

  /**
   * What is sent at 25 s is sent again 324 ms later (the time-out of 200 ms and a round trip of 124
   * ms), at 972 ms, and at 2.268 s; a beat is answered within its 3 s.
   */
  @Test
  void aShortCutHoldsTheirFramesUpAndLosesNobody() {
    WorldSketch sketch = moved(WAY_NS);
    sketch.failures.add(new FailurePlan.Parted(0, 1, 25 * SECOND, 27 * SECOND));
    RunResult result = sketch.run();
    String up = "cross-border.bytes.count{from=singapore,to=tokyo,data=body}";
    assertEquals(0, value(result, up + "[26s..27s]"), "none is read");
    assertTrue(value(result, up + "[27s..28s]") > 1.2 * 200 * BODY, "and then more");
    double longest = value(result, "delivery.online.max");
    assertTrue(longest > 2e9 && longest < 2.268e9 + 0.5e9, () -> "longest " + longest);
    assertEquals(0, value(result, "disconnects.count"));
    assertEquals(2 * PEOPLE, value(result, "clients.connected.last"));
    assertEquals(0, result.ledger().differencePairs());
  }

  @Test
  void aLongCutIsNoticedByBeatsAndNobodyIsConnectedUntilItIsOver() {
    WorldSketch sketch = longCut(60);
    RunResult result = sketch.run();
    result.fail(
        List.of(
            new Incident("lose region", 5 * SECOND, -1),
            new Incident("partition", 25 * SECOND, 12 * SECOND)));
    assertEquals(PEOPLE, result.aftermaths().get(1).connectionsLost());
    assertEquals(PEOPLE, value(result, "clients.connected.mean[35s..36s]"), "those of Tokyo");
    assertEquals(2 * PEOPLE, value(result, "clients.connected.last"));
  }

  @Test
  void everyPairIsBookedOnceWheneverTheRunEnds() {
    for (double endS : new double[] {25.01, 27, 31.3, 37.05, 40, 52}) {
      RunResult result = longCut(endS).run();
      assertEquals(0, result.ledger().differencePairs(), "at " + endS);
      assertEquals(0, result.ledger().pairsLost(), "at " + endS);
    }
  }

  @Test
  void theSameEventsOnAnyNumberOfPartitions() {
    assertEquals(digest(1), digest(2));
  }

  private static long digest(int partitions) {
    WorldSketch sketch = longCut(45);
    sketch.online = Distributions.exponential(6e9);
    sketch.connectedShare = 0.5;
    sketch.accessLoss = 0.01;
    sketch.typingPerSecond = 50;
    World world = sketch.world(partitions);
    world.run(WorldSketch::quiet);
    return world.digest();
  }

  private static WorldSketch longCut(double endS) {
    WorldSketch sketch = moved(WAY_NS);
    sketch.durationNs = (long) (endS * 1e9);
    sketch.failures.add(new FailurePlan.Parted(1, 0, 25 * SECOND, 37 * SECOND));
    return sketch;
  }

  private static WorldSketch moved(long wayNs) {
    WorldSketch sketch = new WorldSketch().lasting(40 * SECOND);
    sketch.warmupNs = 20 * SECOND;
    sketch.users = PEOPLE;
    sketch.connectedShare = 1;
    sketch.locality = 1;
    sketch.kinds = new ChatKind[] {new ChatKind(0, Distributions.fixed(2), 20, 0)};
    sketch.shares = new double[] {1};
    sketch.payload = Distributions.fixed(200);
    sketch.betweenNs = wayNs;
    sketch.sharesHome = true;
    sketch.failover = List.of(0);
    sketch.access = Distributions.fixed(LAST_MILE_NS);
    sketch.backoffBaseNs = SECOND;
    for (int zone = 0; zone < 3; zone++) {
      sketch.failures.add(new FailurePlan.ZoneLost(1, zone, 5 * SECOND, Outages.NEVER));
    }
    return sketch;
  }

  private static double crossed(RunResult result, String way, String data) {
    return value(result, "cross-border.bytes.count{" + way + ",data=" + data + "}");
  }

  private static double value(RunResult result, String metric) {
    return result.value(metric).value().orElseThrow(() -> new AssertionError(metric));
  }
}
