package dev.haishin.engine;

import java.util.Arrays;

/**
 * A plain binary heap of five-long events in one array: the reference that every other queue is
 * tested against, and easy to read.
 */
public final class HeapQueue implements EventQueue {
  private static final int LONGS = 5;

  private long[] heap = new long[LONGS * 1024];
  private int size;

  @Override
  public void add(long timeNs, long key, long envelope, long a, long b) {
    if ((size + 1) * LONGS > heap.length) {
      heap = Arrays.copyOf(heap, heap.length * 2);
    }
    int hole = size++;
    while (hole > 0) {
      int parent = (hole - 1) >>> 1;
      int at = parent * LONGS;
      if (!precedes(timeNs, key, heap[at], heap[at + 1])) {
        break;
      }
      System.arraycopy(heap, at, heap, hole * LONGS, LONGS);
      hole = parent;
    }
    int at = hole * LONGS;
    heap[at] = timeNs;
    heap[at + 1] = key;
    heap[at + 2] = envelope;
    heap[at + 3] = a;
    heap[at + 4] = b;
  }

  @Override
  public boolean pollBefore(long limitNs, Event into) {
    if (size == 0 || heap[0] >= limitNs) {
      return false;
    }
    read(0, into);
    size--;
    if (size > 0) {
      siftDown(size * LONGS);
    }
    return true;
  }

  @Override
  public long nextTimeNs() {
    return size == 0 ? Long.MAX_VALUE : heap[0];
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public void forEach(Event into, Runnable visit) {
    for (int i = 0; i < size; i++) {
      read(i * LONGS, into);
      visit.run();
    }
  }

  private void siftDown(int last) {
    long timeNs = heap[last];
    long key = heap[last + 1];
    int hole = 0;
    int child;
    while ((child = 2 * hole + 1) < size) {
      int at = child * LONGS;
      if (child + 1 < size
          && precedes(heap[at + LONGS], heap[at + LONGS + 1], heap[at], heap[at + 1])) {
        child++;
        at += LONGS;
      }
      if (!precedes(heap[at], heap[at + 1], timeNs, key)) {
        break;
      }
      System.arraycopy(heap, at, heap, hole * LONGS, LONGS);
      hole = child;
    }
    System.arraycopy(heap, last, heap, hole * LONGS, LONGS);
  }

  private void read(int at, Event into) {
    into.timeNs = heap[at];
    into.key = heap[at + 1];
    into.envelope = heap[at + 2];
    into.a = heap[at + 3];
    into.b = heap[at + 4];
  }

  private static boolean precedes(long timeNs, long key, long otherTimeNs, long otherKey) {
    return timeNs < otherTimeNs || (timeNs == otherTimeNs && key < otherKey);
  }
}
