package dev.haishin.model.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.haishin.engine.RandomStream;
import org.junit.jupiter.api.Test;

/** Which keys are evicted, against order statistics. */
class KeySpaceTest {
  private static final int KEYS = 10_000;
  private static final int DRAWS = 40_000;

  /**
   * The oldest of k of n keys has rank (n + 1) / (k + 1) in the mean: for Redis's five samples a
   * sixth of the way up from the oldest, at random half of the way.
   */
  @Test
  void theOldestOfFiveIsASixthOfTheWayUp() {
    KeySpace keys = new KeySpace();
    for (int user = 0; user < KEYS; user++) {
      keys.add(user);
      keys.use(user, 1_000L + user);
    }
    // The deviation of the least of k uniform values is sqrt(k / (k + 2)) / (k + 1).
    assertEquals(1 / 6.0, meanAge(keys, MaxMemoryPolicy.ALLKEYS_LRU), 4 * 0.1409 / 200);
    assertEquals(1 / 2.0, meanAge(keys, MaxMemoryPolicy.ALLKEYS_RANDOM), 4 * 0.2887 / 200);
  }

  @Test
  void aKeyThatIsUsedIsNoVictimWhileAnotherIsDrawn() {
    KeySpace keys = new KeySpace();
    keys.add(3);
    keys.add(4);
    keys.use(3, 10);
    keys.use(4, 5);
    assertEquals(4, keys.victim(RandomStream.of(1, "eviction", "two"), 64));
    keys.use(4, 20);
    assertEquals(3, keys.victim(RandomStream.of(1, "eviction", "two"), 64));
    keys.remove(3);
    assertEquals(4, keys.victim(RandomStream.of(1, "eviction", "two"), 1));
    keys.remove(3);
    keys.add(4);
    assertEquals(4, keys.victim(RandomStream.of(1, "eviction", "two"), 5));
  }

  @Test
  void policiesHaveTheNamesThatRedisGivesThem() {
    assertEquals(MaxMemoryPolicy.NOEVICTION, MaxMemoryPolicy.of("noeviction"));
    assertEquals(MaxMemoryPolicy.ALLKEYS_LRU, MaxMemoryPolicy.of("allkeys-lru"));
    assertEquals(MaxMemoryPolicy.ALLKEYS_RANDOM, MaxMemoryPolicy.of("allkeys-random"));
    assertThrows(IllegalArgumentException.class, () -> MaxMemoryPolicy.of("lru"));
  }

  private static double meanAge(KeySpace keys, MaxMemoryPolicy policy) {
    RandomStream random = RandomStream.of(5, "eviction", "rank");
    double sum = 0;
    for (int i = 0; i < DRAWS; i++) {
      sum += keys.victim(random, policy.samples()) / (double) KEYS;
    }
    return sum / DRAWS;
  }
}
