package dev.haishin.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;

/** Blocks of words keep what they hold, and come back when released. */
class WordPoolTest {
  private static final long[] SOURCE = source();

  private static long[] source() {
    long[] words = new long[5000];
    for (int i = 0; i < words.length; i++) {
      words[i] = CounterHash.mix(i);
    }
    return words;
  }

  @Test
  void growthKeepsWhatWasStored() {
    WordPool pool = new WordPool();
    int[] blocks = new int[300];
    for (int count = 1; count < blocks.length; count++) {
      blocks[count] = pool.store(SOURCE, count, count);
    }
    for (int count = 1; count < blocks.length; count++) {
      assertHolds(pool, blocks[count], count, count);
    }
  }

  @Test
  void aReleasedBlockIsUsedAgainByTheSameSizeOnly() {
    WordPool pool = new WordPool();
    int three = pool.store(SOURCE, 0, 3);
    int thirty = pool.store(SOURCE, 10, 30);
    pool.release(three);
    assertNotEquals(three, pool.store(SOURCE, 50, 20));
    assertEquals(three, pool.store(SOURCE, 20, 2));
    assertHolds(pool, thirty, 10, 30);
    assertHolds(pool, three, 20, 2);
  }

  @Test
  void storesAndReleasesAtRandomNeverMixBlocks() {
    WordPool pool = new WordPool();
    RandomStream random = RandomStream.of(1, "pool", "test");
    int[] blocks = new int[200];
    int[] counts = new int[200];
    for (int step = 0; step < 50_000; step++) {
      int slot = random.nextInt(blocks.length);
      if (counts[slot] > 0) {
        assertHolds(pool, blocks[slot], slot, counts[slot]);
        pool.release(blocks[slot]);
      }
      counts[slot] = 1 + random.nextInt(40);
      blocks[slot] = pool.store(SOURCE, slot, counts[slot]);
    }
  }

  private static void assertHolds(WordPool pool, int block, int from, int count) {
    assertEquals(count, pool.count(block));
    for (int i = 0; i < count; i++) {
      assertEquals(SOURCE[from + i], pool.word(block, i));
    }
  }
}
