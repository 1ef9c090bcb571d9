package dev.haishin.model.kafka;

import java.util.Objects;

/**
 * What a broker is made of.
 *
 * @param handlers request handlers, Kafka's {@code num.io.threads} (8, row K06) or its cores
 * @param costs what requests cost it
 * @param followerFetch limits of the followers' fetches, whose least bytes must be 1
 * @param groupFetch limits of the consumers' fetches
 * @param replication how replicas are kept
 * @param quotas of each client
 */
public record BrokerSettings(
    int handlers,
    BrokerCosts costs,
    FetchLimits followerFetch,
    FetchLimits groupFetch,
    Replication replication,
    Quotas quotas) {

  /** A broker without quotas. */
  public BrokerSettings(
      int handlers,
      BrokerCosts costs,
      FetchLimits followerFetch,
      FetchLimits groupFetch,
      Replication replication) {
    this(handlers, costs, followerFetch, groupFetch, replication, Quotas.NONE);
  }

  /** Refuses a broker without handlers, and followers that would hold the high watermark back. */
  public BrokerSettings {
    if (handlers < 1) {
      throw new IllegalArgumentException("a broker has at least 1 handler, not " + handlers);
    }
    Objects.requireNonNull(costs, "costs");
    Objects.requireNonNull(groupFetch, "groupFetch");
    Objects.requireNonNull(replication, "replication");
    Objects.requireNonNull(quotas, "quotas");
    if (followerFetch.minBytes() != 1) {
      throw new IllegalArgumentException(
          "a follower waits for 1 B, not for " + followerFetch.minBytes());
    }
  }
}
