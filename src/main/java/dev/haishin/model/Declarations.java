package dev.haishin.model;

import dev.haishin.results.Level;
import dev.haishin.results.Recorder;
import dev.haishin.results.Utilization;
import java.util.function.IntToDoubleFunction;

/** Tells the recorders which hosts there are, by component and in the order of their numbers. */
final class Declarations {
  private final Ground ground;
  private final WorldPlan plan;

  Declarations(Ground ground) {
    this.ground = ground;
    this.plan = ground.plan();
  }

  void declare() {
    gateways();
    String[] brokers = names(Component.BROKERS, "kafka");
    stations(
        Utilization.KAFKA_CPU,
        Component.BROKERS,
        brokers,
        r -> plan.homes().get(r).kafka().threads());
    stations(Utilization.KAFKA_DISK, Component.BROKERS, brokers, r -> 1);
    levels(Level.KAFKA_LAG, brokers, 1);
    levels(Level.KAFKA_LAG_AGE, brokers, 1);
    levels(Level.KAFKA_PARTITION_LAG, brokers, 1);
    levels(Level.KAFKA_UNDER_REPLICATED, brokers, 1);
    String[] shards = names(Component.SHARDS, "redis");
    stations(Utilization.REDIS_CPU, Component.SHARDS, shards, r -> 1);
    levels(Level.REDIS_MEMORY, shards, largest(r -> plan.homes().get(r).redis().memoryBytes()));
    stations(
        Utilization.STORE_CPU,
        Component.REGION_SERVERS,
        names(Component.REGION_SERVERS, "store"),
        r -> plan.homes().get(r).store().handlers());
    stations(
        Utilization.FANOUT_CPU,
        Component.WORKERS,
        names(Component.WORKERS, "fanout"),
        r -> plan.homes().get(r).workers().cores());
    levels(Level.PUSH_QUEUE, names(Component.RELAYS, "push"), 1);
  }

  private void gateways() {
    String[] gateways = names(Component.GATEWAYS, "gateway");
    stations(
        Utilization.GATEWAY_CPU,
        Component.GATEWAYS,
        gateways,
        r -> plan.regions().get(r).gateway().cores());
    stations(Utilization.GATEWAY_NIC, Component.GATEWAYS, gateways, r -> 1);
    levels(Level.GATEWAY_CONNECTIONS, gateways, 1);
    levels(Level.GATEWAY_ACCEPT_QUEUE, gateways, 1);
    levels(Level.GATEWAY_MEMORY, gateways, 1_000_000);
    for (Recorder recorder : ground.recorders()) {
      recorder.declareHosts(Level.CLIENTS_CONNECTED, plan.regions().size(), 1, regionNames());
    }
    loops(gateways);
  }

  /** Every event loop of every gateway is a host of its own. */
  private void loops(String[] gateways) {
    int total = 0;
    for (int r = 0; r < plan.regions().size(); r++) {
      total += gatewaysOf(r) * plan.regions().get(r).gateway().loops();
    }
    String[] names = new String[total];
    int next = 0;
    int host = 0;
    for (int r = 0; r < plan.regions().size(); r++) {
      for (int i = 0; i < gatewaysOf(r); i++) {
        for (int loop = 0; loop < plan.regions().get(r).gateway().loops(); loop++) {
          names[next++] = gateways[host] + "/loop/" + loop;
        }
        host++;
      }
    }
    double[] servers = new double[total];
    int at = 0;
    for (int r = 0; r < plan.regions().size(); r++) {
      RegionPlan region = plan.regions().get(r);
      int loops = gatewaysOf(r) * region.gateway().loops();
      for (int i = 0; i < loops; i++) {
        servers[at++] = region.gateway().loopsShared() ? region.gateway().cores() : 1;
      }
    }
    for (Recorder recorder : ground.recorders()) {
      recorder.declareHosts(Utilization.GATEWAY_LOOP, servers, names);
    }
  }

  private int gatewaysOf(int region) {
    return ground.layout().count(Component.GATEWAYS, region);
  }

  private void stations(
      Utilization utilization, int component, String[] names, IntToDoubleFunction servers) {
    double[] capacities = new double[names.length];
    int next = 0;
    for (int r = 0; r < plan.regions().size(); r++) {
      for (int i = 0; i < ground.layout().count(component, r); i++) {
        capacities[next++] = servers.applyAsDouble(r);
      }
    }
    for (Recorder recorder : ground.recorders()) {
      recorder.declareHosts(utilization, capacities, names);
    }
  }

  private void levels(Level level, String[] names, double capacity) {
    for (Recorder recorder : ground.recorders()) {
      recorder.declareHosts(level, names.length, capacity, names);
    }
  }

  private double largest(IntToDoubleFunction ofRegion) {
    double largest = 1;
    for (int r = 0; r < plan.regions().size(); r++) {
      if (ground.isHome(r)) {
        largest = Math.max(largest, ofRegion.applyAsDouble(r));
      }
    }
    return largest;
  }

  private String[] names(int component, String label) {
    String[] names = new String[ground.layout().total(component)];
    int next = 0;
    for (int r = 0; r < plan.regions().size(); r++) {
      for (int i = 0; i < ground.layout().count(component, r); i++) {
        names[next++] = ground.name(r, label, i);
      }
    }
    return names;
  }

  private String[] regionNames() {
    String[] names = new String[plan.regions().size()];
    for (int r = 0; r < names.length; r++) {
      names[r] = plan.regions().get(r).name() + "/clients";
    }
    return names;
  }
}
