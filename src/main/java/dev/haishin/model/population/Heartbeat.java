package dev.haishin.model.population;

import dev.haishin.delivery.AdaptiveHeartbeat;
import dev.haishin.delivery.HeartbeatPolicy;
import dev.haishin.engine.CounterHash;

/**
 * When each connection beats: a uniform phase of its own, a hash of (user, generation), so that a
 * client and its gateway know the instants without telling each other.
 *
 * <p>Adaptive beats come when their client says so; then the instants here mean nothing.
 */
public final class Heartbeat {
  private final HeartbeatPolicy policy;
  private final AdaptiveHeartbeat adaptive;
  private final long key;

  /** Heartbeats of a seed, at a fixed interval. */
  public Heartbeat(HeartbeatPolicy policy, long seed) {
    this(policy, null, seed);
  }

  /**
   * Heartbeats of a seed.
   *
   * @param adaptive how clients look for their intervals, or null
   */
  public Heartbeat(HeartbeatPolicy policy, AdaptiveHeartbeat adaptive, long seed) {
    this.policy = policy;
    this.adaptive = adaptive;
    this.key = CounterHash.key(seed, "heartbeat-phase", "");
  }

  /** Whether clients beat at all. */
  public boolean isOn() {
    return policy.intervalNs() != HeartbeatPolicy.NEVER;
  }

  /** Whether clients beat at the instants that are known here. */
  public boolean isFixed() {
    return isOn() && adaptive == null;
  }

  /** How clients look for their intervals, or null. */
  public AdaptiveHeartbeat adaptive() {
    return adaptive;
  }

  /** Between two beats, nanoseconds. */
  public long periodNs() {
    return policy.intervalNs();
  }

  /** A connection's beats are the instants that lie this far into a period, nanoseconds. */
  public long phaseNs(int user, int generation) {
    return policy.phaseNs(CounterHash.bits(key, user, generation));
  }

  /** The first beat of a connection after an instant. */
  public long nextAfterNs(int user, int generation, long afterNs) {
    return policy.nextBeatNs(phaseNs(user, generation), afterNs);
  }

  /** When a client whose beat is not answered gives its gateway up. */
  public long detectionNs(long beatNs) {
    return policy.detectionNs(beatNs);
  }

  /** When a gateway drops a connection of which it has not heard since. */
  public long idleCutoffAtNs(long lastHeardNs) {
    return policy.idleCutoffAtNs(lastHeardNs);
  }
}
