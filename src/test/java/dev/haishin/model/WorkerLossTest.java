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
    for (long endNs = 5 * SECOND; endNs <= 20 * SECOND; endNs += 3 * SECOND) {
      for (boolean silent : new boolean[] {false, true}) {
        for (String strategy : new String[] {"write", "read", "hybrid"}) {
          WorldSketch sketch = sketch(true).strategy(strategy).lasting(endNs);
          sketch.failures.add(down(0, 4 * SECOND, 9 * SECOND, silent, 1, 2));
          RunResult result = sketch.run();
          String what = strategy + " " + silent + " " + endNs;
          assertEquals(0, result.ledger().differencePairs(), what);
          assertTrue(result.ledger().isBalanced(), what);
        }
      }
    }
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
  void noResultDependsOnTheNumberOfPartitions() {
    for (boolean cooperative : new boolean[] {false, true}) {
      WorldSketch sketch = sketch(cooperative);
      sketch.betweenNs = 37_000_000;
      sketch.failures.add(down(0, 4 * SECOND, 7 * SECOND, true, 1, 2));
      sketch.failures.add(down(1, 5 * SECOND, Outages.NEVER, false, 0));
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
    RunResult result = sketch.run();
    RunResult quiet = sketch(true).run();
    // A quarter of 200 messages a second, of up to a second since the last commit.
    double copies = result.value("duplicates.sent.count").value().orElseThrow();
    assertEquals(0, quiet.value("duplicates.sent.count").value().orElseThrow());
    assertTrue(copies > 0 && copies < 300, () -> "copies " + copies);
    assertEquals(
        quiet.ledger().pairs(LedgerColumn.INTENDED), result.ledger().pairs(LedgerColumn.INTENDED));
    assertEquals(
        quiet.ledger().pairs(LedgerColumn.LIVE), result.ledger().pairs(LedgerColumn.LIVE), 200);
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
