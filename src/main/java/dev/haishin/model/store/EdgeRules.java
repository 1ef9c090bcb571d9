package dev.haishin.model.store;

import dev.haishin.engine.Distribution;

/**
 * A region's copy of inboxes and chat logs that are kept in another region: a cache, which has a
 * share of what is read, or a read replica, which has everything that was shipped to it.
 *
 * @param hitRate share of reads that find what they ask for, 0 to 1
 * @param lagNs from a write at home until a cache has it, at least 0
 * @param everyNs how often the home ships what is new to a replica; 0 for a cache
 * @param get delay of a read that hits, nanoseconds, beyond the way there and back
 */
public record EdgeRules(double hitRate, long lagNs, long everyNs, Distribution get) {

  /** Checks the numbers. */
  public EdgeRules {
    if (!(hitRate >= 0 && hitRate <= 1) || lagNs < 0 || everyNs < 0) {
      throw new IllegalArgumentException(
          "no copy has a hit rate of "
              + hitRate
              + ", "
              + lagNs
              + " ns of lag, shipped every "
              + everyNs
              + " ns");
    }
  }

  /** A cache that lags. */
  public static EdgeRules cache(double hitRate, long lagNs, Distribution get) {
    return new EdgeRules(hitRate, lagNs, 0, get);
  }

  /**
   * A replica that lags by the way from home and the time between two shipments.
   *
   * @param everyNs at least 1
   */
  public static EdgeRules replica(long everyNs, Distribution get) {
    return new EdgeRules(1, 0, Math.max(1, everyNs), get);
  }

  /** Whether everything that is written is shipped here. */
  public boolean isReplica() {
    return everyNs > 0;
  }
}
