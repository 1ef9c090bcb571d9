package dev.haishin.model;

import static dev.haishin.model.WorldSketch.MS;
import static dev.haishin.model.WorldSketch.SECOND;
import static dev.haishin.model.WorldSketch.US;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.haishin.delivery.SlotHash;
import dev.haishin.engine.Distributions;
import dev.haishin.model.redis.RedisCluster;
import dev.haishin.results.Hottest;
import dev.haishin.results.RunResult;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One key of Redis that is read over and over. */
class HotSlotTest {
  private static final String KEY = "{room:7}:members";

  /** CRC-16/XMODEM of the hash tag: so any key with that tag has the slot. */
  private final int slot = SlotHash.slot("room:7".getBytes(StandardCharsets.UTF_8));

  private final int shard = RedisCluster.shardOfSlot(slot, 3);

  /**
   * 8,000 reads a second of 100 us each are an M/D/1 queue at 0.8: a read waits for 0.8 / (2 x 0.2)
   * services on average, and the luckiest for none.
   */
  @Test
  void readsQueueAtOneShardAsAtAQueueOfOneServer() {
    RunResult result = sketch(8_000).run();
    assertEquals(8_000 * 18, value(result, "redis.hot-read.count"), 0.01 * 8_000 * 18);
    double waitNs = value(result, "redis.hot-read.mean") - value(result, "redis.hot-read.min");
    assertEquals(200 * US, waitNs, 0.06 * 200 * US);
    assertEquals(0, value(result, "redis.reads-lost.count"));
  }

  @Test
  void theResultNamesTheShardAndTheSlot() {
    RunResult result = sketch(8_000).run();
    assertTrue(value(result, "redis.cpu.max") > 0.75);
    assertTrue(value(result, "redis.cpu.mean") < 0.28, "the other two have nothing to do");
    Hottest host = hottest(result, "redis.cpu");
    assertEquals("tokyo/redis/" + shard, host.name());
    Hottest found = hottest(result, "redis.hot-read");
    assertEquals("tokyo/redis/" + shard + " slot " + slot + " of key " + KEY, found.name());
    assertEquals(8_000, found.value(), 80);
  }

  /** Whose sessions are on that shard wait; nobody else does. */
  @Test
  void lookupsOfTheSameShardQueueWithThem() {
    WorldSketch cool = sketch(1);
    cool.messagesPerSecond = 50;
    WorldSketch hot = sketch(8_000);
    hot.messagesPerSecond = 50;
    double waits = value(hot.run(), "stage.session-lookup.wait.mean");
    double base = value(cool.run(), "stage.session-lookup.wait.mean");
    // A third of the lookups meet 200 us, and some of their bursts one more.
    assertTrue(waits - base > 50 * US && waits - base < 110 * US, waits + " against " + base);
  }

  @Test
  void whatAMasterOutOfServiceCannotAnswerIsGivenUp() {
    WorldSketch sketch = sketch(1_000);
    sketch.down(Component.SHARDS, shard, 6 * SECOND, 12 * SECOND, true);
    RunResult result = sketch.run();
    assertTrue(value(result, "redis.reads-lost.count") > 100);
    assertEquals(0, result.ledger().differencePairs());
    assertTrue(value(result, "redis.hot-read.count") > 10_000);
  }

  @Test
  void theSameBytesOnAnyNumberOfPartitions() {
    WorldSketch sketch = sketch(2_000).lasting(8 * SECOND);
    sketch.betweenNs = 37 * MS;
    sketch.hotKeys.add(new WorldPlan.HotKeyPlan(1, "other", 1_000, 2 * SECOND, 6 * SECOND));
    sketch.down(Component.SHARDS, shard, 3 * SECOND, 5 * SECOND, false);
    World whole = sketch.world(1);
    World parted = sketch.world(3);
    RunResult one = whole.run(WorldSketch::quiet);
    RunResult other = parted.run(WorldSketch::quiet);
    assertEquals(whole.digest(), parted.digest());
    assertEquals(one.hottest(), other.hottest());
    assertEquals(value(one, "redis.hot-read.mean"), value(other, "redis.hot-read.mean"));
  }

  private static Hottest hottest(RunResult result, String of) {
    List<Hottest> found = result.hottest().stream().filter(h -> h.of().equals(of)).toList();
    assertEquals(1, found.size());
    return found.get(0);
  }

  private static WorldSketch sketch(double readsPerSecond) {
    WorldSketch sketch = new WorldSketch();
    sketch.users = 600;
    sketch.connectedShare = 1;
    sketch.messagesPerSecond = 0.1;
    sketch.commandCost = Distributions.fixed(100 * US);
    sketch.hotKeys.add(new WorldPlan.HotKeyPlan(0, KEY, readsPerSecond, 0, 20 * SECOND));
    return sketch;
  }

  private static double value(RunResult result, String metric) {
    return result.value(metric).value().orElseThrow(() -> new AssertionError(metric));
  }
}
