package dev.haishin.model.store;

import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrays;
import java.util.Arrays;

/**
 * Operations of one client that wait for a region to be open again, region by region in the order
 * in which they came: as in HBase's client, which has one request under way a region, those behind
 * it wait without asking.
 */
final class ParkedOperations {
  /** No row. */
  static final int END = -1;

  private static final int COLUMNS = 5;

  /** Room for so many rows is kept when none is used; more is given back. */
  private static final int KEPT = 1024;

  private final Int2IntOpenHashMap heads = new Int2IntOpenHashMap();
  private final Int2IntOpenHashMap tails = new Int2IntOpenHashMap();
  private long[] words = new long[0];
  private int[] next = new int[0];
  private int free = END;
  private int held;

  ParkedOperations() {
    heads.defaultReturnValue(END);
    tails.defaultReturnValue(END);
  }

  /** Whether operations wait for a region. */
  boolean holds(int region) {
    return !heads.isEmpty() && heads.containsKey(region);
  }

  /** An operation waits for a region. */
  void add(
      int region, long tag, int operation, int argument, long first, long second, long issuedNs) {
    if (free == END) {
      grow();
    }
    int row = free;
    free = next[row];
    held++;
    int at = row * COLUMNS;
    words[at] = tag;
    words[at + 1] = (long) operation << 32 | (argument & 0xffff_ffffL);
    words[at + 2] = first;
    words[at + 3] = second;
    words[at + 4] = issuedNs;
    next[row] = END;
    int tail = tails.put(region, row);
    if (tail == END) {
      heads.put(region, row);
    } else {
      next[tail] = row;
    }
  }

  /**
   * Takes the operations of a region out, in the order in which they were first issued: one that
   * failed a while after it was sent was issued before those that came when the failure was known.
   *
   * @return rows to be read and then released
   */
  int[] take(int region) {
    tails.remove(region);
    int count = 0;
    int head = heads.remove(region);
    for (int row = head; row != END; row = next[row]) {
      count++;
    }
    int[] rows = new int[count];
    int at = 0;
    for (int row = head; row != END; row = next[row]) {
      rows[at++] = row;
    }
    IntArrays.mergeSort(rows, (a, b) -> Long.compare(issuedNs(a), issuedNs(b)));
    return rows;
  }

  /** Gives a row back. */
  void release(int row) {
    next[row] = free;
    free = row;
    if (--held == 0 && next.length > KEPT) {
      clear();
    }
  }

  /** How many rows there is room for. */
  int capacity() {
    return next.length;
  }

  long tag(int row) {
    return words[row * COLUMNS];
  }

  int operation(int row) {
    return (int) (words[row * COLUMNS + 1] >>> 32);
  }

  int argument(int row) {
    return (int) words[row * COLUMNS + 1];
  }

  long first(int row) {
    return words[row * COLUMNS + 2];
  }

  long second(int row) {
    return words[row * COLUMNS + 3];
  }

  /** When it was first issued. */
  long issuedNs(int row) {
    return words[row * COLUMNS + 4];
  }

  /** Forgets all. */
  void clear() {
    heads.clear();
    tails.clear();
    free = END;
    held = 0;
    words = new long[0];
    next = new int[0];
  }

  private void grow() {
    int used = next.length;
    int length = Math.max(64, used + used / 4);
    words = Arrays.copyOf(words, length * COLUMNS);
    next = Arrays.copyOf(next, length);
    for (int row = length - 1; row >= used; row--) {
      next[row] = free;
      free = row;
    }
  }
}
