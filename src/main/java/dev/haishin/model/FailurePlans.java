package dev.haishin.model;

import dev.haishin.engine.CounterHash;
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
      plans.add(plan(scenario.failures().get(f), f));
    }
    return plans;
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
      case "disconnect" ->
          new FailurePlan.CarrierDown(region, failure.atNs(), failure.which().share());
      default -> throw new IllegalStateException("no failure " + failure.verb());
    };
  }

  private static long upNs(FailureSpec failure) {
    return failure.lastsNs() < 0 ? Outages.NEVER : failure.atNs() + failure.lastsNs();
  }

  private static int component(String name) {
    return switch (name) {
      case "gateway" -> Component.GATEWAYS;
      case "broker" -> Component.BROKERS;
      case "redis" -> Component.SHARDS;
      case "store" -> Component.REGION_SERVERS;
      case "worker" -> Component.WORKERS;
      case "relay" -> Component.RELAYS;
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
