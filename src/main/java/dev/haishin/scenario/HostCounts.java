package dev.haishin.scenario;

import java.util.List;

/** How many hosts of each component a region has, before and after scaling. */
final class HostCounts {
  /** The components that consist of hosts, in the words of failures. */
  static final List<String> COMPONENTS =
      List.of("gateway", "broker", "redis", "worker", "store", "relay");

  private HostCounts() {}

  /** Whether the counts of a region could be read. */
  static boolean areKnown(RegionDraft region) {
    Section gateways = region.gateways();
    boolean front =
        gateways != null
            && (gateways.find(GatewayKeys.PER_REGION).isPresent()
                || gateways.find(GatewayKeys.CONNECTIONS_EACH).isPresent());
    return region.isWhole()
        && front
        && has(region.kafka(), KafkaKeys.BROKERS)
        && has(region.kafka(), KafkaKeys.REPLICATION)
        && has(region.kafka(), KafkaKeys.WORKERS)
        && has(region.kafka().get(KafkaKeys.WORKERS), KafkaKeys.COUNT)
        && has(region.redis(), Keys.Redis.SHARDS)
        && has(region.store(), Keys.Store.REGION_SERVERS)
        && has(region.push(), PushKeys.RELAYS)
        && has(region.push().get(PushKeys.RELAYS), PushKeys.COUNT);
  }

  /** Hosts at full scale. */
  static long full(RegionDraft region, String component) {
    return switch (component) {
      case "gateway" -> gateways(region);
      case "broker" -> region.kafka().get(KafkaKeys.BROKERS);
      case "worker" -> region.kafka().get(KafkaKeys.WORKERS).get(KafkaKeys.COUNT);
      case "redis" -> region.redis().get(Keys.Redis.SHARDS);
      case "store" -> region.store().get(Keys.Store.REGION_SERVERS);
      case "relay" -> region.push().get(PushKeys.RELAYS).get(PushKeys.COUNT);
      default -> throw new IllegalArgumentException(component + " has no hosts");
    };
  }

  /** Hosts that the topology needs at any scale. */
  static long least(RegionDraft region, String component) {
    return switch (component) {
      case "broker" -> Math.max(zones(region), region.kafka().get(KafkaKeys.REPLICATION));
      case "relay" -> 1;
      default -> zones(region);
    };
  }

  static long zones(RegionDraft region) {
    return region.section().get(Language.ZONES);
  }

  private static long gateways(RegionDraft region) {
    Section gateways = region.gateways();
    if (gateways.find(GatewayKeys.PER_REGION).isPresent()) {
      return gateways.get(GatewayKeys.PER_REGION);
    }
    double connected =
        region.section().get(Language.USERS) * region.section().get(Language.CONNECTED).most();
    long each = gateways.get(GatewayKeys.CONNECTIONS_EACH);
    return Math.max(zones(region), (long) Math.ceil(connected / each - 1e-9));
  }

  private static boolean has(Section section, Key<?> key) {
    return section != null && section.find(key).isPresent();
  }
}
