package dev.haishin.model;

import static dev.haishin.model.WorldSketch.SECOND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.haishin.engine.Distributions;
import dev.haishin.results.RunResult;
import org.junit.jupiter.api.Test;

/**
 * A broadcast at 3 s to 6,000 people within a second: 3,000 are connected, the others get a push,
 * all but some of them within 10 s.
 */
class PushOpensTest {
  @Test
  void theShareOfThosePushedComesOnlineAfterTheWait() {
    RunResult result = sketch(0.2, 5).run();
    assertTrue(result.ledger().isBalanced());
    // A fifth of 3,000; four standard deviations of the binomial are 88.
    double came = value(result, "clients.connected.last") - 3_000;
    assertEquals(600, came, 88);
    assertEquals(came, value(result, "connect.attempts.count"));
    // The first push is under way at 3 s, so nobody who waits 5 s is there before 8 s.
    assertEquals(3_000, value(result, "clients.connected.max[2s..8s]"));
    assertTrue(value(result, "clients.connected.max[8s..12s]") > 3_100);
  }

  @Test
  void whoWaitsLongerComesLater() {
    assertEquals(3_000, value(sketch(1, 15).run(), "clients.connected.max[2s..18s]"));
  }

  @Test
  void allOfThemOpenTheAppAndSyncWhichGatewaysAndStoreFeel() {
    RunResult none = sketch(0, 5).run();
    RunResult all = sketch(1, 5).run();
    assertEquals(0, value(none, "connect.attempts.count"));
    assertEquals(3_000, value(none, "clients.connected.last"));
    assertEquals(6_000, value(all, "clients.connected.last"), 3);
    // 150 us or 350 us of CPU for each handshake, one in five a full one: 190 us on the mean, on 4
    // gateways of 2 cores for 38 s, and 45 us for the frame that brings what was missed.
    double more = value(all, "gateway.cpu.mean") - value(none, "gateway.cpu.mean");
    double busyPerClientUs = more * 4 * 2 * 38e6 / 3_000;
    assertTrue(busyPerClientUs > 190 + 45, busyPerClientUs + " us");
    assertTrue(value(all, "store.cpu.mean") > value(none, "store.cpu.mean"));
    assertTrue(value(all, "delivery.sync.count") >= 2_900);
  }

  @Test
  void theirSessionsEndAsOthersDo() {
    WorldSketch sketch = sketch(1, 5);
    sketch.online = Distributions.exponential(4e9);
    RunResult result = sketch.run();
    assertTrue(result.ledger().isBalanced());
    assertTrue(value(result, "clients.connected.max[8s..14s]") > 3_300);
    assertEquals(3_000, value(result, "clients.connected.mean[35s..40s]"), 200);
  }

  @Test
  void theThreadsChangeNothing() {
    WorldSketch sketch = sketch(0.5, 1);
    sketch.online = Distributions.exponential(4e9);
    World one = sketch.world(1);
    World two = sketch.world(2);
    one.run(WorldSketch::quiet);
    two.run(WorldSketch::quiet);
    assertEquals(one.digest(), two.digest());
  }

  private static WorldSketch sketch(double share, int afterSeconds) {
    WorldSketch sketch = new WorldSketch().lasting(40 * SECOND);
    sketch.messagesPerSecond = 1;
    sketch.opensShare = share;
    sketch.opensAfter = Distributions.fixed(afterSeconds * SECOND);
    return sketch.broadcast(3 * SECOND, 6_000, 6_000);
  }

  private static double value(RunResult result, String path) {
    return result.value(path).value().getAsDouble();
  }
}
