package dev.haishin.model.push;

/**
 * How many requests a provider accepts: any number, or a mean rate in one of two ways.
 *
 * <p>In windows: each starts with its full number whatever the one before left over (facts.md N20:
 * FCM's bucket "refills to full at window end"), so up to two windows' worth can pass around a
 * window's end. Windows count from the start of the simulation; a provider's are not aligned with
 * anything that a sender knows.
 *
 * <p>Steadily: a bucket that fills all the time and holds one second's worth, at least one request.
 * That size is an assumption; no provider publishes one.
 *
 * @param perWindow requests in a window
 * @param windowNs length of a window
 * @param steady whether the window's number comes bit by bit instead of at its start
 */
public record Quota(long perWindow, long windowNs, boolean steady) {
  private static final double NS_PER_SECOND = 1e9;
  private static final long MINUTE_NS = 60_000_000_000L;
  private static final double MOST_PER_SECOND = 100e6;

  /** Refuses values out of range. */
  public Quota {
    if (perWindow < 0) {
      throw new IllegalArgumentException("perWindow is " + perWindow + "; it must not be negative");
    }
    if (windowNs < 1) {
      throw new IllegalArgumentException("windowNs is " + windowNs + "; it must be at least 1");
    }
  }

  /** No limit. */
  public static Quota none() {
    return new Quota(Long.MAX_VALUE, Long.MAX_VALUE, false);
  }

  /** Whether there is a limit at all. */
  public boolean isLimited() {
    return !equals(none());
  }

  /**
   * A mean rate.
   *
   * @param perSecond at least 0; no limit from 100 million on
   * @param windowNs length of its windows, 0 for a steady rate
   */
  public static Quota of(double perSecond, long windowNs) {
    if (perSecond >= MOST_PER_SECOND) {
      return none();
    }
    boolean steady = windowNs == 0;
    long lengthNs = steady ? MINUTE_NS : windowNs;
    return new Quota(Math.round(perSecond * lengthNs / NS_PER_SECOND), lengthNs, steady);
  }
}
