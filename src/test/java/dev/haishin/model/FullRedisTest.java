package dev.haishin.model;

import static dev.haishin.model.WorldSketch.SECOND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.haishin.engine.Distributions;
import dev.haishin.model.redis.MaxMemoryPolicy;
import dev.haishin.results.RunResult;
import org.junit.jupiter.api.Test;

/** A world whose session directory has no room for everybody who wants to connect. */
class FullRedisTest {
  /** Three shards that hold 1,000 sessions of 100 bytes each: as many as are online. */
  private static WorldSketch full(MaxMemoryPolicy policy) {
    WorldSketch sketch = new WorldSketch();
    sketch.online = Distributions.exponential(20 * SECOND);
    sketch.shardBytes = 3_000_000 + 100 * 1_000;
    sketch.policy = policy;
    return sketch;
  }

  /** Shards that hold nine tenths of those who are online. */
  private static WorldSketch tight(MaxMemoryPolicy policy) {
    WorldSketch sketch = full(policy);
    sketch.shardBytes -= 100 * 100;
    return sketch;
  }

  @Test
  void whoeverIsRefusedIsTurnedAwayAtOnceAndComesBack() {
    RunResult result = full(MaxMemoryPolicy.NOEVICTION).run();
    double refused = value(result, "redis.refused.count");
    assertTrue(refused > 50, () -> "refused " + refused);
    assertEquals(refused, value(result, "connect.refused.count"), 5, "each by its gateway");
    assertEquals(0, value(result, "redis.evicted.count"));
    assertTrue(value(result, "redis.memory.max") > 0.999);
    assertTrue(value(result, "redis.memory.max") <= 1);
  }

  @Test
  void whoeverIsEvictedIsPushedToAndNobodyIsRefused() {
    WorldSketch roomy = full(MaxMemoryPolicy.ALLKEYS_LRU);
    roomy.shardBytes *= 2;
    RunResult room = roomy.run();
    RunResult lru = tight(MaxMemoryPolicy.ALLKEYS_LRU).run();
    RunResult random = tight(MaxMemoryPolicy.ALLKEYS_RANDOM).run();
    assertEquals(0, value(room, "redis.evicted.count"));
    for (RunResult result : new RunResult[] {lru, random}) {
      assertEquals(0, value(result, "redis.refused.count"));
      double evicted = value(result, "redis.evicted.count");
      assertTrue(evicted > 100, () -> "evicted " + evicted);
      assertTrue(value(result, "redis.memory.max") <= 1);
      assertEquals(0, result.ledger().pairsLost());
      assertTrue(value(result, "push.offered.count") > value(room, "push.offered.count"));
    }
    assertEquals(value(room, "connect.refused.count"), value(lru, "connect.refused.count"));
  }

  private static double value(RunResult result, String metric) {
    return result.value(metric).value().orElseThrow();
  }
}
