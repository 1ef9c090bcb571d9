package dev.haishin.model;

import dev.haishin.engine.Capacity;
import dev.haishin.engine.Simulation;
import dev.haishin.model.failure.Failures;
import dev.haishin.model.failure.HostSpeeds;
import dev.haishin.model.failure.Outages;
import dev.haishin.model.network.AccessNetwork;
import dev.haishin.model.network.Network;
import dev.haishin.model.population.ChatRates;
import dev.haishin.model.population.Clients;
import dev.haishin.model.population.Graph;
import dev.haishin.results.Recorder;
import java.util.List;

/**
 * What every component is built on.
 *
 * @param failures what fails in the run
 * @param mostLateNs how long after its instant a client shard may take a step of its own
 * @param recorders one a partition
 */
record Ground(
    WorldPlan plan,
    Simulation simulation,
    Layout layout,
    Network network,
    AccessNetwork access,
    Graph graph,
    ChatRates rates,
    Messages messages,
    Clients clients,
    Failures failures,
    Partitioning partitioning,
    long mostLateNs,
    List<Recorder> recorders) {

  /** The partition of a process of a component: a host, or the rack that holds hosts. */
  int partition(int component, int region, int number) {
    return partitioning.of(component, region, number);
  }

  /** Places the process about to be added. */
  void place(int region, int number) {
    int zones = plan.regions().get(region).zones();
    network.place(simulation.nextId(), region, number % zones);
  }

  /** When each host of a component is down in a region, by its number there. */
  Outages outages(int component, int region) {
    return failures.outages(
        component, region, layout.count(component, region), component != Component.GATEWAYS);
  }

  /** How fast each host of a component works in a region, by time and by its number there. */
  Capacity[] capacities(int component, int region) {
    return speeds(component, region).capacities(true);
  }

  /** The same of what other work on a host does not slow: all but its processors. */
  Capacity[] idleCapacities(int component, int region) {
    return speeds(component, region).capacities(false);
  }

  private HostSpeeds speeds(int component, int region) {
    int hosts = layout.count(component, region);
    String[] names = new String[hosts];
    for (int i = 0; i < hosts; i++) {
      names[i] = name(region, Component.NAMES.get(component), i);
    }
    return failures.speeds(component, region, names, plan.seed(), plan.durationNs());
  }

  /** The name of a host. */
  String name(int region, String component, int number) {
    return plan.regions().get(region).name() + "/" + component + "/" + number;
  }

  /** Whether a region holds people's data. */
  boolean isHome(int region) {
    return plan.homes().get(region) != null;
  }
}
