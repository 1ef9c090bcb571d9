package dev.haishin.model;

import static dev.haishin.model.WorldSketch.MS;
import static dev.haishin.model.WorldSketch.SECOND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.haishin.engine.Distributions;
import dev.haishin.results.RunResult;
import org.junit.jupiter.api.Test;

/** How long broadcasts take in a world of 6,000 people, all of them connected. */
class BroadcastCompletionTest {
  private static final String COMPLETE = "delivery.broadcast.complete";

  @Test
  void aBroadcastTakesItsAudienceOverItsPaceAndTheLastLeg() {
    RunResult result = sketch().broadcast(3 * SECOND, 1_000, 100).run();
    // One of 1,000 each 10 ms: the last is walked after 999 of them. Then four links of 0.1 ms or
    // 0.4 ms (worker, directory and back, gateway), 42 us of a worker, 8 us of the directory, 45 us
    // of a gateway, 10 ms of access, and now and then a heartbeat's 60 us ahead.
    double lastLegNs = value(result, COMPLETE) - 9_990.0 * MS;
    assertTrue(lastLegNs >= 10.495 * MS && lastLegNs <= 12.5 * MS, lastLegNs + " ns");
    assertEquals(value(result, "delivery.broadcast.max"), value(result, COMPLETE));
    assertEquals(1_000, value(result, "delivery.broadcast.count"));
  }

  @Test
  void oneThatIsNotThroughAtTheEndIsUnknownAndTheOtherIsNot() {
    // 100 a second for the 16 s that are left.
    RunResult result =
        sketch().broadcast(4 * SECOND, 6_000, 100).broadcast(3 * SECOND, 1_000, 1_000).run();
    assertFalse(result.value(COMPLETE).isKnown());
    String reason = result.value(COMPLETE + "{broadcast=1}").reason();
    assertTrue(reason.matches("440[0-9] of 6000 people had not had it by the run's end"), reason);
    assertEquals(1_000.0 * MS, value(result, COMPLETE + "{broadcast=2}"), 15 * MS);
  }

  @Test
  void whoLosesTheConnectionHasItWhenItIsBack() {
    WorldSketch sketch = sketch().broadcast(3 * SECOND + 500 * MS, 3_000, 30_000);
    RunResult result = sketch.disconnect(3 * SECOND + 501 * MS, 1).run();
    assertTrue(result.ledger().isBalanced());
    // The reconnects of 6,000 clients begin up to 500 ms later, and take the gateways' 8 loops
    // 150 us to 350 us each.
    assertEquals(550.0 * MS, value(result, COMPLETE), 100 * MS);
    assertEquals(value(result, "delivery.broadcast.max"), value(result, COMPLETE));
  }

  @Test
  void ofThoseWhoAreOfflineNobodyIsWaitedFor() {
    WorldSketch sketch = sketch().broadcast(3 * SECOND, 6_000, 3_000);
    sketch.connectedShare = 0.25;
    RunResult result = sketch.run();
    assertEquals(1_500, value(result, "delivery.broadcast.count"));
    assertEquals(2_000.0 * MS, value(result, COMPLETE), 25 * MS);
  }

  @Test
  void theThreadsChangeNothing() {
    WorldSketch sketch = sketch().broadcast(3 * SECOND + 7, 3_000, 1_000).crash(4 * SECOND, SECOND);
    sketch.connectedShare = 0.5;
    sketch.online = Distributions.exponential(10e9);
    World one = sketch.world(1);
    World two = sketch.world(2);
    RunResult ofOne = one.run(WorldSketch::quiet);
    RunResult ofTwo = two.run(WorldSketch::quiet);
    assertEquals(one.digest(), two.digest());
    assertEquals(ofOne.value(COMPLETE).toString(), ofTwo.value(COMPLETE).toString());
  }

  private static WorldSketch sketch() {
    WorldSketch sketch = new WorldSketch();
    sketch.connectedShare = 1;
    sketch.messagesPerSecond = 1;
    sketch.access = Distributions.fixed(10 * MS);
    return sketch;
  }

  private static double value(RunResult result, String path) {
    return result.value(path).value().getAsDouble();
  }
}
