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
 * @param rules what it answers besides
 * @param storage which devices sleep, and what it keeps for them
 */
public record ProviderPlan(
    double quotaPerSecond,
    long quotaWindowNs,
    int streams,
    int connections,
    Distribution response,
    Distribution latency,
    long linkNs,
    ProviderRules rules,
    StorageRules storage) {

  /** A quota of its own. */
  public Quota quota() {
    return Quota.of(quotaPerSecond, quotaWindowNs);
  }

  /** Whether it has something to decide that its relays cannot know. */
  public boolean isLimited() {
    return quota().isLimited() || rules.limitsDevices() || storage.isNeeded();
  }

  /** A relay's share of it. */
  public ProviderConnections connections(int process, int relays, ProviderHealth health) {
    return new ProviderConnections(
        process,
        linkNs,
        ProviderConnections.share(streams, connections, relays),
        response,
        isLimited(),
        latency,
        rules,
        health);
  }
}
