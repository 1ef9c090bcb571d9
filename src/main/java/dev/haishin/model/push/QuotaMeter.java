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
  private double lastShare = 1;

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

  /** Takes one request's place, if there is any left of the whole quota. */
  boolean take(long nowNs) {
    return take(nowNs, 1);
  }

  /**
   * Takes one request's place, if there is any left.
   *
   * @param share of the quota that there is at present, 0 to 1; of a window it is what may be used
   *     from its start
   */
  boolean take(long nowNs, double share) {
    if (quota.steady()) {
      fill(nowNs, share);
    } else {
      startWindow(nowNs / quota.windowNs());
    }
    long withheld = full - part(full, share);
    if (left - price < (quota.steady() ? 0 : withheld)) {
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

  /** What fell in since the last time came at the lower of the shares then and now. */
  private void fill(long nowNs, double share) {
    long elapsedNs = nowNs - sinceNs;
    sinceNs = nowNs;
    long perWindow = part(quota.perWindow(), Math.min(share, lastShare));
    lastShare = share;
    long most = Math.max(price, part(full, share));
    left = Math.min(left, most);
    if (perWindow > 0) {
      boolean fills = elapsedNs > (most - left) / perWindow;
      left = fills ? most : left + elapsedNs * perWindow;
    }
  }

  private static long part(long whole, double share) {
    return share == 1 ? whole : (long) (whole * share);
  }
}
