package dev.haishin.engine;

/**
 * Where each process is: its partition, and its row of the links table, which a send asks of its
 * destination.
 *
 * <p>Neighbours are mostly alike, so a block of them has one entry in a table that stays in a
 * cache; only where they are not is the table of all processes read.
 */
final class Places {
  /** The most partitions, and the most groups. */
  static final int MOST = (1 << Byte.SIZE) - 1;

  private static final int BLOCK_BITS = 6;
  private static final char MIXED = 0xffff;

  private final char[] each;
  private final char[] blocks;

  Places(LogicalProcess[] processes) {
    each = new char[processes.length];
    blocks = new char[(processes.length >>> BLOCK_BITS) + 1];
    for (int i = 0; i < each.length; i++) {
      each[i] = (char) (processes[i].partition().number() << Byte.SIZE | processes[i].group());
      char first = each[i >>> BLOCK_BITS << BLOCK_BITS];
      char before = i % (1 << BLOCK_BITS) == 0 ? first : blocks[i >>> BLOCK_BITS];
      blocks[i >>> BLOCK_BITS] = before == each[i] ? before : MIXED;
    }
  }

  /** The place of a process, to be taken apart by {@link #partition} and {@link #group}. */
  char of(int process) {
    char shared = blocks[process >>> BLOCK_BITS];
    return shared == MIXED ? each[process] : shared;
  }

  static int partition(char place) {
    return place >>> Byte.SIZE;
  }

  static int group(char place) {
    return place & ((1 << Byte.SIZE) - 1);
  }
}
