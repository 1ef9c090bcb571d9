package dev.haishin.model;

import static dev.haishin.model.WorldSketch.MS;
import static dev.haishin.model.WorldSketch.SECOND;
import static dev.haishin.model.WorldSketch.US;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.haishin.engine.Distributions;
import dev.haishin.model.failure.Outages;
import dev.haishin.results.Ledger;
import dev.haishin.results.LedgerColumn;
import dev.haishin.results.LittleCheck;
import dev.haishin.results.RunResult;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole worlds in which session shards and region servers crash and vanish. */
class RackFailureTest {
  private static final long[] ENDS_NS = {
    3_000_000_001L, 3_020_000_003L, 4_100_000_007L, 5_531_000_017L, 6_700_000_019L, 12_100_000_021L
  };

  @ParameterizedTest
  @ValueSource(strings = {"write", "read", "hybrid"})
  void theBooksBalanceWheneverARunWithCrashesStops(String strategy) {
    for (long endNs : ENDS_NS) {
      WorldSketch sketch = new WorldSketch().strategy(strategy).lasting(endNs);
      sketch.down(Component.SHARDS, 1, 3 * SECOND, 8 * SECOND, false);
      sketch.down(Component.REGION_SERVERS, 2, 3 * SECOND, 7 * SECOND, false);
      assertBalanced(sketch, endNs);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"write", "read", "hybrid"})
  void theBooksBalanceWheneverARunWithVanishedHostsStops(String strategy) {
    for (long endNs : ENDS_NS) {
      WorldSketch sketch = new WorldSketch().strategy(strategy).lasting(endNs);
      sketch.online = Distributions.exponential(4e9);
      sketch.down(Component.SHARDS, 0, 3 * SECOND, Outages.NEVER, true);
      sketch.down(Component.REGION_SERVERS, 5, 3 * SECOND, 5 * SECOND, true);
      sketch.down(Component.REGION_SERVERS, 4, 3 * SECOND + 7 * MS, Outages.NEVER, true);
      sketch.crash(2 * SECOND, SECOND).broadcast(2 * SECOND, 3_000, 2_000);
      assertBalanced(sketch, endNs);
    }
  }

  @Test
  void nobodyIsMissedForGoodOnceAllIsBack() {
    WorldSketch sketch = new WorldSketch().lasting(30 * SECOND);
    sketch.down(Component.SHARDS, 1, 3 * SECOND, 9 * SECOND, true);
    sketch.down(Component.REGION_SERVERS, 2, 3 * SECOND, 9 * SECOND, true);
    RunResult troubled = sketch.run();
    RunResult quiet = new WorldSketch().lasting(30 * SECOND).run();
    double reached = pairs(troubled, LedgerColumn.LIVE) + pairs(troubled, LedgerColumn.SYNCED);
    assertEquals(pairs(quiet, LedgerColumn.LIVE), reached, 0.01 * reached);
    assertEquals(0, troubled.ledger().pairsLost());
    assertTrue(pairs(troubled, LedgerColumn.SYNCED) > 20);
    assertTrue(value(troubled, "delivery.online.max") > 2e9);
  }

  @Test
  void noResultDependsOnTheNumberOfThreads() {
    Set<Long> digests = new TreeSet<>();
    Set<Double> delays = new TreeSet<>();
    for (int partitions = 1; partitions <= 3; partitions++) {
      World world = World.build(troubled().plan(), partitions);
      delays.add(value(world.run(WorldSketch::quiet), "delivery.any.mean"));
      digests.add(world.digest());
    }
    assertEquals(1, digests.size());
    assertEquals(1, delays.size());
  }

  @Test
  void hostsInRacksFailAsHostsOfTheirOwnDo() {
    WorldPlan plan = troubled().plan();
    World apart = new WorldBuilder(plan, (zones, hosts) -> hosts).build(1);
    World racked = new WorldBuilder(plan, Math::min).build(1);
    RunResult wanted = apart.run(WorldSketch::quiet);
    RunResult found = racked.run(WorldSketch::quiet);
    for (String metric :
        new String[] {
          "delivery.online.count",
          "delivery.online.mean",
          "delivery.any.count",
          "delivery.any.mean",
          "delivery.any.max",
          "delivery.sync.count",
          "connect.mean",
          "connect.refused.count",
          "stage.session-lookup.wait.mean",
          "stage.inbox-write.wait.mean",
          "fanout.inbox-writes.count",
          "redis.cpu.max",
          "redis.memory.max",
          "store.cpu.max",
          "ledger.live",
          "ledger.synced",
          "ledger.pushed"
        }) {
      assertEquals(value(wanted, metric), value(found, metric), metric);
    }
    assertTrue(value(found, "connect.refused.count") > 0);
  }

  /** A shard and a server crash, others vanish, and a zone is lost; costs are drawn. */
  private static WorldSketch troubled() {
    WorldSketch sketch = new WorldSketch().lasting(11 * SECOND);
    sketch.online = Distributions.exponential(6e9);
    sketch.shards = 20;
    sketch.commandCost = Distributions.exponential(8.0 * US);
    sketch.regionServers = 14;
    sketch.operationCost = Distributions.exponential(50.0 * US);
    sketch.recordCost = Distributions.exponential(40.0 * US);
    sketch.down(Component.SHARDS, 4, 2 * SECOND, 3 * SECOND, false);
    sketch.down(Component.SHARDS, 5, 2 * SECOND, Outages.NEVER, true);
    sketch.down(Component.SHARDS, 6, 2 * SECOND + MS, 6 * SECOND, false);
    sketch.down(Component.SHARDS, 7, 5 * SECOND, 7 * SECOND, true);
    sketch.down(Component.REGION_SERVERS, 3, 2 * SECOND, 6 * SECOND, false);
    sketch.down(Component.REGION_SERVERS, 8, 3 * SECOND, Outages.NEVER, true);
    return sketch;
  }

  private static void assertBalanced(WorldSketch sketch, long endNs) {
    RunResult result = sketch.run();
    Ledger ledger = result.ledger();
    assertEquals(0, ledger.differencePairs(), () -> "stopped at " + endNs + " ns");
    assertTrue(ledger.isBalanced(), () -> "stopped at " + endNs + " ns");
    assertEquals(0, ledger.pairsLost());
    for (LittleCheck check : result.littleChecks()) {
      assertTrue(check.holds(), () -> check + " when stopped at " + endNs + " ns");
    }
  }

  private static double pairs(RunResult result, LedgerColumn column) {
    return result.ledger().pairs(column);
  }

  private static double value(RunResult result, String path) {
    return result.value(path).value().orElseThrow(() -> new AssertionError(result.value(path)));
  }
}
