package dev.haishin.model;

import static dev.haishin.model.WorldSketch.MS;
import static dev.haishin.model.WorldSketch.SECOND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.haishin.model.failure.Degradation.Step;
import dev.haishin.model.failure.FailurePlan;
import dev.haishin.model.failure.Outages;
import dev.haishin.results.Ledger;
import dev.haishin.results.LedgerColumn;
import dev.haishin.results.RunResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Push relays and providers that fail in a whole world: what becomes of the pairs. */
class PushFailureTest {

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aLostRelayLosesNoPairForTheInboxHoldsIt(boolean silent) {
    RunResult quiet = refusing().run();
    WorldSketch sketch = refusing();
    sketch.down(Component.RELAYS, 0, 10 * SECOND, 12 * SECOND, silent);
    RunResult lost = sketch.run();
    assertBalanced(quiet);
    assertBalanced(lost);
    double abandoned = value(lost, "push.abandoned.count");
    assertTrue(abandoned > 100, () -> "abandoned " + abandoned);
    assertEquals(0, value(quiet, "push.abandoned.count"));
    assertEquals(0, lost.ledger().pairsLost());
    // Nobody tries what the relay held any more: those pairs stay pending until their people come.
    assertTrue(pairs(lost, LedgerColumn.PENDING) > pairs(quiet, LedgerColumn.PENDING));
    assertTrue(pairs(lost, LedgerColumn.PUSHED) < pairs(quiet, LedgerColumn.PUSHED));
  }

  @Test
  void offeredIsAcceptedExpiredAbandonedAndQueued() {
    WorldSketch sketch = refusing();
    sketch.down(Component.RELAYS, 0, 10 * SECOND, 12 * SECOND, false);
    sketch.warmupNs = 0;
    RunResult result = sketch.run();
    assertEquals(
        value(result, "push.offered.count"),
        value(result, "push.accepted.count")
            + value(result, "push.expired.count")
            + value(result, "push.abandoned.count")
            + value(result, "push.queue.last"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"write", "read", "hybrid"})
  void theBooksBalanceWheneverARunStops(String strategy) {
    for (long endNs : new long[] {2_957_123_451L, 3_400_000_011L, 6_700_000_019L}) {
      WorldSketch sketch = new WorldSketch().strategy(strategy).lasting(endNs);
      sketch.down(Component.RELAYS, 0, 2 * SECOND, 3 * SECOND, true);
      sketch.down(Component.RELAYS, 1, 2_500 * MS, 6 * SECOND, false);
      degrade(sketch, Component.APNS, SECOND, 4 * SECOND, new Step(5, 0.5, 1));
      degrade(sketch, Component.FCM, SECOND, Outages.NEVER, new Step(5, 0.2, 0.001));
      assertBalanced(sketch.run());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3})
  void partitionsChangeNothing(int partitions) {
    assertEquals(digest(1), digest(partitions));
  }

  private static long digest(int partitions) {
    WorldSketch sketch = refusing().lasting(14 * SECOND);
    sketch.betweenNs = 37 * MS;
    sketch.down(Component.RELAYS, 0, 10 * SECOND, 12 * SECOND, true);
    World world = sketch.world(partitions);
    RunResult result = world.run(WorldSketch::quiet);
    long digest = world.tapDigest();
    for (String metric :
        new String[] {
          "push.offered.count",
          "push.accepted.count",
          "push.abandoned.count",
          "push.apns.errors.count",
          "push.fcm.errors.count",
          "push.retries.count",
          "delivery.any.count",
          "delivery.any.mean",
          "ledger.pushed",
          "ledger.pending"
        }) {
      digest = digest * 31 + Double.doubleToRawLongBits(value(result, metric));
    }
    return digest;
  }

  /** A world in which both services refuse everything from 4 s to 18 s. */
  private static WorldSketch refusing() {
    WorldSketch sketch = new WorldSketch().lasting(60 * SECOND);
    degrade(sketch, Component.APNS, 4 * SECOND, 18 * SECOND, new Step(1, 1, 1));
    degrade(sketch, Component.FCM, 4 * SECOND, 18 * SECOND, new Step(1, 1, 1));
    return sketch;
  }

  private static void degrade(
      WorldSketch sketch, int provider, long fromNs, long untilNs, Step step) {
    sketch.failures.add(
        new FailurePlan.Degraded(provider, -1, new int[] {0}, fromNs, untilNs, step));
  }

  private static void assertBalanced(RunResult result) {
    Ledger ledger = result.ledger();
    assertEquals(0, ledger.differencePairs());
    assertTrue(ledger.isBalanced());
    assertEquals(0, ledger.pairsLost());
    result.littleChecks().forEach(check -> assertTrue(check.holds(), check::toString));
  }

  private static double value(RunResult result, String path) {
    return result.value(path).value().orElseThrow(() -> new AssertionError(result.value(path)));
  }

  private static double pairs(RunResult result, LedgerColumn column) {
    return result.ledger().pairs(column);
  }
}
