package dev.haishin.model.push;

/**
 * How many requests a provider accepts: any number, or so many a window. Each window starts with
 * its full number whatever the one before left over (facts.md N20: FCM's bucket "refills to full at
 * window end"), so up to two windows' worth can pass around a window's end.
 *
 * <p>Windows count from the start of the simulation; a provider's are not aligned with anything
 * that a sender knows.
 */
public final class Quota {
  private static final double NS_PER_SECOND = 1e9;

  private final long perWindow;
  private final long windowNs;
  private long window;
  private long left;

  private Quota(long perWindow, long windowNs) {
    this.perWindow = perWindow;
    this.windowNs = windowNs;
    left = perWindow;
  }

  /** No limit. */
  public static Quota none() {
    return new Quota(Long.MAX_VALUE, Long.MAX_VALUE);
  }

  /**
   * A mean rate, given out a window at a time.
   *
   * @param perSecond at least 0
   * @param windowNs at least 1
   */
  public static Quota of(double perSecond, long windowNs) {
    if (!(perSecond >= 0) || windowNs < 1) {
      throw new IllegalArgumentException(
          "a quota needs a rate of at least 0 and a window of at least 1 ns, not a window of "
              + windowNs
              + " ns");
    }
    return new Quota(Math.round(perSecond * windowNs / NS_PER_SECOND), windowNs);
  }

  /** Takes one request's place in the present window, if there is any left. */
  boolean take(long nowNs) {
    long present = nowNs / windowNs;
    if (present != window) {
      window = present;
      left = perWindow;
    }
    if (left == 0) {
      return false;
    }
    left--;
    return true;
  }
}
