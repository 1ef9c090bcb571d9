package dev.haishin.engine;

/**
 * A limit on a rate that lets bursts through: each admission takes a token, and tokens come back
 * over time up to a capacity. Buckets start full and calculate in integers: they admit exactly
 * their rate, however long they run.
 *
 * <p>Instants are given in order of time.
 */
public interface TokenBucket {

  /** Takes tokens if they are there now. */
  boolean tryTake(long nowNs, long tokens);

  /** Takes a token if one is there now. */
  default boolean tryTake(long nowNs) {
    return tryTake(nowNs, 1);
  }

  /**
   * Takes a token now or, in the order of calls, the next one to come that nobody was promised.
   *
   * @return when the token is there
   */
  long admit(long nowNs);

  /** Whole tokens that can be taken now. */
  long available(long nowNs);

  /** The earliest instant, from now on, at which a token can be taken if nobody else comes. */
  long readyNs(long nowNs);

  /**
   * A bucket that refills evenly.
   *
   * @param capacity tokens held when full, at least 1 and at most 9 * 10^9
   * @param tokensPerSecond at least 1
   */
  static TokenBucket perSecond(long capacity, long tokensPerSecond) {
    return new SteadyBucket(capacity, tokensPerSecond, 1_000_000_000L);
  }

  /**
   * A bucket that refills evenly, for rates that are no whole number a second.
   *
   * @param tokens at least 1, come back in each period
   * @param periodNs capacity times period stays below 2^62
   */
  static TokenBucket perPeriod(long capacity, long tokens, long periodNs) {
    return new SteadyBucket(capacity, tokens, periodNs);
  }

  /** A bucket that is filled up at once whenever a window of this length begins, from instant 0. */
  static TokenBucket perWindow(long capacity, long windowNs) {
    return new WindowBucket(capacity, windowNs);
  }
}
