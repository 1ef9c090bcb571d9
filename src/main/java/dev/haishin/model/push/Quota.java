package dev.haishin.model.push;

/**
 * What a provider accepts at most: nothing is refused without a limit; with one, each window starts
 * with as many requests as the rate allows in it (facts.md N20: FCM's bucket "refills to full at
 * the window's end").
 *
 * <p>Windows run from the start of the simulation: a provider's are not aligned with anything that
 * a sender knows.
 */
public final class Quota {
  private final long perWindow;
  private final long windowNs;
  private long window = -1;
  private long left;

  private Quota(long perWindow, long windowNs) {
    this.perWindow = perWindow;
    this.windowNs = windowNs;
  }

  public static Quota none() {
    return new Quota(Long.MAX_VALUE, Long.MAX_VALUE);
  }

  public static Quota of(double perSecond, long windowNs) {
    return new Quota(Math.round(perSecond * windowNs / 1e9), windowNs);
  }

  boolean take(long nowNs) {
    long current = nowNs / windowNs;
    if (current != window) {
      window = current;
      left = perWindow;
    }
    if (left == 0) {
      return false;
    }
    left--;
    return true;
  }
}
