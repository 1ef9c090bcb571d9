package dev.haishin.experiment.chaos;

import dev.haishin.scenario.RegionSpec;

/** How many hosts there are of a component, and how many of them a failure hits. */
final class Hosts {
  private Hosts() {}

  /** Hosts of a component in a region; 0 where it has none, or is no fleet. */
  static int of(String component, RegionSpec region, boolean isHome) {
    RegionSpec.Fleets fleets = region.fleets();
    if (component.equals("gateway")) {
      return fleets.gateways().count();
    }
    if (!isHome) {
      return 0;
    }
    return switch (component) {
      case "broker" -> fleets.brokers().count();
      case "redis" -> fleets.shards().count();
      case "worker" -> fleets.workers().count();
      case "store" -> fleets.regionServers().count();
      case "relay" -> fleets.relays().count();
      default -> 0;
    };
  }

  /** How many of {@code hosts} hosts a failure hits: one where it names one or does not say. */
  static long hit(Incident incident, int hosts) {
    long count = incident.value("count");
    long share = incident.value("share");
    if (count >= 0) {
      return Math.min(hosts, count);
    }
    double fraction = share / (100.0 * Measure.PER_PERCENT);
    return share < 0 ? 1 : Math.max(1, Math.round(fraction * hosts));
  }
}
