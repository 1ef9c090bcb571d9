package dev.haishin.model.push;

/** What is left of a provider's quota in the present window. */
final class QuotaMeter {
  private final Quota quota;
  private long window;
  private long left;

  /** A meter in the first window, full. */
  QuotaMeter(Quota quota) {
    this.quota = quota;
    left = quota.perWindow();
  }

  /** Takes one request's place in the present window, if there is any left. */
  boolean take(long nowNs) {
    long present = nowNs / quota.windowNs();
    if (present != window) {
      window = present;
      left = quota.perWindow();
    }
    if (left == 0) {
      return false;
    }
    left--;
    return true;
  }
}
