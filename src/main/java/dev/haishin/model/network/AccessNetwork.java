package dev.haishin.model.network;

import dev.haishin.engine.CounterHash;
import dev.haishin.engine.Distribution;

/**
 * The last mile: one-way latency between a client and its gateway, a constant of the connection
 * (user, generation), so that a connection's frames keep their order.
 */
public final class AccessNetwork {
  private final Distribution law;
  private final long floorNs;
  private final long key;

  /**
   * The last mile of a seed.
   *
   * @param law one-way latency, nanoseconds
   * @param floorNs no connection is faster
   */
  public AccessNetwork(Distribution law, long floorNs, long seed) {
    this.law = law;
    this.floorNs = floorNs;
    this.key = CounterHash.key(seed, "access-latency", "");
  }

  /** One way for one connection, nanoseconds. */
  public long latencyNs(int user, int generation) {
    return Math.max(floorNs, law.valueAt(CounterHash.bits(key, user, generation)));
  }

  /** The least latency of any connection, nanoseconds. */
  public long floorNs() {
    return floorNs;
  }
}
