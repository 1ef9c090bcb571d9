package dev.haishin.model;

import static dev.haishin.model.WorldSketch.MS;
import static dev.haishin.model.WorldSketch.SECOND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.haishin.engine.Distributions;
import dev.haishin.model.failure.Outages;
import dev.haishin.results.Ledger;
import dev.haishin.results.LedgerColumn;
import dev.haishin.results.ReachLine;
import dev.haishin.results.RunResult;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The books of a whole world: wherever a run is stopped, every pair stands in one place. */
class WorldLedgerTest {
  /** Instants on and off second marks, before, during and after the failure at 3 s. */
  private static final long[] ENDS_NS = {
    211 * MS,
    999_999_937L,
    2_957_123_451L,
    3_000_000_001L,
    3_020_000_003L,
    3_200_000_011L,
    4_000_000_007L,
    5_031_000_017L,
    6_700_000_019L,
    9_100_000_021L
  };

  @ParameterizedTest
  @ValueSource(strings = {"write", "read", "hybrid", "cost-based"})
  void balancesWheneverAQuietRunStops(String strategy) {
    for (long endNs : ENDS_NS) {
      assertBalanced(new WorldSketch().strategy(strategy).lasting(endNs), endNs);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"write", "read", "hybrid", "cost-based"})
  void balancesWheneverARunWithACrashStops(String strategy) {
    for (long endNs : ENDS_NS) {
      WorldSketch sketch = new WorldSketch().strategy(strategy).lasting(endNs);
      assertBalanced(sketch.crash(3 * SECOND, 2 * SECOND), endNs);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"write", "read", "hybrid", "cost-based"})
  void balancesWheneverARunWithAVanishedGatewayStops(String strategy) {
    for (long endNs : ENDS_NS) {
      WorldSketch sketch = new WorldSketch().strategy(strategy).lasting(endNs);
      sketch.outboxTimeoutNs = SECOND;
      long forNs = endNs % 2 == 0 ? Outages.NEVER : 2 * SECOND;
      assertBalanced(sketch.vanish(3 * SECOND, forNs), endNs);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"write", "read", "hybrid", "cost-based"})
  void balancesWhenACarrierDropsHalfOfTheClients(String strategy) {
    for (long endNs : ENDS_NS) {
      WorldSketch sketch = new WorldSketch().strategy(strategy).lasting(endNs);
      assertBalanced(sketch.disconnect(3 * SECOND, 0.5), endNs);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"write", "read", "hybrid", "cost-based"})
  void balancesWhenPeopleComeAndGoAndEverythingFails(String strategy) {
    for (long endNs : ENDS_NS) {
      WorldSketch sketch = new WorldSketch().strategy(strategy).lasting(endNs);
      sketch.online = Distributions.exponential(4e9);
      sketch.crash(2 * SECOND, SECOND).vanish(4 * SECOND, SECOND).disconnect(3 * SECOND, 0.3);
      sketch.broadcast(2 * SECOND, 3_000, 2_000);
      sketch.receiptsPerDelivery = 0.5;
      sketch.typingPerSecond = 100;
      sketch.betweenNs = 37 * MS;
      assertBalanced(sketch, endNs);
    }
  }

  private static void assertBalanced(WorldSketch sketch, long endNs) {
    RunResult result = sketch.run();
    Ledger ledger = result.ledger();
    assertEquals(0, ledger.differencePairs(), () -> "stopped at " + endNs + " ns");
    assertTrue(ledger.isBalanced(), () -> "stopped at " + endNs + " ns");
    assertEquals(0, ledger.pairsLost());
    assertEquals(
        ledger.pairs(LedgerColumn.PENDING) + ledger.pairs(LedgerColumn.EXPIRED),
        result.reach().stream().mapToLong(ReachLine::never).sum(),
        "by region and platform they add up to the books");
    if (endNs > SECOND) {
      assertTrue(ledger.pairs(LedgerColumn.LIVE) > 0);
      assertTrue(ledger.pairs(LedgerColumn.IN_FLIGHT) > 0);
    }
  }
}
