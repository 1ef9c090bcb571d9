package dev.haishin.model;

import static dev.haishin.model.WorldSketch.MS;
import static dev.haishin.model.WorldSketch.SECOND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.haishin.engine.Distributions;
import dev.haishin.model.push.StorageRules;
import dev.haishin.results.LedgerColumn;
import dev.haishin.results.RunResult;
import org.junit.jupiter.api.Test;

/** Devices that sleep, in a whole world: what becomes of the pairs. */
class SleepingDevicesTest {

  @Test
  void thePairsAreReachedLaterGivenUpOrStillWaiting() {
    RunResult awake = sketch(0, 1).run();
    RunResult replaced = sketch(0.7, 1).run();
    RunResult dropped = sketch(0.7, 2).run();
    assertEquals(0, value(awake, "push.lapsed.count"));
    assertTrue(value(replaced, "push.lapsed.count") > 100);
    assertTrue(value(replaced, "push.collapsed.count") > 10);
    assertEquals(0, value(replaced, "push.discarded.count"));
    assertTrue(value(dropped, "push.discarded.count") > 10);
    assertEquals(0, value(dropped, "push.collapsed.count"));
    for (RunResult result : new RunResult[] {awake, replaced, dropped}) {
      assertEquals(0, result.ledger().differencePairs());
      assertEquals(0, result.ledger().pairsLost());
    }
    assertEquals(0, awake.ledger().pairs(LedgerColumn.EXPIRED));
    assertTrue(replaced.ledger().pairs(LedgerColumn.EXPIRED) > 100);
    assertTrue(
        replaced.ledger().pairs(LedgerColumn.PUSHED) < awake.ledger().pairs(LedgerColumn.PUSHED));
    assertTrue(
        value(replaced, "delivery.push.apns.mean") > 1.2 * value(awake, "delivery.push.apns.mean"));
  }

  @Test
  void partitionsChangeNothing() {
    World one = sketch(0.7, 2).world(1);
    World two = sketch(0.7, 2).world(2);
    RunResult ofOne = one.run(WorldSketch::quiet);
    RunResult ofTwo = two.run(WorldSketch::quiet);
    assertEquals(one.digest(), two.digest());
    for (String metric :
        new String[] {
          "push.lapsed.count", "push.discarded.count", "ledger.expired", "delivery.any.mean"
        }) {
      assertEquals(value(ofOne, metric), value(ofTwo, metric), metric);
    }
  }

  private static WorldSketch sketch(double asleep, int most) {
    WorldSketch sketch = new WorldSketch();
    sketch.betweenNs = 37 * MS;
    sketch.storage =
        new StorageRules(asleep, Distributions.exponential(8e9), 3 * SECOND, most, false);
    return sketch;
  }

  private static double value(RunResult result, String path) {
    return result.value(path).value().orElseThrow(() -> new AssertionError(result.value(path)));
  }
}
