package dev.haishin.delivery;

import java.util.Arrays;

/**
 * An open-addressing table from numbers to a fixed count of values each; a set where that count is
 * zero.
 *
 * <p>A key and its values lie side by side, so that one look-up touches one cache line. Probing is
 * linear from a multiplicative hash, which keeps runs of consecutive keys apart. Keys must not be
 * negative. It allocates when it doubles and never shrinks. There is no iteration, so the layout
 * cannot leak into a result.
 */
final class LongTable {
  /** What {@link #find} gives for a key that is not there. */
  static final int ABSENT = -1;

  private static final int INITIAL_SLOTS = 16;
  private static final int MAX_LOAD_PERCENT = 75;
  private static final long HASH_MULTIPLIER = 0x9e3779b97f4a7c15L;

  private final int stride;
  private long[] cells;
  private int mask;
  private int hashShift;
  private int growAbove;
  private int size;

  /** Makes an empty table. */
  LongTable(int valuesPerKey) {
    stride = 1 + valuesPerKey;
    allocate(INITIAL_SLOTS);
  }

  /** The number of keys. */
  int size() {
    return size;
  }

  /** Where a key is, for {@link #value} until the table next changes; or {@link #ABSENT}. */
  int find(long key) {
    int cell = probe(key);
    return cells[cell] == 0 ? ABSENT : cell;
  }

  /** Finds a key, or puts it in with all values zero. */
  int insert(long key) {
    if (key < 0) {
      throw new IllegalArgumentException("key is " + key + "; it must be at least 0");
    }
    int cell = probe(key);
    if (cells[cell] != 0) {
      return cell;
    }
    if (size == growAbove) {
      grow();
      cell = probe(key);
    }
    // Zero marks a free slot, so that new arrays need no filling.
    cells[cell] = key + 1;
    size++;
    return cell;
  }

  /** Puts a key in and tells whether it was not there before. */
  boolean add(long key) {
    int before = size;
    insert(key);
    return size != before;
  }

  long value(int cell, int column) {
    return cells[cell + 1 + column];
  }

  void setValue(int cell, int column, long value) {
    cells[cell + 1 + column] = value;
  }

  /** Takes out what {@link #find} found, moving later keys up so that no tombstones remain. */
  void removeAt(int cell) {
    int hole = cell / stride;
    for (int slot = (hole + 1) & mask; cells[slot * stride] != 0; slot = (slot + 1) & mask) {
      int fromHome = (slot - home(cells[slot * stride] - 1)) & mask;
      if (fromHome >= ((slot - hole) & mask)) {
        System.arraycopy(cells, slot * stride, cells, hole * stride, stride);
        hole = slot;
      }
    }
    Arrays.fill(cells, hole * stride, (hole + 1) * stride, 0);
    size--;
  }

  void clear() {
    if (size != 0) {
      Arrays.fill(cells, 0);
      size = 0;
    }
  }

  private int probe(long key) {
    int slot = home(key);
    long stored = cells[slot * stride];
    while (stored != 0 && stored != key + 1) {
      slot = (slot + 1) & mask;
      stored = cells[slot * stride];
    }
    return slot * stride;
  }

  private int home(long key) {
    return (int) ((key * HASH_MULTIPLIER) >>> hashShift);
  }

  private void grow() {
    long[] old = cells;
    allocate(Math.multiplyExact(2, mask + 1));
    for (int from = 0; from < old.length; from += stride) {
      if (old[from] != 0) {
        System.arraycopy(old, from, cells, probe(old[from] - 1), stride);
      }
    }
  }

  private void allocate(int slots) {
    cells = new long[Math.multiplyExact(slots, stride)];
    mask = slots - 1;
    hashShift = Long.SIZE - Integer.numberOfTrailingZeros(slots);
    growAbove = (int) (slots * (long) MAX_LOAD_PERCENT / 100);
  }
}
