package dev.haishin.model;

import dev.haishin.engine.Capacity;
import dev.haishin.model.population.ClientShard;
import dev.haishin.model.population.People;
import dev.haishin.model.rack.Rack;
import dev.haishin.model.rack.RackHost;
import dev.haishin.model.rack.Racks;
import dev.haishin.model.redis.MaxMemoryPolicy;
import dev.haishin.model.redis.RedisCluster;
import dev.haishin.model.redis.Route;
import dev.haishin.model.redis.Sessions;
import dev.haishin.model.redis.Shard;
import dev.haishin.model.redis.ShardNode;
import dev.haishin.model.store.MessageStore;
import dev.haishin.model.store.MortalServer;
import dev.haishin.model.store.RegionServer;
import dev.haishin.results.Recorder;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicIntegerArray;

/** Adds the racks of a home: its session shards and its region servers, by zone. */
final class RackAssembly {
  private final Ground ground;
  private final WorldPlan plan;
  private final BackEnd backEnd;
  private final Sessions sessions;
  private final Shard[] shards;
  private final AtomicIntegerArray loaded;
  private final List<Rack> added = new ArrayList<>();

  RackAssembly(Ground ground, BackEnd backEnd, Sessions sessions) {
    this.ground = ground;
    this.plan = ground.plan();
    this.backEnd = backEnd;
    this.sessions = sessions;
    this.shards = new Shard[ground.layout().total(Component.SHARDS)];
    this.loaded = new AtomicIntegerArray(shards.length);
  }

  void addShards(int region, HomePlan home) {
    RedisCluster cluster = backEnd.redis(region);
    Capacity[] capacities = ground.capacities(Component.SHARDS, region);
    Racks layout = cluster.racks();
    for (int shard = 0; shard < cluster.shards(); shard++) {
      addShard(region, home.redis(), shard, recorder(Component.SHARDS, region, layout.rack(shard)));
      shards[ground.layout().host(Component.SHARDS, region, shard)].runOn(capacities[shard]);
    }
    RackHost[][] hosts = places(layout);
    for (int member = 0; member < layout.members(); member++) {
      int number = cluster.shardOfMember(member);
      Shard shard = shards[ground.layout().host(Component.SHARDS, region, number)];
      int rack = layout.rack(member);
      hosts[rack][layout.place(member)] =
          cluster.isUntroubled(number)
              ? shard
              : new ShardNode(
                  shard,
                  cluster,
                  number,
                  cluster.nodeOfMember(member),
                  recorder(Component.SHARDS, region, rack),
                  capacities[cluster.machine(number, cluster.nodeOfMember(member))]);
    }
    long waitNs = home.redis().failover().timeoutNs();
    for (int rack = 0; rack < layout.racks(); rack++) {
      int partition = ground.partition(Component.SHARDS, region, rack);
      add(region, "redis-rack", rack, Groups.REDIS, hosts[rack], waitNs, partition);
    }
  }

  void addRegionServers(int region, HomePlan home) {
    MessageStore store = backEnd.store(region);
    Racks layout = ground.layout().racks(Component.REGION_SERVERS, region);
    Capacity[] processors = ground.capacities(Component.REGION_SERVERS, region);
    Capacity[] disks = ground.idleCapacities(Component.REGION_SERVERS, region);
    RackHost[][] hosts = places(layout);
    for (int number = 0; number < layout.hosts(); number++) {
      int rack = layout.rack(number);
      RegionServer server =
          regionServer(
              region, home.store(), number, recorder(Component.REGION_SERVERS, region, rack));
      server.runOn(processors[number], disks[number]);
      hosts[rack][layout.place(number)] =
          store.isUntroubled() ? server : new MortalServer(server, store, number);
    }
    long waitNs = home.store().recovery().rpcTimeoutNs();
    for (int rack = 0; rack < layout.racks(); rack++) {
      int partition = ground.partition(Component.REGION_SERVERS, region, rack);
      add(region, "store-rack", rack, Groups.STORE, hosts[rack], waitNs, partition);
    }
  }

  /** Schedules what happens to hosts. */
  void start() {
    added.forEach(Rack::start);
  }

  /**
   * Enters the sessions that the users of a client shard hold at t = 0 into their home's directory;
   * several may do so side by side.
   */
  void loadSessions(ClientShard clients, int region) {
    int home = ground.graph().people().homeOfRegion(region);
    RedisCluster cluster = backEnd.redis(home);
    int[] held = new int[cluster.shards()];
    clients.connectAtStart(
        (process, user, generation) -> {
          sessions.put(user, Route.of(process, generation));
          held[cluster.shardOf(user)]++;
        });
    for (int shard = 0; shard < held.length; shard++) {
      loaded.addAndGet(ground.layout().host(Component.SHARDS, home, shard), held[shard]);
    }
  }

  /** All sessions held at t = 0 are in. */
  void sessionsLoaded() {
    nameSessions();
    for (int host = 0; host < shards.length; host++) {
      shards[host].holds(loaded.get(host));
      shards[host].loaded();
    }
  }

  /** Where sessions may have to be evicted, shards know whose they have. */
  private void nameSessions() {
    boolean[] evicts = new boolean[plan.regions().size()];
    boolean isNeeded = false;
    for (int r = 0; r < evicts.length; r++) {
      evicts[r] =
          ground.isHome(r) && plan.homes().get(r).redis().policy() != MaxMemoryPolicy.NOEVICTION;
      isNeeded |= evicts[r];
    }
    People people = ground.graph().people();
    for (int user = 0; isNeeded && user < people.users(); user++) {
      int home = people.home(user);
      if (evicts[home] && sessions.holds(user)) {
        int shard = backEnd.redis(home).shardOf(user);
        shards[ground.layout().host(Component.SHARDS, home, shard)].names(user);
      }
    }
  }

  private void addShard(int region, HomePlan.RedisPlan redis, int number, Recorder recorder) {
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
    shards[host].makeRoom(redis.policy(), plan.seed(), ground.name(region, "redis", number));
  }

  private RegionServer regionServer(
      int region, HomePlan.StorePlan store, int number, Recorder recorder) {
    return new RegionServer(
        ground.name(region, "store", number),
        plan.seed(),
        store.handlers(),
        store.operationCost(),
        store.put(),
        store.get(),
        recorder,
        ground.layout().host(Component.REGION_SERVERS, region, number));
  }

  private Recorder recorder(int component, int region, int rack) {
    return ground.recorders().get(ground.partition(component, region, rack));
  }

  private static RackHost[][] places(Racks layout) {
    RackHost[][] hosts = new RackHost[layout.racks()][];
    for (int rack = 0; rack < layout.racks(); rack++) {
      hosts[rack] = new RackHost[layout.places(rack)];
    }
    return hosts;
  }

  private void add(
      int region,
      String component,
      int rack,
      int group,
      RackHost[] hosts,
      long waitNs,
      int partition) {
    ground.place(region, rack);
    String name = ground.name(region, component, rack);
    Rack process = new Rack(name, group, ground.network(), hosts, waitNs);
    added.add(ground.simulation().add(process, partition));
  }
}
