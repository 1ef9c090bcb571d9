package dev.haishin.delivery;

/**
 * What a client remembers of its inbox to drop what it has and to see inversions, in one long: the
 * highest revision received (upper 32 bits) and which of the 32 revisions up to it were received
 * (lower 32 bits, bit k for the revision k below).
 *
 * <p>This is the anti-replay window of IPsec (RFC 4303, section 3.4.3) put to another use.
 * Revisions start at 1 and may wrap around: of two, the one less than 2^31 ahead is newer.
 */
public final class InboxWindow {
  /** The window of a client that has received nothing. */
  public static final long EMPTY = 0;

  /** The revisions that a window tells apart. */
  public static final int WIDTH = 32;

  /** What an arriving revision is to the client. */
  public enum Arrival {
    /** Newer than everything before it. */
    FIRST,
    /** Not received before, but something newer was: the order was inverted. */
    INVERSION,
    /** Received before. */
    DUPLICATE,
    /** Too old for the window to tell; the client drops it and relies on its next sync. */
    STALE
  }

  private InboxWindow() {}

  /** The window of a client that has everything up to a revision, as after a sync. */
  public static long upTo(int revision) {
    return pack(revision, -1);
  }

  /** The highest revision received. */
  public static int revision(long window) {
    return (int) (window >>> 32);
  }

  /** What a revision would be if it arrived now. */
  public static Arrival classify(long window, int revision) {
    int ahead = revision - revision(window);
    if (ahead > 0) {
      return Arrival.FIRST;
    }
    if (ahead <= -WIDTH) {
      return Arrival.STALE;
    }
    boolean received = ((int) window >>> -ahead & 1) != 0;
    return received ? Arrival.DUPLICATE : Arrival.INVERSION;
  }

  /** The window after a revision has arrived. It changes for a first arrival and an inversion. */
  public static long accept(long window, int revision) {
    int ahead = revision - revision(window);
    if (ahead > 0) {
      int moved = ahead < WIDTH ? (int) window << ahead : 0;
      return pack(revision, moved | 1);
    }
    return ahead <= -WIDTH ? window : window | 1L << -ahead;
  }

  private static long pack(int revision, int received) {
    return (long) revision << 32 | (received & 0xffff_ffffL);
  }
}
