package dev.haishin.engine;

import java.util.Arrays;

/**
 * The events at the head of a ladder queue, sorted by (time, key).
 *
 * <p>Times are an array of their own, so that finding a place reads little memory; the rest of an
 * event stays where it was written, in a slot. {@code slot} is always a permutation of all slots:
 * positions outside {@code [head, tail)} hold the free ones.
 */
final class SortedRun {
  /** How many events sort by insertion; more than that must all lie at one instant. */
  static final int SMALL = 32;

  private static final int LONGS = 4;

  private final KeySort keySort = new KeySort();
  private long[] time = new long[256];
  private int[] slot = new int[256];
  private long[] rest = new long[256 * LONGS];
  private int head;
  private int tail;

  SortedRun() {
    for (int i = 0; i < slot.length; i++) {
      slot[i] = i;
    }
  }

  int size() {
    return tail - head;
  }

  boolean isEmpty() {
    return head == tail;
  }

  long firstTimeNs() {
    return time[head];
  }

  long firstKey() {
    return rest[slot[head] * LONGS];
  }

  /** The instant of the event with {@code index} events before it. */
  long timeNs(int index) {
    return time[head + index];
  }

  /** Adds an event in its place. */
  void insert(long timeNs, long key, long envelope, long a, long b) {
    int mine = claim(key, envelope, a, b);
    settle(tail++, timeNs, key, mine);
  }

  /** Adds an event anywhere; {@link #sort} must follow. */
  void append(long timeNs, long key, long envelope, long a, long b) {
    claim(key, envelope, a, b);
    time[tail++] = timeNs;
  }

  /** Sorts what was appended to an empty run: few events, or many at one instant. */
  void sort() {
    if (size() > SMALL) {
      keySort.sort(slot, head, tail, rest, LONGS);
      return;
    }
    for (int i = head + 1; i < tail; i++) {
      int mine = slot[i];
      settle(i, time[i], rest[mine * LONGS], mine);
    }
  }

  /** Takes the first event; there must be one. */
  void takeFirst(Event into) {
    read(head++, into);
    if (head == tail) {
      head = 0;
      tail = 0;
    }
  }

  /** Takes the last event; there must be one. */
  void takeLast(Event into) {
    read(--tail, into);
  }

  void announceTo(ComingEvents listener) {
    for (int i = head; i < tail; i++) {
      int at = slot[i] * LONGS;
      listener.soon(rest[at + 1], rest[at + 2], rest[at + 3]);
    }
  }

  void forEach(Event into, Runnable visit) {
    for (int i = head; i < tail; i++) {
      read(i, into);
      visit.run();
    }
  }

  private int claim(long key, long envelope, long a, long b) {
    if (tail == time.length) {
      makeRoom();
    }
    int mine = slot[tail];
    int at = mine * LONGS;
    rest[at] = key;
    rest[at + 1] = envelope;
    rest[at + 2] = a;
    rest[at + 3] = b;
    return mine;
  }

  /** Moves the hole at {@code from} towards the head until an event fits into it. */
  private void settle(int from, long timeNs, long key, int mine) {
    int hole = from;
    while (hole > head
        && (time[hole - 1] > timeNs
            || (time[hole - 1] == timeNs && rest[slot[hole - 1] * LONGS] > key))) {
      time[hole] = time[hole - 1];
      slot[hole] = slot[hole - 1];
      hole--;
    }
    time[hole] = timeNs;
    slot[hole] = mine;
  }

  private void makeRoom() {
    if (size() > time.length / 2) {
      int old = time.length;
      time = Arrays.copyOf(time, old * 2);
      slot = Arrays.copyOf(slot, old * 2);
      rest = Arrays.copyOf(rest, old * 2 * LONGS);
      for (int i = old; i < slot.length; i++) {
        slot[i] = i;
      }
      return;
    }
    int size = size();
    System.arraycopy(time, head, time, 0, size);
    for (int i = 0; i < size; i++) {
      int free = slot[i];
      slot[i] = slot[head + i];
      slot[head + i] = free;
    }
    head = 0;
    tail = size;
  }

  private void read(int position, Event into) {
    int at = slot[position] * LONGS;
    into.timeNs = time[position];
    into.key = rest[at];
    into.envelope = rest[at + 1];
    into.a = rest[at + 2];
    into.b = rest[at + 3];
  }
}
