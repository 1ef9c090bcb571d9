package dev.haishin.model;

import dev.haishin.engine.CounterHash;
import dev.haishin.model.failure.Degradation;
import dev.haishin.model.failure.FailurePlan;
import dev.haishin.model.failure.Outages;
import dev.haishin.model.population.Permutation;
import dev.haishin.scenario.FailureSpec;
import dev.haishin.scenario.RegionSpec;
import dev.haishin.scenario.ScenarioSpec;
import java.util.ArrayList;
import java.util.List;

/** Turns what a scenario says of failures into plans: which hosts, from when until when. */
final class FailurePlans {
  private final ScenarioSpec scenario;

  FailurePlans(ScenarioSpec scenario) {
    this.scenario = scenario;
  }

  List<FailurePlan> plans() {
    List<FailurePlan> plans = new ArrayList<>();
    for (int f = 0; f < scenario.failures().size(); f++) {
      FailureSpec failure = scenario.failures().get(f);
      if (failure.verb().equals("lose") && failure.component().equals("region")) {
        lose(failure, plans);
      } else {
        plans.add(plan(failure, f));
      }
    }
    for (int r = 0; r < scenario.regions().size(); r++) {
      new Burdens(scenario, r).addTo(plans);
    }
    return plans;
  }

  /** All zones of a region go dark together. */
  private void lose(FailureSpec failure, List<FailurePlan> plans) {
    int zones = scenario.regions().get(failure.region()).zones();
    for (int zone = 0; zone < zones; zone++) {
      plans.add(new FailurePlan.ZoneLost(failure.region(), zone, failure.atNs(), upNs(failure)));
    }
  }

  private FailurePlan plan(FailureSpec failure, int number) {
    int region = failure.region();
    return switch (failure.verb()) {
      case "crash", "vanish" -> {
        int component = component(failure.component());
        int hosts = hosts(component, scenario.regions().get(region));
        boolean isSilent = failure.verb().equals("vanish");
        int[] chosen = chosen(failure.which(), number, hosts);
        yield new FailurePlan.HostsDown(
            component, region, chosen, failure.atNs(), upNs(failure), isSilent);
      }
      case "lose" ->
          new FailurePlan.ZoneLost(region, failure.which().zone(), failure.atNs(), upNs(failure));
      case "partition" ->
          new FailurePlan.Parted(region, failure.other(), failure.atNs(), upNs(failure));
      case "degrade" -> degraded(failure, number);
      case "pause" -> paused(failure, number);
      case "drain" -> {
        int hosts = hosts(Component.GATEWAYS, scenario.regions().get(region));
        long overNs = failure.effect().overNs();
        yield new FailurePlan.HostsDrained(
            Component.GATEWAYS,
            region,
            chosen(failure.which(), number, hosts),
            failure.atNs(),
            overNs,
            failure.lastsNs() < 0 ? Outages.NEVER : upNs(failure) + overNs);
      }
      case "add" ->
          new FailurePlan.GatewaysAdded(
              region,
              (int) Math.max(1, Math.round(failure.which().count() * scenario.scale())),
              failure.atNs(),
              failure.atNs() + failure.effect().readyNs());
      case "open" ->
          new FailurePlan.ClientsOpen(
              region, failure.atNs(), failure.which().share(), failure.effect().overNs());
      case "disconnect" ->
          new FailurePlan.CarrierDown(region, failure.atNs(), failure.which().share());
      default -> throw new IllegalStateException("no failure " + failure.verb());
    };
  }

  private FailurePlan degraded(FailureSpec failure, int number) {
    int component = component(failure.component());
    boolean isOfHosts = component < Component.COUNT;
    int region = isOfHosts ? failure.region() : FailureSpec.EVERYWHERE;
    int[] chosen = {0};
    if (isOfHosts) {
      chosen = chosen(failure.which(), number, component, region);
    }
    FailureSpec.Effect effect = failure.effect();
    return new FailurePlan.Degraded(
        component,
        region,
        chosen,
        failure.atNs(),
        upNs(failure),
        new Degradation.Step(effect.latencyFactor(), effect.errors(), effect.quota()));
  }

  private FailurePlan paused(FailureSpec failure, int number) {
    int component = component(failure.component());
    int region = failure.region();
    return new FailurePlan.HostsPaused(
        component,
        region,
        chosen(failure.which(), number, component, region),
        failure.atNs(),
        upNs(failure),
        scenario.regions().get(region).longestPauseNs(failure.component()));
  }

  private static long upNs(FailureSpec failure) {
    return failure.lastsNs() < 0 ? Outages.NEVER : failure.atNs() + failure.lastsNs();
  }

  static int component(String name) {
    return switch (name) {
      case "gateway" -> Component.GATEWAYS;
      case "broker" -> Component.BROKERS;
      case "redis" -> Component.SHARDS;
      case "store" -> Component.REGION_SERVERS;
      case "worker" -> Component.WORKERS;
      case "relay" -> Component.RELAYS;
      case "apns" -> Component.APNS;
      case "fcm" -> Component.FCM;
      default -> throw new IllegalStateException("no component " + name);
    };
  }

  private static int hosts(int component, RegionSpec region) {
    RegionSpec.Fleets fleets = region.fleets();
    return switch (component) {
      case Component.GATEWAYS -> fleets.gateways().count();
      case Component.BROKERS -> fleets.brokers().count();
      case Component.SHARDS -> fleets.shards().count();
      case Component.REGION_SERVERS -> fleets.regionServers().count();
      case Component.WORKERS -> fleets.workers().count();
      default -> fleets.relays().count();
    };
  }

  /** The same of hosts that may be chosen by their zone, in which a share or count is taken. */
  private int[] chosen(FailureSpec.Which which, int number, int component, int region) {
    RegionSpec at = scenario.regions().get(region);
    int hosts = hosts(component, at);
    if (which.zone() < 0) {
      return chosen(which, number, hosts);
    }
    int zone = which.zone();
    int inZone = (hosts - zone + at.zones() - 1) / at.zones();
    if (inZone <= 0) {
      return new int[0];
    }
    boolean isAll = which.share() < 0 && which.count() < 0;
    int[] chosen = chosen(isAll ? FailureSpec.Which.all() : which, number, inZone);
    for (int i = 0; i < chosen.length; i++) {
      chosen[i] = zone + chosen[i] * at.zones();
    }
    return chosen;
  }

  /** The hosts that a failure hits: the one named, or the first of a keyed order. */
  private int[] chosen(FailureSpec.Which which, int number, int hosts) {
    if (which.index() >= 0) {
      return new int[] {which.index() % hosts};
    }
    long count = which.count() > 0 ? which.count() : Math.max(1, Math.round(which.share() * hosts));
    long key = CounterHash.key(scenario.seed(), "failure-" + number, "");
    Permutation order = new Permutation(hosts, key);
    int[] chosen = new int[(int) Math.min(hosts, count)];
    for (int i = 0; i < chosen.length; i++) {
      chosen[i] = (int) order.apply(i);
    }
    return chosen;
  }
}
