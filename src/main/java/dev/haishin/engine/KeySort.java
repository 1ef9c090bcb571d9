package dev.haishin.engine;

import java.util.Arrays;

/**
 * Sorts the slots of many events at one instant by key: a radix sort from the lowest byte up, which
 * no arrangement of keys can make slow. Bytes that all keys share cost nothing.
 */
final class KeySort {
  private static final int BYTE = 1 << Byte.SIZE;

  private final int[] starts = new int[Long.BYTES * BYTE];
  private long[] keys = new long[0];
  private long[] otherKeys = new long[0];
  private int[] slots = new int[0];
  private int[] otherSlots = new int[0];

  /**
   * Sorts {@code slot[from..to)} by the key at {@code record[slot * stride]}.
   *
   * @param stride longs from one slot's key to the next
   */
  void sort(int[] slot, int from, int to, long[] record, int stride) {
    int size = to - from;
    reserve(size);
    Arrays.fill(starts, 0);
    for (int i = 0; i < size; i++) {
      slots[i] = slot[from + i];
      // Signed order is unsigned order once the sign is flipped.
      keys[i] = record[slots[i] * stride] ^ Long.MIN_VALUE;
      for (int digit = 0; digit < Long.BYTES; digit++) {
        starts[digit * BYTE + valueOf(keys[i], digit)]++;
      }
    }
    for (int digit = 0; digit < Long.BYTES; digit++) {
      if (starts[digit * BYTE + valueOf(keys[0], digit)] != size) {
        pass(digit, size);
      }
    }
    System.arraycopy(slots, 0, slot, from, size);
  }

  private void pass(int digit, int size) {
    int start = 0;
    for (int value = digit * BYTE; value < (digit + 1) * BYTE; value++) {
      int those = starts[value];
      starts[value] = start;
      start += those;
    }
    for (int i = 0; i < size; i++) {
      int to = starts[digit * BYTE + valueOf(keys[i], digit)]++;
      otherKeys[to] = keys[i];
      otherSlots[to] = slots[i];
    }
    long[] sortedKeys = otherKeys;
    otherKeys = keys;
    keys = sortedKeys;
    int[] sortedSlots = otherSlots;
    otherSlots = slots;
    slots = sortedSlots;
  }

  private void reserve(int size) {
    if (size > keys.length) {
      int capacity = Math.max(size, keys.length * 2);
      keys = new long[capacity];
      otherKeys = new long[capacity];
      slots = new int[capacity];
      otherSlots = new int[capacity];
    }
  }

  private static int valueOf(long key, int digit) {
    return (int) (key >>> (digit * Byte.SIZE)) & (BYTE - 1);
  }
}
