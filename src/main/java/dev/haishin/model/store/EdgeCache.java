package dev.haishin.model.store;

import dev.haishin.engine.CounterHash;

/**
 * The edge cache of one region whose people's data is kept in another, as its gateways use it.
 *
 * <p>A read hits by a hash of user and instant, so gateways need no common state. It shows what was
 * written at home up to the lag before. What misses, and what is too new, is read at home.
 *
 * <p>Left out: what the cache holds and evicts (the hit rate is given), its capacity, and the bytes
 * that fill it.
 */
public final class EdgeCache {
  private final EdgeRules rules;
  private final long roundTripNs;
  private final long hitKey;
  private final long getKey;

  /**
   * The cache of a region.
   *
   * @param roundTripNs between a gateway and the cache
   * @param name of the region
   */
  public EdgeCache(EdgeRules rules, long roundTripNs, long seed, String name) {
    this.rules = rules;
    this.roundTripNs = roundTripNs;
    hitKey = CounterHash.key(seed, "store.edge.hit", name);
    getKey = CounterHash.key(seed, "store.edge.get", name);
  }

  /** Whether a read at an instant finds what it asks for. */
  public boolean hits(int user, long atNs) {
    double drawn = (CounterHash.bits(hitKey, user, atNs) >>> 11) * 0x1.0p-53;
    return drawn < rules.hitRate();
  }

  /** Up to when an answer to a read shows what was written, 0 at least. */
  public long shownNs(long atNs) {
    return Math.max(0, atNs - rules.lagNs());
  }

  /** When the answer to a read that hits is with its gateway. */
  public long doneNs(int user, long atNs) {
    return atNs + roundTripNs + rules.get().valueAt(CounterHash.bits(getKey, user, atNs));
  }
}
