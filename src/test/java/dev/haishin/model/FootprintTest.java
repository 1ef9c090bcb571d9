package dev.haishin.model;

import static dev.haishin.model.WorldSketch.SECOND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.haishin.engine.Distributions;
import org.junit.jupiter.api.Test;

/** At most 32 bytes a user over all tables, heartbeats included; by the length of the arrays. */
class FootprintTest {
  private static final double MOST = 32;

  @Test
  void everyoneConnectedTakesAtMost32BytesAUser() {
    Footprint footprint = afterTheRun(sketch(1));
    assertEquals(16, (double) footprint.rowBytes() / footprint.users());
    assertEquals(4, (double) footprint.sessionBytes() / footprint.users());
    assertTrue(footprint.bytesAUser() <= MOST, () -> "bytes a user: " + footprint.bytesAUser());
  }

  @Test
  void comingAndGoingTakesAtMost32BytesAUser() {
    WorldSketch sketch = sketch(0.5);
    sketch.online = Distributions.exponential(5e9);
    Footprint footprint = afterTheRun(sketch);
    assertTrue(footprint.bytesAUser() <= MOST, () -> "bytes a user: " + footprint.bytesAUser());
  }

  @Test
  void aFailureThatMovesConnectionsTakesAtMost32BytesAUser() {
    Footprint footprint = afterTheRun(sketch(1).crash(3 * SECOND, 30 * SECOND));
    assertTrue(footprint.bytesAUser() <= MOST, () -> "bytes a user: " + footprint.bytesAUser());
  }

  private static WorldSketch sketch(double connectedShare) {
    WorldSketch sketch = new WorldSketch().lasting(12 * SECOND);
    sketch.users = 40_000;
    sketch.connectedShare = connectedShare;
    sketch.messagesPerSecond = 50;
    return sketch;
  }

  private static Footprint afterTheRun(WorldSketch sketch) {
    World world = World.build(sketch.plan(), 1);
    world.run((atNs, endNs, events) -> {});
    return world.footprint();
  }
}
