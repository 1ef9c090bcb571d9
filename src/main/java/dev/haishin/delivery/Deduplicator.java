package dev.haishin.delivery;

/**
 * Tells whether a message is met for the first time, by the ids met within the dedup window.
 *
 * <p>An id is remembered for at least one window after it was last met and for at most two, so
 * memory is bounded by the messages of two windows: 11 to 21 bytes each.
 */
public final class Deduplicator {
  private final TwoGenerations recent;

  /**
   * Makes one that has met nothing.
   *
   * @param windowNs how long an id is remembered at least
   */
  public Deduplicator(long windowNs) {
    recent = new TwoGenerations(windowNs, 0);
  }

  /**
   * Remembers a message and tells whether it is new.
   *
   * @param messageId at least 0
   */
  public boolean firstTime(long messageId, long nowNs) {
    recent.advanceTo(nowNs);
    return recent.young().add(messageId) && recent.old().find(messageId) == LongTable.ABSENT;
  }

  /** The ids held; one met again lately may count twice. */
  public long size() {
    return recent.size();
  }
}
