package dev.haishin.experiment;

import dev.haishin.results.file.FleetItem;
import dev.haishin.scenario.CostKeys;
import dev.haishin.scenario.Fleet;
import dev.haishin.scenario.GatewayKeys;
import dev.haishin.scenario.Key;
import dev.haishin.scenario.Keys;
import dev.haishin.scenario.RegionSpec;
import dev.haishin.scenario.ScenarioSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** The bill of materials of a scenario: its hosts as simulated, with their price a month. */
public final class Fleets {
  private static final double HOURS_A_MONTH = 730;

  private final ScenarioSpec scenario;

  /** The fleet of a scenario, scale applied. */
  public Fleets(ScenarioSpec scenario) {
    this.scenario = scenario;
  }

  /** Its items, region by region. */
  public List<FleetItem> items() {
    List<FleetItem> items = new ArrayList<>();
    for (int r = 0; r < scenario.regions().size(); r++) {
      RegionSpec region = scenario.regions().get(r);
      Fleet gateways = region.fleets().gateways();
      long memoryBytes = (long) (region.gateways().get(GatewayKeys.MEMORY) * gateways.share());
      items.add(item(region, "gateway", gateways, memoryBytes, CostKeys.GATEWAY));
      if (region.home() == r) {
        addHome(items, region, region, "");
        region
            .standby()
            .map(standby -> scenario.regions().get(standby.region()))
            .ifPresent(site -> addHome(items, region, site, "standby-"));
      }
    }
    return items;
  }

  /**
   * Hosts of a component in a region.
   *
   * @param component as failures name it: {@code gateway}, {@code broker}, {@code redis}, {@code
   *     worker}, {@code store} or {@code relay}
   * @return 0 where the region has none, or the component is no fleet
   */
  public int hosts(String component, RegionSpec region) {
    RegionSpec.Fleets fleets = region.fleets();
    if (component.equals("gateway")) {
      return fleets.gateways().count();
    }
    if (scenario.regions().get(region.home()) != region) {
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

  /** What all of it costs a month, USD. */
  public double usdPerMonth() {
    return items().stream().mapToDouble(item -> item.usdPerMonth().orElse(0)).sum();
  }

  /** The back end of a home, at itself or at its second site, whose prices are that region's. */
  private void addHome(List<FleetItem> items, RegionSpec region, RegionSpec at, String prefix) {
    RegionSpec.Fleets fleets = region.fleets();
    items.add(item(at, prefix + "broker", fleets.brokers(), 0, CostKeys.BROKER));
    items.add(item(at, prefix + "worker", fleets.workers(), 0, CostKeys.WORKER));
    Fleet shards = fleets.shards();
    long memoryBytes = (long) (region.redis().get(Keys.Redis.MEMORY) * shards.share());
    items.add(item(at, prefix + "shard", shards, memoryBytes, CostKeys.SHARD));
    long replicas = shards.count() * region.redis().get(Keys.Redis.REPLICAS);
    Fleet replicaFleet =
        new Fleet(Math.toIntExact(replicas), 1, shards.costFactor(), shards.share());
    items.add(item(at, prefix + "replica", replicaFleet, memoryBytes, CostKeys.REPLICA));
    items.add(
        item(at, prefix + "region-server", fleets.regionServers(), 0, CostKeys.REGION_SERVER));
    items.add(item(at, prefix + "relay", fleets.relays(), 0, CostKeys.RELAY));
  }

  private static FleetItem item(
      RegionSpec region, String component, Fleet fleet, long memoryBytes, Key<Double> price) {
    double hourly = region.costs().get(price) * fleet.share();
    return new FleetItem(
        component,
        region.name(),
        fleet.count(),
        fleet.cores() / fleet.costFactor(),
        memoryBytes,
        OptionalDouble.of(hourly * fleet.count() * HOURS_A_MONTH));
  }
}
