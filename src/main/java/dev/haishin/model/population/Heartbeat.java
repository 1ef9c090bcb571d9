package dev.haishin.model.population;

import dev.haishin.engine.CounterHash;

/**
 * When each connection beats: a uniform phase of its own, a hash of (user, generation), so that a client
 * and its gateway know the instants without telling each other.
 */
public final class Heartbeat {
  /** The period of clients that never beat. */
  public static final long NEVER = 0;

  private final long periodNs;
  private final long timeoutNs;
  private final long key;

  /**
   * Heartbeats of a seed.
   *
   * @param periodNs between two beats, {@link #NEVER} for none
   * @param timeoutNs how long a client waits for the answer
   */
  public Heartbeat(long periodNs, long timeoutNs, long seed) {
    this.periodNs = periodNs;
    this.timeoutNs = timeoutNs;
    this.key = CounterHash.key(seed, "heartbeat-phase", "");
  }

  /** Between two beats, {@link #NEVER} for none. */
  public long periodNs() {
    return periodNs;
  }

  /** How long a client waits for the answer. */
  public long timeoutNs() {
    return timeoutNs;
  }

  /** The first beat of a connection after an instant. */
  public long nextAfterNs(int user, int generation, long afterNs) {
    long phaseNs =
        Math.multiplyHigh(CounterHash.bits(key, user, generation) >>> 1, periodNs << 1);
    return afterNs + periodNs - Math.floorMod(afterNs - phaseNs, periodNs);
  }
}
