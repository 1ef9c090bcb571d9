package dev.haishin.model;

import static dev.haishin.model.WorldSketch.SECOND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.haishin.engine.Distributions;
import dev.haishin.model.failure.FailurePlan;
import dev.haishin.model.failure.Outages;
import dev.haishin.model.kafka.GroupSettings;
import dev.haishin.results.LedgerColumn;
import dev.haishin.results.RunResult;
import org.junit.jupiter.api.Test;

/** A lost worker's partitions move, its uncommitted records come again, and no pair is lost. */
class WorkerLossTest {
  private static final long SESSION_NS = 6 * SECOND;

  @Test
  void everyPairIsBookedOnceWhateverDiesAndWheneverTheRunEnds() {
    String[] strategies = {"write", "read", "hybrid"};
    int turn = 0;
    // Before the deaths, at once after, before and after the take-over, and after the return.
    for (double endS : new double[] {3.9, 4.001, 4.1, 8, 9.9, 10.11, 11, 13, 16}) {
      WorldSketch sketch = sketch(true).strategy(strategies[turn % 3]).lasting((long) (endS * 1e9));
      sketch.failures.add(down(0, 4 * SECOND, 12 * SECOND, turn++ % 2 == 0, 1, 2));
      RunResult result = sketch.run();
      assertTrue(
          result.ledger().isBalanced(), endS + " off by " + result.ledger().differencePairs());
      assertEquals(0, result.ledger().pairsLost());
    }
  }

  @Test
  void aSlowStoreLeavesMuchInWorkAndNoneOfItIsLost() {
    for (boolean cooperative : new boolean[] {false, true}) {
      WorldSketch sketch = sketch(cooperative).strategy("write");
      sketch.operationCost = Distributions.exponential(20e6);
      sketch.regionServers = 3;
      sketch.recordCost = Distributions.exponential(4e6);
      sketch.failures.add(down(0, 4 * SECOND, 9 * SECOND, true, 1));
      sketch.failures.add(down(0, 11 * SECOND, 14 * SECOND, false, 0, 3));
      RunResult result = sketch.run();
      assertTrue(result.ledger().isBalanced(), () -> "off by " + result.ledger().differencePairs());
    }
  }

  @Test
  void afterTheEndOfTheRunADeathChangesNothing() {
    RunResult quiet = sketch(true).lasting(8 * SECOND).broadcast(3 * SECOND, 2_000, 1_000).run();
    WorldSketch later = sketch(true).lasting(8 * SECOND).broadcast(3 * SECOND, 2_000, 1_000);
    later.failures.add(down(0, 9 * SECOND, Outages.NEVER, false, 1));
    RunResult mortal = later.run();
    for (String metric :
        new String[] {
          "delivery.any.count", "delivery.any.mean", "delivery.online.max", "engine.events"
        }) {
      assertEquals(value(quiet, metric), value(mortal, metric), metric);
    }
  }

  @Test
  void anEagerGroupKeepsEverybodyWaitingAndACooperativeOneOnlyTheDeadWorkersChats() {
    // Of 15 s of taps, those of 6 s and 100 ms or 3 s wait: for a quarter of the chats, or all.
    WorldSketch cooperative = sketch(true);
    WorldSketch eager = sketch(false);
    for (WorldSketch sketch : new WorldSketch[] {cooperative, eager}) {
      sketch.online = null;
      sketch.failures.add(down(0, 4 * SECOND, Outages.NEVER, true, 1));
    }
    RunResult one = cooperative.run();
    RunResult other = eager.run();
    double oneMax = value(one, "delivery.online.max");
    double otherMax = value(other, "delivery.online.max");
    assertTrue(oneMax > 3.1e9 && oneMax < 6.1e9 + 1e9, () -> "cooperative " + oneMax);
    assertTrue(otherMax > 6e9 && otherMax < 9e9 + 1e9, () -> "eager " + otherMax);
    assertTrue(value(one, "delivery.online.mean") < 0.75 * value(other, "delivery.online.mean"));
  }

  @Test
  void twoHomesRelayAgainWhatADeadWorkerMayNotHaveRelayed() {
    for (boolean silent : new boolean[] {false, true}) {
      WorldSketch sketch = sketch(true);
      sketch.betweenNs = 37_000_000;
      sketch.failures.add(down(0, 4 * SECOND, 9 * SECOND, silent, 1, 2));
      sketch.failures.add(down(1, 5 * SECOND, Outages.NEVER, silent, 0));
      RunResult result = sketch.broadcast(3 * SECOND, 2_000, 1_000).run();
      assertTrue(result.ledger().isBalanced(), () -> "off by " + result.ledger().differencePairs());
      assertEquals(0, result.ledger().pairsLost());
    }
  }

  @Test
  void aZoneTakesWorkersAndBrokersAtOnceAndNothingIsLost() {
    for (double endS : new double[] {4.05, 9, 12, 16, 40}) {
      WorldSketch sketch = sketch(true).lasting((long) (endS * 1e9));
      sketch.betweenNs = 37_000_000;
      sketch.failures.add(new FailurePlan.ZoneLost(0, 1, 4 * SECOND, 14 * SECOND));
      RunResult result = sketch.broadcast(3 * SECOND, 4_000, 500).run();
      assertEquals(0, result.ledger().differencePairs(), "at " + endS);
      assertEquals(0, result.ledger().pairsLost(), "at " + endS);
    }
  }

  @Test
  void noResultDependsOnTheNumberOfPartitions() {
    for (boolean cooperative : new boolean[] {false, true}) {
      WorldSketch sketch = sketch(cooperative);
      sketch.betweenNs = 37_000_000;
      sketch.failures.add(down(0, 4 * SECOND, 7 * SECOND, true, 1, 2));
      sketch.failures.add(down(1, 5 * SECOND, Outages.NEVER, false, 0));
      sketch.failures.add(new FailurePlan.ZoneLost(1, 2, 12 * SECOND, 16 * SECOND));
      sketch.broadcast(3 * SECOND, 3_000, 500);
      long digest = digest(sketch, 1);
      assertEquals(digest, digest(sketch, 2));
      assertEquals(digest, digest(sketch, 3));
    }
  }

  @Test
  void recipientsDropTheCopiesOfWhatHadReachedThem() {
    WorldSketch sketch = sketch(true);
    sketch.failures.add(down(0, 4 * SECOND, Outages.NEVER, false, 1));
    sketch.online = null;
    RunResult result = sketch.run();
    WorldSketch still = sketch(true);
    still.online = null;
    RunResult quiet = still.run();
    // A quarter of 200 messages a second, of up to a second since the last commit.
    double copies = value(result, "duplicates.sent.count");
    assertEquals(0, value(quiet, "duplicates.sent.count"));
    assertTrue(copies > 0 && copies < 300, () -> "copies " + copies);
    assertEquals(
        quiet.ledger().pairs(LedgerColumn.INTENDED), result.ledger().pairs(LedgerColumn.INTENDED));
    assertEquals(
        quiet.ledger().pairs(LedgerColumn.LIVE), result.ledger().pairs(LedgerColumn.LIVE), 200);
  }

  private static double value(RunResult result, String metric) {
    return result.value(metric).value().orElseThrow();
  }

  private static long digest(WorldSketch sketch, int partitions) {
    World world = sketch.world(partitions);
    world.run(WorldSketch::quiet);
    return world.digest();
  }

  private static WorldSketch sketch(boolean cooperative) {
    WorldSketch sketch = new WorldSketch().lasting(20 * SECOND);
    sketch.group = GroupSettings.of(SESSION_NS, cooperative);
    sketch.online = Distributions.exponential(20e9);
    return sketch;
  }

  private static FailurePlan down(
      int region, long atNs, long upNs, boolean silent, int... workers) {
    return new FailurePlan.HostsDown(Component.WORKERS, region, workers, atNs, upNs, silent);
  }
}
