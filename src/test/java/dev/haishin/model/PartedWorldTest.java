package dev.haishin.model;

import static dev.haishin.model.WorldSketch.SECOND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.haishin.engine.Distributions;
import dev.haishin.model.failure.FailurePlan;
import dev.haishin.model.failure.Outages;
import dev.haishin.results.RunResult;
import org.junit.jupiter.api.Test;

/** Two regions, each with a home of its own, lose sight of each other for a while. */
class PartedWorldTest {
  private static final long MS = 1_000_000;

  @Test
  void everyPairIsBookedOnceWheneverTheRunEnds() {
    String[] strategies = {"write", "read", "hybrid"};
    int turn = 0;
    for (double endS : new double[] {4.001, 4.2, 5, 9, 12.1, 20, 40}) {
      WorldSketch sketch = sketch().strategy(strategies[turn++ % 3]).lasting((long) (endS * 1e9));
      sketch.failures.add(new FailurePlan.Parted(0, 1, 4 * SECOND, 12 * SECOND));
      RunResult result = sketch.broadcast(3 * SECOND, 4_000, 500).run();
      assertEquals(0, result.ledger().differencePairs(), "at " + endS);
      assertEquals(0, result.ledger().pairsLost(), "at " + endS);
    }
  }

  @Test
  void whoIsHomeInTheOtherRegionWaitsForTheEndAndNobodyElseDoes() {
    WorldSketch sketch = sketch().lasting(40 * SECOND);
    sketch.failures.add(new FailurePlan.Parted(0, 1, 4 * SECOND, 12 * SECOND));
    RunResult result = sketch.run();
    // A relay record of 4 s is sent again at 4 + 0.274 x (2^k - 1) s: for k = 5 at 12.494 s; one
    // that is the first on its connection later on, at most as long after the cut as it waited
    // in it, so before 20.3 s.
    double longest = value(result, "delivery.online.max");
    assertTrue(longest > 8e9 && longest < 17e9, () -> "longest " + longest);
    double median = value(result, "delivery.online.p50");
    assertTrue(median < 0.3e9, () -> "median " + median);
  }

  @Test
  void theSameBytesOnAnyNumberOfPartitions() {
    WorldSketch sketch = sketch().lasting(20 * SECOND);
    sketch.jitter = Distributions.exponential(3e6);
    sketch.failures.add(new FailurePlan.Parted(1, 0, 4 * SECOND, 12 * SECOND));
    assertEquals(digest(sketch, 1), digest(sketch, 2));
  }

  @Test
  void aCutThatBeginsAfterTheEndOfTheRunChangesNoLatency() {
    RunResult quiet = sketch().lasting(8 * SECOND).run();
    WorldSketch later = sketch().lasting(8 * SECOND);
    later.failures.add(new FailurePlan.Parted(0, 1, 9 * SECOND, Outages.NEVER));
    RunResult parted = later.run();
    for (String metric : new String[] {"delivery.any.count", "delivery.any.mean"}) {
      assertEquals(value(quiet, metric), value(parted, metric), metric);
    }
  }

  @Test
  void jitterComesOnTopOfTheWayBetweenRegions() {
    WorldSketch still = sketch().lasting(20 * SECOND);
    WorldSketch jittery = sketch().lasting(20 * SECOND);
    jittery.jitter = Distributions.fixed(500 * MS);
    RunResult base = still.run();
    RunResult more = jittery.run();
    // Chats of the other home: to its Kafka and back. Most chats are not.
    double slowest = value(more, "send.ack.p99") - value(base, "send.ack.p99");
    assertTrue(slowest > 0.8e9 && slowest < 1.2e9, () -> "1 s more, not " + slowest);
    assertEquals(value(base, "send.ack.p50"), value(more, "send.ack.p50"), 10e6);
  }

  private static WorldSketch sketch() {
    WorldSketch sketch = new WorldSketch();
    sketch.betweenNs = 37 * MS;
    return sketch;
  }

  private static long digest(WorldSketch sketch, int partitions) {
    World world = sketch.world(partitions);
    world.run(WorldSketch::quiet);
    return world.digest();
  }

  private static double value(RunResult result, String metric) {
    return result.value(metric).value().orElseThrow();
  }
}
