package dev.haishin.delivery;

import java.util.Arrays;

/**
 * Gathers small messages for the same receiver, such as typing notices and receipts, into one
 * frame.
 *
 * <p>Each item says how long it may wait. The frame leaves when the first wait is over and takes
 * along everything that is there: so no item waits for longer than it may, whatever waits beside
 * it. Where all may wait for the same time, the first one opens a window and the others join it.
 */
public final class Bundler {
  /** What {@link #add} gives when the frame leaves no sooner for the item. */
  public static final long ALREADY_OPEN = -1;

  private static final int FLUSH_AT_NS = 0;
  private static final int ITEMS = 1;
  private static final int LAST = 2;
  private static final int INITIAL_ITEMS = 64;

  private final LongTable open = new LongTable(3);
  private long[] arrivedNs = new long[INITIAL_ITEMS];
  private int[] next = new int[INITIAL_ITEMS];
  private int used;
  private int free = -1;

  /** Is told of each item that leaves, the last one first. */
  @FunctionalInterface
  public interface Departures {
    /**
     * An item leaves.
     *
     * @param arrivedAtNs when it was added
     */
    void left(long receiver, long arrivedAtNs);
  }

  /**
   * Adds an item for a receiver.
   *
   * @param receiver at least 0
   * @param patienceNs how long it may wait, at least 0
   * @return when to call {@link #flush} if nothing waited or the item waits for the shortest time,
   *     else {@link #ALREADY_OPEN}
   */
  public long add(long receiver, long nowNs, long patienceNs) {
    if (patienceNs < 0) {
      throw new IllegalArgumentException("patienceNs is " + patienceNs + "; it must be at least 0");
    }
    int cell = open.insert(receiver);
    long items = open.value(cell, ITEMS);
    open.setValue(cell, ITEMS, items + 1);
    open.setValue(cell, LAST, keep(nowNs, items == 0 ? -1 : (int) open.value(cell, LAST)));
    long flushNs = nowNs + patienceNs;
    if (items > 0 && open.value(cell, FLUSH_AT_NS) <= flushNs) {
      return ALREADY_OPEN;
    }
    open.setValue(cell, FLUSH_AT_NS, flushNs);
    return flushNs;
  }

  /** Whether anything waits for a receiver. */
  public boolean isOpen(long receiver) {
    return open.find(receiver) != LongTable.ABSENT;
  }

  /**
   * Lets go of all that waits for a receiver and gives the number of items; 0 if nothing is due, as
   * when an item with less patience has taken along the one that asked for this call.
   */
  public int flush(long receiver, long nowNs, Departures departures) {
    int cell = open.find(receiver);
    if (cell == LongTable.ABSENT || nowNs < open.value(cell, FLUSH_AT_NS)) {
      return 0;
    }
    for (int item = (int) open.value(cell, LAST); item >= 0; item = next[item]) {
      departures.left(receiver, arrivedNs[item]);
    }
    return close(cell);
  }

  /** Throws away what waits, as when a connection closes; gives the items lost. */
  public int discard(long receiver) {
    int cell = open.find(receiver);
    return cell == LongTable.ABSENT ? 0 : close(cell);
  }

  /** The receivers that something waits for. */
  public int openWindows() {
    return open.size();
  }

  private int close(int cell) {
    int items = (int) open.value(cell, ITEMS);
    int last = (int) open.value(cell, LAST);
    int first = last;
    while (next[first] >= 0) {
      first = next[first];
    }
    next[first] = free;
    free = last;
    open.removeAt(cell);
    return items;
  }

  /** Keeps an item's arrival before those of its frame. */
  private int keep(long nowNs, int before) {
    int item = free;
    if (item >= 0) {
      free = next[item];
    } else {
      item = used++;
      if (item == next.length) {
        arrivedNs = Arrays.copyOf(arrivedNs, 2 * item);
        next = Arrays.copyOf(next, 2 * item);
      }
    }
    arrivedNs[item] = nowNs;
    next[item] = before;
    return item;
  }
}
