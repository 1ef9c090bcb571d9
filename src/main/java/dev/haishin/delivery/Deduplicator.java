package dev.haishin.delivery;

/**
 * Tells whether a message has been met lately, by a mark of one byte that is kept with the message:
 * the number of the window in which it was met last.
 *
 * <p>A message is remembered for at least one window after it was last met and for less than two.
 * Windows end at multiples of their length. Marks come round after 255 windows: a message that
 * comes again after that long may then be taken for a duplicate, which it is.
 */
public final class Deduplicator {
  /** The mark of a message that was never met. */
  public static final byte NEVER = 0;

  private static final int MARKS = 255;

  private final long windowNs;

  /**
   * Remembers for a while.
   *
   * @param windowNs how long at least, positive
   */
  public Deduplicator(long windowNs) {
    if (windowNs < 1) {
      throw new IllegalArgumentException("windowNs is " + windowNs + "; it must be at least 1");
    }
    this.windowNs = windowNs;
  }

  /** The mark of a message that is met now. */
  public byte mark(long nowNs) {
    return (byte) (window(nowNs) + 1);
  }

  /** Whether a message with this mark was met in this window or the one before. */
  public boolean isDuplicate(byte mark, long nowNs) {
    if (mark == NEVER) {
      return false;
    }
    int windowsAgo = Math.floorMod(window(nowNs) - ((mark & 0xff) - 1), MARKS);
    return windowsAgo <= 1;
  }

  private int window(long nowNs) {
    return (int) (nowNs / windowNs % MARKS);
  }
}
