package dev.haishin.engine;

import java.util.Arrays;

/**
 * What a group of hosts has still to do among themselves: steps that no other process sees, in the
 * order of their instants, at the same instant by rank, and then in the order in which they were
 * entered.
 *
 * <p>Hosts that share a partition, and whose every effect on others takes some time to get there,
 * need no event for a step of their own: they catch up with their agenda whenever one of them
 * receives an event, in time for the effects.
 *
 * <p>A heap of four children a node, four longs a step, and a cursor to the step taken last.
 */
public final class Agenda {
  private static final int LONGS = 4;

  /** Room for so many steps is kept; of more, half is given back once an eighth is in use. */
  private static final int KEPT = 1024;

  private static final int CHILDREN = 4;
  private static final int KIND_BITS = 8;
  private static final int ENTERED_BITS = 42;

  private long[] heap = new long[LONGS * 64];
  private int size;
  private long entered;
  private long timeNs;
  private long what;
  private long word;

  /**
   * Enters a step.
   *
   * @param rank 0 to 2^20, such as the process that is the cause
   * @param kind 0 to 255
   * @param host any number from 0, who is to take it
   * @param payload anything
   */
  public void add(long atNs, int rank, int kind, int host, long payload) {
    if ((size + 1) * LONGS > heap.length) {
      heap = Arrays.copyOf(heap, Math.multiplyExact(heap.length, 2));
    }
    long order = (long) rank << ENTERED_BITS | entered++;
    int hole = size++;
    while (hole > 0) {
      int parent = (hole - 1) / CHILDREN;
      if (precedes(parent * LONGS, atNs, order)) {
        break;
      }
      System.arraycopy(heap, parent * LONGS, heap, hole * LONGS, LONGS);
      hole = parent;
    }
    put(hole, atNs, order, kind | (long) host << KIND_BITS, payload);
  }

  /** The instant of the first step, {@code Long.MAX_VALUE} when there is none. */
  public long nextNs() {
    return size == 0 ? Long.MAX_VALUE : heap[0];
  }

  /** The rank of the first step. */
  public int nextRank() {
    return (int) (heap[1] >>> ENTERED_BITS);
  }

  /** Whether the first step here comes before the first step there, none being after all. */
  public boolean isBefore(Agenda other) {
    return size > 0 && (other.size == 0 || precedes(0, other.heap[0], other.heap[1]));
  }

  /** Takes out all steps. */
  public void clear() {
    size = 0;
  }

  /** For how many steps there is room. */
  int room() {
    return heap.length / LONGS;
  }

  /** How many steps there are. */
  public int size() {
    return size;
  }

  /**
   * Takes the first step, if it lies before a limit; it can be looked at until the next one is.
   *
   * @param limitNs exclusive
   */
  public boolean takeBefore(long limitNs) {
    if (size == 0 || heap[0] >= limitNs) {
      return false;
    }
    timeNs = heap[0];
    what = heap[2];
    word = heap[3];
    size--;
    if (size > 0) {
      sink(size * LONGS);
    }
    if (heap.length > KEPT * LONGS && size < heap.length / LONGS / 8) {
      heap = Arrays.copyOf(heap, heap.length / 2);
    }
    return true;
  }

  /** The instant of the step taken. */
  public long timeNs() {
    return timeNs;
  }

  /** What is to be done. */
  public int kind() {
    return (int) what & ((1 << KIND_BITS) - 1);
  }

  /** Who is to do it. */
  public int host() {
    return (int) (what >>> KIND_BITS);
  }

  /** What was entered with it. */
  public long payload() {
    return word;
  }

  /** Puts the last entry in the place of the first, and down to where it belongs. */
  private void sink(int last) {
    long lastNs = heap[last];
    long lastOrder = heap[last + 1];
    int hole = 0;
    int child;
    while ((child = CHILDREN * hole + 1) < size) {
      int least = leastFrom(child);
      if (!precedes(least * LONGS, lastNs, lastOrder)) {
        break;
      }
      System.arraycopy(heap, least * LONGS, heap, hole * LONGS, LONGS);
      hole = least;
    }
    System.arraycopy(heap, last, heap, hole * LONGS, LONGS);
  }

  private int leastFrom(int firstChild) {
    int least = firstChild;
    int end = Math.min(size, firstChild + CHILDREN);
    for (int other = firstChild + 1; other < end; other++) {
      if (precedes(other * LONGS, heap[least * LONGS], heap[least * LONGS + 1])) {
        least = other;
      }
    }
    return least;
  }

  private boolean precedes(int at, long otherNs, long otherOrder) {
    return heap[at] < otherNs || (heap[at] == otherNs && heap[at + 1] < otherOrder);
  }

  private void put(int place, long atNs, long order, long kindAndHost, long payload) {
    int at = place * LONGS;
    heap[at] = atNs;
    heap[at + 1] = order;
    heap[at + 2] = kindAndHost;
    heap[at + 3] = payload;
  }
}
