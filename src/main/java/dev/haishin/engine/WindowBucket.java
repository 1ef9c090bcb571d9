package dev.haishin.engine;

/** A token bucket that is filled up at once at the beginning of each window. */
final class WindowBucket implements TokenBucket {
  private final long capacity;
  private final long windowNs;
  private long windowStartNs;
  private long taken;

  WindowBucket(long capacity, long windowNs) {
    if (capacity < 1 || windowNs < 1) {
      throw new IllegalArgumentException(
          "no token bucket of " + capacity + " a window of " + windowNs + " ns");
    }
    this.capacity = capacity;
    this.windowNs = windowNs;
  }

  @Override
  public boolean tryTake(long nowNs, long tokens) {
    if (available(nowNs) < tokens) {
      return false;
    }
    taken += tokens;
    return true;
  }

  @Override
  public long admit(long nowNs) {
    long atNs = readyNs(nowNs);
    taken++;
    return atNs;
  }

  @Override
  public long available(long nowNs) {
    open(nowNs);
    return Math.max(0, capacity - taken);
  }

  @Override
  public long readyNs(long nowNs) {
    open(nowNs);
    long windowsAhead = taken / capacity;
    return windowsAhead == 0 ? nowNs : windowStartNs + windowsAhead * windowNs;
  }

  private void open(long nowNs) {
    long passed = (nowNs - windowStartNs) / windowNs;
    if (passed > 0) {
      windowStartNs += passed * windowNs;
      taken = passed > taken / capacity ? 0 : taken - passed * capacity;
    }
  }
}
