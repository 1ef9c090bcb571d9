package dev.haishin.model;

import dev.haishin.model.rack.Rack;
import dev.haishin.model.rack.RackHost;
import dev.haishin.model.rack.Racks;
import dev.haishin.model.redis.Sessions;
import dev.haishin.model.redis.Shard;
import dev.haishin.model.store.RegionServer;
import dev.haishin.results.Recorder;

/** Adds the racks of a home: its session shards and its region servers, by zone. */
final class RackAssembly {
  private final Ground ground;
  private final WorldPlan plan;
  private final BackEnd backEnd;
  private final Sessions sessions;
  private final Shard[] shards;

  RackAssembly(Ground ground, BackEnd backEnd, Sessions sessions) {
    this.ground = ground;
    this.plan = ground.plan();
    this.backEnd = backEnd;
    this.sessions = sessions;
    this.shards = new Shard[ground.layout().total(Component.SHARDS)];
  }

  void addShards(int region, HomePlan home) {
    HomePlan.RedisPlan redis = home.redis();
    Racks racks = ground.layout().racks(Component.SHARDS, region);
    for (int rack = 0; rack < racks.racks(); rack++) {
      int partition = ground.partition(Component.SHARDS, region, rack);
      Recorder recorder = ground.recorders().get(partition);
      RackHost[] hosts = new RackHost[racks.hosts(rack)];
      for (int place = 0; place < hosts.length; place++) {
        int number = racks.host(rack, place);
        int host = ground.layout().host(Component.SHARDS, region, number);
        shards[host] =
            new Shard(
                ground.name(region, "redis", number),
                plan.seed(),
                redis.commandCost(),
                redis.memoryBytes(),
                redis.sessionBytes(),
                sessions,
                recorder,
                host);
        hosts[place] = shards[host];
      }
      add(region, "redis-rack", rack, Groups.REDIS, hosts, partition);
    }
  }

  void addRegionServers(int region, HomePlan home) {
    HomePlan.StorePlan store = home.store();
    Racks racks = ground.layout().racks(Component.REGION_SERVERS, region);
    for (int rack = 0; rack < racks.racks(); rack++) {
      int partition = ground.partition(Component.REGION_SERVERS, region, rack);
      Recorder recorder = ground.recorders().get(partition);
      RackHost[] hosts = new RackHost[racks.hosts(rack)];
      for (int place = 0; place < hosts.length; place++) {
        int number = racks.host(rack, place);
        hosts[place] =
            new RegionServer(
                ground.name(region, "store", number),
                plan.seed(),
                store.handlers(),
                store.operationCost(),
                store.put(),
                store.get(),
                recorder,
                ground.layout().host(Component.REGION_SERVERS, region, number));
      }
      add(region, "store-rack", rack, Groups.STORE, hosts, partition);
    }
  }

  /** Enters a session held at t = 0 into its home's directory. */
  void loadSession(int user, long route) {
    int home = ground.graph().people().home(user);
    int shard = backEnd.redis(home).shardOf(user);
    shards[ground.layout().host(Component.SHARDS, home, shard)].load(user, route);
  }

  /** All sessions held at t = 0 are in. */
  void sessionsLoaded() {
    for (Shard shard : shards) {
      shard.loaded();
    }
  }

  private void add(
      int region, String component, int rack, int group, RackHost[] hosts, int partition) {
    ground.place(region, rack);
    String name = ground.name(region, component, rack);
    ground.simulation().add(new Rack(name, group, ground.network(), hosts), partition);
  }
}
