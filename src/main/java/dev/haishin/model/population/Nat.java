package dev.haishin.model.population;

import dev.haishin.engine.CounterHash;
import dev.haishin.engine.Distribution;

/**
 * The NATs between a shard's users and the world: each forgets a connection on which nothing has
 * passed for a time of its own, and says so to nobody (facts.md R01).
 *
 * <p>The time is a constant of the user, a hash. Kept a user, if there are NATs at all: when the
 * last frame passed (8 B) and whether the connection is cut (1 bit). A beat at a fixed interval is
 * not kept, its instants are known.
 */
final class Nat {
  private final Distribution timeout;
  private final long key;
  private final long[] lastNs;
  private final long[] cut;

  /**
   * The NATs of so many users.
   *
   * @param timeout of an idle connection, nanoseconds; null if none is ever cut
   */
  Nat(Distribution timeout, int users, long seed) {
    this.timeout = timeout;
    this.key = CounterHash.key(seed, "nat-timeout", "");
    this.lastNs = new long[timeout == null ? 0 : users];
    this.cut = new long[timeout == null ? 0 : (users + 63) >>> 6];
  }

  /** Whether any connection is ever cut. */
  boolean isOn() {
    return timeout != null;
  }

  /** How long a user's idle connection lasts, nanoseconds. */
  long timeoutNs(int user) {
    return Math.max(1, timeout.valueAt(CounterHash.bits(key, user)));
  }

  /** A frame passes, or will have passed by an instant. */
  void passed(int row, long atNs) {
    if (lastNs.length > 0) {
      lastNs[row] = Math.max(lastNs[row], atNs);
    }
  }

  /** When the last frame passed that is no beat of a fixed interval. */
  long lastNs(int row) {
    return lastNs[row];
  }

  /** Whether nothing passes any more on a user's connection. */
  boolean isCut(int row) {
    return cut.length > 0 && (cut[row >>> 6] >>> row & 1) != 0;
  }

  void cut(int row) {
    cut[row >>> 6] |= 1L << row;
  }

  /** The user has no connection, or a new one. */
  void forget(int row) {
    if (cut.length > 0) {
      cut[row >>> 6] &= ~(1L << row);
    }
  }
}
