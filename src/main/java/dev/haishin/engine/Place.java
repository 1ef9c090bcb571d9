package dev.haishin.engine;

/** Where a process is, in 16 bits: its partition, and its row of the links table. */
final class Place {
  /** The most partitions, and the most groups. */
  static final int MOST = 1 << Byte.SIZE;

  private Place() {}

  static char of(int partition, int group) {
    return (char) (partition << Byte.SIZE | group);
  }

  static int partition(char place) {
    return place >>> Byte.SIZE;
  }

  static int group(char place) {
    return place & (MOST - 1);
  }
}
