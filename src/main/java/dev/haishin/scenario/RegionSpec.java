package dev.haishin.scenario;

import java.util.List;
import java.util.Optional;

/**
 * A region, resolved: scale and load applied, overrides merged.
 *
 * @param home index of the region that holds its people's data
 * @param failover indices of the regions whose gateways its people dial when it is lost, the
 *     preferred one first
 * @param standby the second site of its data, if there is one
 * @param messagesPerSecond its share of the world's mean rate
 * @param shape of its load
 * @param utcOffsetSeconds where its day begins
 * @param fleets its hosts; those of the back end serve the regions whose home it is
 */
public record RegionSpec(
    String name,
    int users,
    ConnectedSpec connected,
    int zones,
    double iosShare,
    int home,
    List<Integer> failover,
    Optional<StandbySpec> standby,
    double messagesPerSecond,
    ShapeSpec shape,
    int utcOffsetSeconds,
    Section clients,
    Section gateways,
    Section kafka,
    Section redis,
    Section store,
    Section push,
    Section costs,
    Section residency,
    Fleets fleets) {

  /** How long a host of a component can stand still without being taken for dead, nanoseconds. */
  public long longestPauseNs(String component) {
    return PauseLimits.longestNs(component, clients, kafka, redis, store);
  }

  /**
   * Hosts by component.
   *
   * @param partitions of the topic
   */
  public record Fleets(
      Fleet gateways,
      Fleet brokers,
      int partitions,
      Fleet workers,
      Fleet shards,
      Fleet regionServers,
      Fleet relays) {}
}
