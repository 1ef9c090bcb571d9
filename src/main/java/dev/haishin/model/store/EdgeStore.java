package dev.haishin.model.store;

import dev.haishin.engine.CounterHash;
import dev.haishin.model.network.Network;

/**
 * The copy of one region whose people's data is kept in another, as its gateways use it: a cache or
 * a read replica ({@link EdgeRules}).
 *
 * <p>A read of a cache hits by a hash of user and instant, so gateways need no common state; a
 * replica has everything. Both show what was written at home up to some time before. What misses,
 * and what is too new, is read at home.
 *
 * <p>Left out: what a cache holds and evicts (the hit rate is given), the bytes that fill it, and
 * the capacity of either.
 */
public final class EdgeStore {
  private final EdgeRules rules;
  private final Network network;
  private final int home;
  private final int region;
  private final long roundTripNs;
  private final long wayNs;
  private final long hitKey;
  private final long getKey;

  /**
   * The copy of a region.
   *
   * @param network knows when no shipment leaves the home for the region
   * @param home the number of the region where the data is kept
   * @param region the number of this one
   * @param roundTripNs between a gateway and the copy
   * @param wayNs from the home to here
   * @param name of this region
   */
  public EdgeStore(
      EdgeRules rules,
      Network network,
      int home,
      int region,
      long roundTripNs,
      long wayNs,
      long seed,
      String name) {
    this.rules = rules;
    this.network = network;
    this.home = home;
    this.region = region;
    this.roundTripNs = roundTripNs;
    this.wayNs = wayNs;
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
    return rules.isReplica() ? shippedNs(atNs - wayNs) : Math.max(0, atNs - rules.lagNs());
  }

  /** When the answer to a read that hits is with its gateway. */
  public long doneNs(int user, long atNs) {
    return atNs + roundTripNs + rules.get().valueAt(CounterHash.bits(getKey, user, atNs));
  }

  /** The last shipment that left the home by an instant; none leaves while the regions are cut. */
  private long shippedNs(long byNs) {
    long lastNs = shipment(byNs);
    long cutNs = network.cutSinceNs(home, region, lastNs);
    return cutNs > lastNs ? lastNs : shipment(cutNs - 1);
  }

  private long shipment(long byNs) {
    return Math.max(0, byNs) / rules.everyNs() * rules.everyNs();
  }
}
