package dev.haishin.model.fanout;

/** Which records of one partition are done, so that offsets are committed in order. */
final class OffsetWindow {
  private final long[] done;
  private final int mask;
  private long committed;
  private long fetched;

  /**
   * A window from an offset on.
   *
   * @param most records in flight, a power of two of at least 64
   */
  OffsetWindow(int most, long firstOffset) {
    done = new long[most / 64];
    mask = most - 1;
    committed = firstOffset;
    fetched = firstOffset;
  }

  /** A record has come; offsets left out before it hold none. */
  void fetched(long offset) {
    for (; fetched < offset; fetched++) {
      set(fetched);
    }
    fetched = offset + 1;
  }

  /**
   * A record is done.
   *
   * @return the offset up to which all are done now, exclusive
   */
  long finish(long offset) {
    set(offset);
    while (committed < fetched && get(committed)) {
      clear(committed);
      committed++;
    }
    return committed;
  }

  /** Records fetched and not covered by the committed offset. */
  long inFlight() {
    return fetched - committed;
  }

  private boolean get(long offset) {
    int bit = (int) offset & mask;
    return (done[bit >>> 6] >>> (bit & 63) & 1) != 0;
  }

  private void set(long offset) {
    int bit = (int) offset & mask;
    done[bit >>> 6] |= 1L << (bit & 63);
  }

  private void clear(long offset) {
    int bit = (int) offset & mask;
    done[bit >>> 6] &= ~(1L << (bit & 63));
  }
}
