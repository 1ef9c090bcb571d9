package dev.haishin.delivery;

/**
 * Gathers small messages for the same receiver, such as typing notices and receipts, into one frame
 * a window.
 *
 * <p>The first item opens the receiver's window; when it closes, everything that came in it leaves
 * together. So an item waits for one window at most, and a receiver gets one such frame a window at
 * most.
 */
public final class Bundler {
  /** What {@link #add} gives when the item joined a window that was open. */
  public static final long ALREADY_OPEN = -1;

  private static final int FLUSH_AT_NS = 0;
  private static final int ITEMS = 1;

  private final long windowNs;
  private final LongTable open = new LongTable(2);

  /**
   * Makes one with no window open.
   *
   * @param windowNs from a window's first item to its flush; at least 1
   */
  public Bundler(long windowNs) {
    if (windowNs < 1) {
      throw new IllegalArgumentException("windowNs is " + windowNs + "; it must be at least 1");
    }
    this.windowNs = windowNs;
  }

  /**
   * Adds an item for a receiver.
   *
   * @param receiver at least 0
   * @return when to call {@link #flush} if the item opened a window, else {@link #ALREADY_OPEN}
   */
  public long add(long receiver, long nowNs) {
    int cell = open.insert(receiver);
    long items = open.value(cell, ITEMS) + 1;
    open.setValue(cell, ITEMS, items);
    if (items > 1) {
      return ALREADY_OPEN;
    }
    open.setValue(cell, FLUSH_AT_NS, nowNs + windowNs);
    return nowNs + windowNs;
  }

  /**
   * Closes the receiver's window and gives the items in it; 0 if none is due, as when the window
   * that asked for this call was discarded.
   */
  public int flush(long receiver, long nowNs) {
    int cell = open.find(receiver);
    if (cell == LongTable.ABSENT || nowNs < open.value(cell, FLUSH_AT_NS)) {
      return 0;
    }
    return close(cell);
  }

  /** Throws the receiver's window away, as when its connection closes; gives the items lost. */
  public int discard(long receiver) {
    int cell = open.find(receiver);
    return cell == LongTable.ABSENT ? 0 : close(cell);
  }

  /** The windows open. */
  public int openWindows() {
    return open.size();
  }

  private int close(int cell) {
    int items = (int) open.value(cell, ITEMS);
    open.removeAt(cell);
    return items;
  }
}
