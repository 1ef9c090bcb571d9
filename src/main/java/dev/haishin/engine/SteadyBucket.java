package dev.haishin.engine;

/**
 * A token bucket that refills evenly; a token is {@code periodNs} units, a nanosecond brings some.
 */
final class SteadyBucket implements TokenBucket {
  private final long unitsPerToken;
  private final long unitsPerNs;
  private final long fullUnits;
  private long units;
  private long asOfNs;

  SteadyBucket(long capacity, long tokens, long periodNs) {
    if (capacity < 1 || tokens < 1 || periodNs < 1 || capacity > (1L << 62) / periodNs) {
      throw new IllegalArgumentException(
          "no token bucket of " + capacity + " with " + tokens + " in " + periodNs + " ns");
    }
    unitsPerToken = periodNs;
    unitsPerNs = tokens;
    fullUnits = capacity * periodNs;
    units = fullUnits;
  }

  @Override
  public boolean tryTake(long nowNs, long tokens) {
    refill(nowNs);
    if (units / unitsPerToken < tokens) {
      return false;
    }
    units -= tokens * unitsPerToken;
    return true;
  }

  @Override
  public long admit(long nowNs) {
    refill(nowNs);
    units = Math.subtractExact(units, unitsPerToken);
    return units >= 0 ? nowNs : nowNs + ceilDiv(-units);
  }

  @Override
  public long available(long nowNs) {
    refill(nowNs);
    return Math.max(0, units / unitsPerToken);
  }

  @Override
  public long readyNs(long nowNs) {
    refill(nowNs);
    return units >= unitsPerToken ? nowNs : nowNs + ceilDiv(unitsPerToken - units);
  }

  private void refill(long nowNs) {
    long elapsedNs = nowNs - asOfNs;
    asOfNs = nowNs;
    long missing = fullUnits - units;
    units = elapsedNs > missing / unitsPerNs ? fullUnits : units + elapsedNs * unitsPerNs;
  }

  private long ceilDiv(long wanted) {
    return (wanted + unitsPerNs - 1) / unitsPerNs;
  }
}
