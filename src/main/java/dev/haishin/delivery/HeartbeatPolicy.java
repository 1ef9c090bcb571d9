package dev.haishin.delivery;

/**
 * Fixed-interval heartbeats: when a client beats, when it gives its gateway up, and when the
 * gateway gives the client up.
 *
 * <p>A client's beats are the instants congruent to its phase modulo the interval, so the next beat
 * needs no memory. Intervals in use: facts row R04.
 *
 * @param intervalNs from beat to beat, or {@link #NEVER}
 * @param timeoutNs how long a client waits for the answer to a beat
 * @param idleCutoffNs how long a gateway hears nothing before it drops a connection, or {@link
 *     #NEVER}
 */
public record HeartbeatPolicy(long intervalNs, long timeoutNs, long idleCutoffNs) {
  /** The interval of clients that do not beat, and the instant of what does not come. */
  public static final long NEVER = Long.MAX_VALUE;

  /** Refuses values out of range. */
  public HeartbeatPolicy {
    requirePositive("intervalNs", intervalNs);
    requirePositive("timeoutNs", timeoutNs);
    requirePositive("idleCutoffNs", idleCutoffNs);
    if (idleCutoffNs <= intervalNs && intervalNs != NEVER) {
      throw new IllegalArgumentException(
          "idleCutoffNs is "
              + idleCutoffNs
              + "; it must exceed intervalNs = "
              + intervalNs
              + ", or healthy connections are dropped");
    }
  }

  /**
   * The policy whose gateways drop a connection after one and a half intervals of silence, which
   * MQTT brokers do too (facts row P72).
   */
  public static HeartbeatPolicy of(long intervalNs, long timeoutNs) {
    long cutoffNs = intervalNs == NEVER ? NEVER : Math.addExact(intervalNs, intervalNs / 2);
    return new HeartbeatPolicy(intervalNs, timeoutNs, cutoffNs);
  }

  /**
   * A client's phase, uniform in [0, interval); 0 if clients do not beat.
   *
   * @param bits 64 uniform bits
   */
  public long phaseNs(long bits) {
    return intervalNs == NEVER ? 0 : Math.multiplyHigh(bits >>> 1, intervalNs << 1);
  }

  /** The client's first beat after now, or {@link #NEVER}. */
  public long nextBeatNs(long phaseNs, long nowNs) {
    return intervalNs == NEVER ? NEVER : nextBeatNs(phaseNs, intervalNs, nowNs);
  }

  /** When a client that sent a beat gives its gateway up if nothing comes back. */
  public long detectionNs(long beatNs) {
    return beatNs + timeoutNs;
  }

  /** When a gateway that last heard of a client then drops the connection, or {@link #NEVER}. */
  public long idleCutoffAtNs(long lastHeardNs) {
    return idleCutoffNs == NEVER ? NEVER : lastHeardNs + idleCutoffNs;
  }

  /** The first instant after now that is congruent to the phase modulo the period. */
  public static long nextBeatNs(long phaseNs, long periodNs, long nowNs) {
    return nowNs + periodNs - Math.floorMod(nowNs - phaseNs, periodNs);
  }

  /** The last instant up to now, now included, that is congruent to the phase modulo the period. */
  public static long lastBeatNs(long phaseNs, long periodNs, long nowNs) {
    return nowNs - Math.floorMod(nowNs - phaseNs, periodNs);
  }

  private static void requirePositive(String name, long valueNs) {
    if (valueNs <= 0) {
      throw new IllegalArgumentException(name + " is " + valueNs + "; it must be positive");
    }
  }
}
