package dev.haishin.delivery;

import java.util.Arrays;

/**
 * The pushes of one dispatcher as rows of parallel arrays: a free list, and a list of the rows that
 * wait for a retry, longest wait first.
 *
 * <p>The arrays double up to the capacity, so an idle dispatcher stays small.
 */
final class PushRows {
  static final int NONE = -1;

  /** The due time of a row that waits for no retry. */
  static final long NOT_WAITING = Long.MAX_VALUE;

  private static final int INITIAL_ROWS = 16;

  private final int capacity;

  long[] push;
  long[] giveUpAtNs;
  long[] dueNs;
  long[] previousDelayNs;

  /** Attempts made; 0 marks a free row. */
  int[] attempts;

  /** Which provider it is for. */
  byte[] providers;

  /** Whether the attempt that is due has been held back and not been made. */
  boolean[] heldBack;

  private int[] next;
  private int[] previous;
  private int used;
  private int free = NONE;
  private int longestWaiting = NONE;
  private int latestWaiting = NONE;
  private int size;

  PushRows(int capacity) {
    this.capacity = capacity;
    int rows = Math.min(capacity, INITIAL_ROWS);
    push = new long[rows];
    giveUpAtNs = new long[rows];
    dueNs = new long[rows];
    previousDelayNs = new long[rows];
    attempts = new int[rows];
    providers = new byte[rows];
    heldBack = new boolean[rows];
    next = new int[rows];
    previous = new int[rows];
  }

  int size() {
    return size;
  }

  /** Rows below this bound may be taken; those above never were. */
  int bound() {
    return used;
  }

  boolean isFull() {
    return size == capacity;
  }

  boolean isInFlight(int row) {
    return row >= 0 && row < used && attempts[row] > 0 && dueNs[row] == NOT_WAITING;
  }

  /** The row that has waited the longest, or {@link #NONE}. */
  int longestWaiting() {
    return longestWaiting;
  }

  /** Takes a row for a push whose first attempt is now under way. */
  int take(long pushNumber, int provider, long pushGiveUpAtNs) {
    int row = free;
    if (row == NONE) {
      row = used++;
      if (row == push.length) {
        grow();
      }
    } else {
      free = next[row];
    }
    push[row] = pushNumber;
    giveUpAtNs[row] = pushGiveUpAtNs;
    dueNs[row] = NOT_WAITING;
    previousDelayNs[row] = 0;
    attempts[row] = 1;
    providers[row] = (byte) provider;
    heldBack[row] = false;
    size++;
    return row;
  }

  void release(int row) {
    attempts[row] = 0;
    next[row] = free;
    free = row;
    size--;
  }

  void startWaiting(int row, long untilNs) {
    dueNs[row] = untilNs;
    next[row] = NONE;
    previous[row] = latestWaiting;
    if (latestWaiting == NONE) {
      longestWaiting = row;
    } else {
      next[latestWaiting] = row;
    }
    latestWaiting = row;
  }

  void stopWaiting(int row) {
    dueNs[row] = NOT_WAITING;
    if (previous[row] == NONE) {
      longestWaiting = next[row];
    } else {
      next[previous[row]] = next[row];
    }
    if (next[row] == NONE) {
      latestWaiting = previous[row];
    } else {
      previous[next[row]] = previous[row];
    }
  }

  private void grow() {
    int rows = (int) Math.min(capacity, 2L * push.length);
    push = Arrays.copyOf(push, rows);
    giveUpAtNs = Arrays.copyOf(giveUpAtNs, rows);
    dueNs = Arrays.copyOf(dueNs, rows);
    previousDelayNs = Arrays.copyOf(previousDelayNs, rows);
    attempts = Arrays.copyOf(attempts, rows);
    providers = Arrays.copyOf(providers, rows);
    heldBack = Arrays.copyOf(heldBack, rows);
    next = Arrays.copyOf(next, rows);
    previous = Arrays.copyOf(previous, rows);
  }
}
