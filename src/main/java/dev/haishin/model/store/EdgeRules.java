package dev.haishin.model.store;

import dev.haishin.engine.Distribution;

/**
 * A region's cache of inboxes and chat logs that are kept in another region.
 *
 * @param hitRate share of reads that find what they ask for, 0 to 1
 * @param lagNs from a write at home until the cache has it, at least 0
 * @param get delay of a read that hits, nanoseconds, beyond the way there and back
 */
public record EdgeRules(double hitRate, long lagNs, Distribution get) {

  /** Checks the numbers. */
  public EdgeRules {
    if (!(hitRate >= 0 && hitRate <= 1) || lagNs < 0) {
      throw new IllegalArgumentException("no edge cache has " + hitRate + ", " + lagNs + " ns");
    }
  }
}
