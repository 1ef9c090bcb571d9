package dev.haishin.engine;

import java.util.Arrays;

/**
 * The attached words of one partition's pending events: power-of-two blocks in one array, each
 * headed by its count, with a free list a size.
 */
final class WordPool {
  private static final int UNIT = 4;
  private static final int CLASSES = 28;

  /** From so many longs on, the memory grows by a quarter. */
  private static final int LARGE = 1 << 20;

  /** Fewer longs are not worth giving back. */
  private static final int ROOMY = 1 << 17;

  private long[] memory = new long[UNIT * 1024];
  private int used = UNIT;

  /** Longs of the blocks that hold something. */
  private int held;

  private final int[] free = new int[CLASSES];

  /** Stores words and returns their block. */
  int store(long[] source, int from, int count) {
    int sizeClass = sizeClass(count);
    int block = free[sizeClass];
    if (block != 0) {
      free[sizeClass] = (int) memory[block * UNIT + 1];
    } else {
      block = extend(UNIT << sizeClass);
    }
    held += UNIT << sizeClass;
    int at = block * UNIT;
    memory[at] = count;
    System.arraycopy(source, from, memory, at + 1, count);
    return block;
  }

  /** Stores the words of another pool's block and returns a block of this one. */
  int storeFrom(WordPool other, int block) {
    return store(other.memory, block * UNIT + 1, other.count(block));
  }

  /** For how many words there is room. */
  int room() {
    return memory.length;
  }

  /** Whether it is large, and less than a quarter of it holds something. */
  boolean isRoomy() {
    return memory.length > ROOMY && held < memory.length / 4;
  }

  int count(int block) {
    return (int) memory[block * UNIT];
  }

  long word(int block, int index) {
    return memory[block * UNIT + 1 + index];
  }

  void copyTo(int block, long[] target, int at) {
    System.arraycopy(memory, block * UNIT + 1, target, at, count(block));
  }

  void release(int block) {
    int at = block * UNIT;
    int sizeClass = sizeClass((int) memory[at]);
    memory[at + 1] = free[sizeClass];
    free[sizeClass] = block;
    held -= UNIT << sizeClass;
  }

  private int extend(int length) {
    if (used + length > memory.length) {
      long more = memory.length < LARGE ? memory.length : memory.length / 4;
      long wanted = Math.max(memory.length + more, (long) used + length);
      memory = Arrays.copyOf(memory, (int) Math.min(wanted, (long) UNIT * Envelope.MAX_ATTACHMENT));
    }
    int block = used / UNIT;
    used += length;
    if (block > Envelope.MAX_ATTACHMENT || used > memory.length) {
      throw new IllegalStateException("more than 1 GiB of words attached to pending events");
    }
    return block;
  }

  private static int sizeClass(int count) {
    int units = (count + UNIT) / UNIT;
    return 32 - Integer.numberOfLeadingZeros(units - 1);
  }
}
