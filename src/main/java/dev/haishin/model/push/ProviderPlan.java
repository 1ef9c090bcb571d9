package dev.haishin.model.push;

import dev.haishin.engine.Distribution;

/**
 * A push provider, one for the world.
 *
 * @param quotaPerSecond requests accepted, infinite for no limit
 * @param quotaWindowNs after which the quota is whole again, 0 for a steady one
 * @param streams of one connection
 * @param connections of all relays together
 * @param response nanoseconds from request to answer
 * @param latency nanoseconds from acceptance to the device
 * @param linkNs one way from a relay
 */
public record ProviderPlan(
    double quotaPerSecond,
    long quotaWindowNs,
    int streams,
    int connections,
    Distribution response,
    Distribution latency,
    long linkNs) {

  /** A quota of its own. */
  public Quota quota() {
    return Quota.of(quotaPerSecond, quotaWindowNs);
  }
}
