package dev.haishin.model;

import static dev.haishin.model.WorldSketch.MS;
import static dev.haishin.model.WorldSketch.SECOND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.haishin.engine.Distributions;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages are freed while worlds of many kinds go on, and no result shows it. */
class MessageSweepTest {

  @ParameterizedTest
  @ValueSource(strings = {"write", "read", "hybrid", "cost-based"})
  void noLiveMessageIsFreedInAWorldWithFailures(String strategy) {
    assertNothingChanges(
        sketch -> {
          sketch.strategy(strategy);
          sketch.online = Distributions.exponential(8e9);
          sketch.typingPerSecond = 100;
          sketch.receiptsPerDelivery = 0.6;
          sketch.outboxTimeoutNs = 2 * SECOND;
          sketch.crash(5 * SECOND, 6 * SECOND).vanish(9 * SECOND, 8 * SECOND);
          sketch.disconnect(14 * SECOND, 0.5);
        });
  }

  @Test
  void noLiveMessageIsFreedBetweenTwoRegions() {
    assertNothingChanges(
        sketch -> {
          sketch.betweenNs = 60 * MS;
          sketch.online = Distributions.exponential(8e9);
          sketch.crash(5 * SECOND, 6 * SECOND);
        });
  }

  @Test
  void memoryOfMessagesIsThatOfTheLatest() {
    WorldSketch sketch = sketch().lasting(80 * SECOND);
    World world = World.build(sketch.plan(), 1, 0);
    world.run((atNs, endNs, events) -> {});
    long allBytes = (long) (sketch.messagesPerSecond * sketch.durationNs / SECOND * 24);
    assertTrue(world.messageBytes() < allBytes / 3, () -> "bytes: " + world.messageBytes());
  }

  private static void assertNothingChanges(Consumer<WorldSketch> change) {
    WorldSketch sketch = sketch();
    change.accept(sketch);
    World keeping = World.build(sketch.plan(), 1);
    keeping.run((atNs, endNs, events) -> {});
    World freeing = World.build(sketch.plan(), 2, 0);
    freeing.run((atNs, endNs, events) -> {});
    assertTrue(freeing.messageBytes() < keeping.messageBytes());
    assertEquals(keeping.digest(), freeing.digest());
  }

  private static WorldSketch sketch() {
    WorldSketch sketch = new WorldSketch();
    sketch.messagesPerSecond = 1_000;
    return sketch;
  }
}
