package dev.haishin.model.push;

/** What is left of a provider's quota. */
final class QuotaMeter {
  private static final long SECOND_NS = 1_000_000_000;

  private final Quota quota;

  private final long price;
  private final long full;
  private long window;
  private long sinceNs;
  private long left;

  /** A meter at the start of the simulation, full. */
  QuotaMeter(Quota quota) {
    this.quota = quota;
    if (quota.steady()) {
      // A nanosecond brings perWindow / windowNs of a request: counted in parts of 1 / windowNs.
      price = quota.windowNs();
      full = Math.max(price, Math.multiplyExact(quota.perWindow(), SECOND_NS));
    } else {
      price = 1;
      full = quota.perWindow();
    }
    left = quota.perWindow() == 0 ? 0 : full;
  }

  /** Takes one request's place, if there is any left. */
  boolean take(long nowNs) {
    if (quota.steady()) {
      fill(nowNs);
    } else {
      startWindow(nowNs / quota.windowNs());
    }
    if (left < price) {
      return false;
    }
    left -= price;
    return true;
  }

  private void startWindow(long present) {
    if (present != window) {
      window = present;
      left = full;
    }
  }

  private void fill(long nowNs) {
    long elapsedNs = nowNs - sinceNs;
    sinceNs = nowNs;
    if (quota.perWindow() > 0) {
      long missing = full - left;
      boolean fills = elapsedNs > missing / quota.perWindow();
      left = fills ? full : left + elapsedNs * quota.perWindow();
    }
  }
}
