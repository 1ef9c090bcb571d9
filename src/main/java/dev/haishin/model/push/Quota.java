package dev.haishin.model.push;

/**
 * How many requests a provider accepts: any number, or so many a window. Each window starts with
 * its full number whatever the one before left over (facts.md N20: FCM's bucket "refills to full at
 * window end"), so up to two windows' worth can pass around a window's end.
 *
 * @param perWindow requests in a window
 * @param windowNs length of a window; windows count from the start of the simulation, a provider's
 *     are not aligned with anything that a sender knows
 */
public record Quota(long perWindow, long windowNs) {
  private static final double NS_PER_SECOND = 1e9;

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
    return new Quota(Long.MAX_VALUE, Long.MAX_VALUE);
  }

  /**
   * A mean rate, given out a window at a time.
   *
   * @param perSecond at least 0
   * @param windowNs at least 1
   */
  public static Quota of(double perSecond, long windowNs) {
    return new Quota(Math.round(perSecond * windowNs / NS_PER_SECOND), windowNs);
  }
}
