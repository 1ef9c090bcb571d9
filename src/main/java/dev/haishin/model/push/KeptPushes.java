package dev.haishin.model.push;

import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import java.util.Arrays;
import java.util.function.LongConsumer;

/**
 * What a provider keeps for devices that sleep: for each a queue in the order of acceptance, as
 * rows with a free list.
 */
final class KeptPushes {
  /** In place of a row. */
  static final int NONE = -1;

  private static final int LONGS = 3;
  private static final int SHORTEST = 64;

  /** The last row of a user's queue; its next is the first. */
  private final Int2IntOpenHashMap lastOf = new Int2IntOpenHashMap();

  private final Int2IntOpenHashMap countOf = new Int2IntOpenHashMap();
  private long[] rows = new long[LONGS * SHORTEST];
  private int[] next = new int[SHORTEST];
  private int used;
  private int free = NONE;
  private int size;

  KeptPushes() {
    lastOf.defaultReturnValue(NONE);
  }

  /** Appends to a user's queue. */
  void add(int user, long messageId, long occasion, long acceptedNs) {
    int row = newRow();
    rows[row * LONGS] = messageId;
    rows[row * LONGS + 1] = occasion;
    rows[row * LONGS + 2] = acceptedNs;
    int last = lastOf.put(user, row);
    if (last == NONE) {
      next[row] = row;
    } else {
      next[row] = next[last];
      next[last] = row;
    }
    countOf.addTo(user, 1);
    size++;
  }

  /** The first row of a user's queue, or {@link #NONE}. */
  int first(int user) {
    int last = lastOf.get(user);
    return last == NONE ? NONE : next[last];
  }

  /** Takes the first row, which there is, out of a user's queue. */
  void removeFirst(int user) {
    int last = lastOf.get(user);
    int first = next[last];
    if (first == last) {
      lastOf.remove(user);
      countOf.remove(user);
    } else {
      next[last] = next[first];
      countOf.addTo(user, -1);
    }
    rows[first * LONGS] = NONE;
    next[first] = free;
    free = first;
    size--;
  }

  /** How many a user's queue holds. */
  int count(int user) {
    return countOf.get(user);
  }

  /** How many all queues hold. */
  int size() {
    return size;
  }

  long messageId(int row) {
    return rows[row * LONGS];
  }

  /** Who and which attempt, see {@link Requests#occasion}. */
  long occasion(int row) {
    return rows[row * LONGS + 1];
  }

  long acceptedNs(int row) {
    return rows[row * LONGS + 2];
  }

  /** Names every message that is held here; some more do no harm. */
  void heldMessages(LongConsumer each) {
    for (int row = 0; row < used; row++) {
      each.accept(messageId(row));
    }
  }

  private int newRow() {
    int row = free;
    if (row != NONE) {
      free = next[row];
      return row;
    }
    if (used == next.length) {
      next = Arrays.copyOf(next, used * 2);
      rows = Arrays.copyOf(rows, rows.length * 2);
    }
    return used++;
  }
}
