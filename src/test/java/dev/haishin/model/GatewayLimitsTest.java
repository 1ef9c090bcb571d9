package dev.haishin.model;

import static dev.haishin.model.WorldSketch.SECOND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.haishin.delivery.HeartbeatPolicy;
import dev.haishin.model.failure.FailurePlan;
import dev.haishin.results.RunResult;
import org.junit.jupiter.api.Test;

/** Memory that is full, and what handshakes take of the processors. */
class GatewayLimitsTest {
  private static final int EACH_FITS = 800;
  private static final int GATEWAYS = 4;
  private static final int LOOPS = 2;

  @Test
  void whoDoesNotFitIntoMemoryIsRefused() {
    RunResult full = oneGone(EACH_FITS);
    // 3,000 had places; three gateways are left, and all of their places are taken.
    assertEquals(3 * EACH_FITS, value(full, "clients.connected.last"));
    assertEquals(EACH_FITS, value(full, "gateway.connections.max"));
    assertEquals(1, value(full, "gateway.memory.max"));
    // With room for all, only the dead gateway turns anyone away.
    RunResult roomy = oneGone(3_000);
    assertEquals(3_000, value(roomy, "clients.connected.last"));
    double byMemory = value(full, "connect.refused.count") - value(roomy, "connect.refused.count");
    assertTrue(byMemory >= 3_000 - 3 * EACH_FITS, byMemory + " refused");
  }

  @Test
  void connectsTakeTheirShareOfFullAndOfResumedHandshakes() {
    double connects = value(moved(0), "connect.attempts.count");
    assertTrue(connects > 700, connects + " connects");
    double full = busySeconds(moved(0));
    double resumed = busySeconds(moved(1));
    assertEquals(connects * (350e-6 - 150e-6), full - resumed, 1e-7);
    double share = 0.8;
    double mixed = connects * (share * 150e-6 + (1 - share) * 350e-6);
    double deviation = Math.sqrt(connects * share * (1 - share)) * 200e-6;
    assertEquals(mixed, busySeconds(moved(share)) - resumed + connects * 150e-6, 4 * deviation);
  }

  /** Four gateways, each with room for so many, of which one dies for good. */
  private static RunResult oneGone(int connections) {
    WorldSketch sketch = new WorldSketch().lasting(90 * SECOND).crash(3 * SECOND, 100 * SECOND);
    sketch.gatewayBytes = connections * (20L << 10);
    return sketch.run();
  }

  /** Nothing but the clients of one gateway that move to others. */
  private static RunResult moved(double resumedShare) {
    WorldSketch sketch = new WorldSketch();
    sketch.resumedShare = resumedShare;
    sketch.messagesPerSecond = 0;
    sketch.heartbeatNs = HeartbeatPolicy.NEVER;
    sketch.warmupNs = 0;
    sketch.failures.add(
        new FailurePlan.HostsDrained(
            Component.GATEWAYS, 0, new int[] {1}, 3 * SECOND, 4 * SECOND, 8 * SECOND));
    return sketch.run();
  }

  private static double busySeconds(RunResult result) {
    return value(result, "gateway.cpu.mean") * GATEWAYS * LOOPS * 20;
  }

  private static double value(RunResult result, String metric) {
    return result.value(metric).value().orElse(0);
  }
}
