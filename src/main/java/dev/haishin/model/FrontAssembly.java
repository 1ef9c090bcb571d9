package dev.haishin.model;

import dev.haishin.engine.Capacity;
import dev.haishin.engine.CounterHash;
import dev.haishin.engine.SideBySide;
import dev.haishin.model.failure.FailurePlan;
import dev.haishin.model.failure.Outages;
import dev.haishin.model.gateway.Balancer;
import dev.haishin.model.gateway.Gateway;
import dev.haishin.model.gateway.GatewaySite;
import dev.haishin.model.gateway.LoadBoard;
import dev.haishin.model.network.AccessNetwork;
import dev.haishin.model.network.Cuts;
import dev.haishin.model.network.RegionWay;
import dev.haishin.model.population.ClientShard;
import dev.haishin.model.population.Heartbeat;
import dev.haishin.model.population.People;
import dev.haishin.model.population.Reachable;
import dev.haishin.model.population.ReadReceipts;
import dev.haishin.model.population.Surroundings;
import dev.haishin.model.store.EdgeStore;
import java.util.ArrayList;
import java.util.List;

/** Adds the client shards and the gateways, and tells both what will fail. */
final class FrontAssembly {
  private final Ground ground;
  private final WorldPlan plan;
  private final BackEnd backEnd;
  private final List<ClientShard> shards = new ArrayList<>();
  private final List<Gateway> gateways = new ArrayList<>();
  private final Outages[] outages;
  private final Capacity[][] capacities;
  private final Heartbeat[] heartbeats;
  private final LoadBoard[] boards;
  private final RegionWay[][] ways;
  private int nextLoop;

  FrontAssembly(Ground ground, BackEnd backEnd) {
    this.ground = ground;
    this.plan = ground.plan();
    this.backEnd = backEnd;
    int regions = plan.regions().size();
    outages = new Outages[regions];
    capacities = new Capacity[regions][];
    heartbeats = new Heartbeat[regions];
    boards = new LoadBoard[regions];
    ways = ways(regions);
    for (int r = 0; r < regions; r++) {
      outages[r] = ground.outages(Component.GATEWAYS, r);
      capacities[r] = ground.capacities(Component.GATEWAYS, r);
      if (plan.regions().get(r).gateway().balancing().counts()) {
        boards[r] = new LoadBoard(outages[r].hosts());
      }
      heartbeats[r] =
          new Heartbeat(
              plan.regions().get(r).heartbeat(), plan.regions().get(r).adaptive(), plan.seed());
    }
  }

  void add() {
    People people = ground.graph().people();
    for (int shard = 0; shard < people.shards(); shard++) {
      addShard(shard, people);
    }
    for (int r = 0; r < plan.regions().size(); r++) {
      for (int i = 0; i < ground.layout().count(Component.GATEWAYS, r); i++) {
        addGateway(r, i);
      }
    }
  }

  /**
   * Enters the connections held at t = 0 and schedules what is scripted.
   *
   * @param threads that enter connections, at least 1; what comes out does not depend on it
   */
  void start(BackAssembly back, int threads) {
    People people = ground.graph().people();
    for (Gateway gateway : gateways) {
      gateway.start();
    }
    SideBySide.each(
        shards.size(),
        threads,
        shard -> back.racks().loadSessions(shards.get(shard), people.shardRegion(shard)));
    shards.forEach(ClientShard::start);
    back.racks().sessionsLoaded();
    SideBySide.each(gateways.size(), threads, this::admitAtStart);
    for (Gateway gateway : gateways) {
      gateway.recordStart();
    }
    for (int shard = 0; shard < shards.size(); shard++) {
      tellOfFailures(shards.get(shard), people.shardRegion(shard));
    }
  }

  /** Enters the connections that a gateway holds at t = 0. */
  private void admitAtStart(int index) {
    int region = 0;
    int firstOfNext = ground.layout().count(Component.GATEWAYS, 0);
    while (index >= firstOfNext) {
      region++;
      firstOfNext += ground.layout().count(Component.GATEWAYS, region);
    }
    int number = index - firstOfNext + ground.layout().count(Component.GATEWAYS, region);
    RegionPlan at = plan.regions().get(region);
    Gateway gateway = gateways.get(index);
    if (number < at.gateways()) {
      gateway.expect((int) (at.users() * at.clients().connectedShare() / at.gateways()));
      People people = ground.graph().people();
      for (int shard = 0; shard < shards.size(); shard++) {
        if (people.shardRegion(shard) == region) {
          shards.get(shard).connectedAtStart(number, user -> gateway.admitAtStart(user, 1));
        }
      }
    }
    gateway.admitted();
  }

  List<ClientShard> shards() {
    return shards;
  }

  List<Gateway> gateways() {
    return gateways;
  }

  private void addShard(int shard, People people) {
    int region = people.shardRegion(shard);
    Surroundings around =
        new Surroundings(
            ground.graph(),
            ground.messages(),
            ground.access(),
            heartbeats[region],
            ground.clients().presence(),
            plan.durationNs(),
            plan.regions().get(region).gateways(),
            plan.durationNs(),
            reachable(region),
            ground.failures().openings(region),
            plan.code().devices().history(),
            ground.mostLateNs(),
            ground.failures().takeover(plan.regions().get(region).home()));
    int number = people.shardNumber(shard);
    ground.place(region, number);
    int partition = ground.partition(Component.CLIENTS, region, number);
    ClientShard process =
        new ClientShard(
            ground.name(region, "clients", number),
            shard,
            around,
            plan.regions().get(region).clients(),
            ground.recorders().get(partition),
            plan.seed());
    shards.add(ground.simulation().add(process, partition));
  }

  private RegionWay[][] ways(int regions) {
    Cuts cuts = ground.failures().cuts(plan.durationNs());
    RegionWay[][] all = new RegionWay[regions][regions];
    for (int from = 0; from < regions; from++) {
      for (int to = 0; to < regions; to++) {
        long wayNs = from == to ? 0 : plan.betweenNs()[from][to];
        all[from][to] = new RegionWay(from, to, wayNs, cuts);
      }
    }
    return all;
  }

  private Reachable reachable(int region) {
    List<Reachable.Front> fronts = new ArrayList<>();
    for (int at : reachableRegions(region)) {
      int firstGateway = ground.layout().first(Component.GATEWAYS, at);
      RegionWay way = ways[region][at];
      fronts.add(new Reachable.Front(firstGateway, outages[at], balancer(at), way));
    }
    return new Reachable(fronts);
  }

  /** Where the people of a region may be connected: at home first. */
  private List<Integer> reachableRegions(int region) {
    List<Integer> reachable = new ArrayList<>();
    reachable.add(region);
    reachable.addAll(plan.regions().get(region).failover());
    return reachable;
  }

  /** The last mile to a region's gateways, to which people of other regions may come. */
  private AccessNetwork access(int region) {
    if (plan.regions().stream().noneMatch(other -> other.failover().contains(region))) {
      return ground.access();
    }
    People people = ground.graph().people();
    boolean mayBeCut = false;
    for (RegionWay[] from : ways) {
      mayBeCut |= from[region].isEverCut();
    }
    return ground.access().beyond(user -> ways[people.region(user)][region], mayBeCut);
  }

  private Balancer balancer(int region) {
    RegionPlan at = plan.regions().get(region);
    return new Balancer(
        at.gateway().balancing(),
        at.gateways(),
        ground.failures().added(region),
        ground.failures().drains(region),
        outages[region],
        boards[region],
        plan.seed());
  }

  private EdgeStore edge(int region) {
    RegionPlan place = plan.regions().get(region);
    return place.edge() == null || place.home() == region
        ? null
        : new EdgeStore(
            place.edge(),
            ground.network(),
            place.home(),
            region,
            2 * plan.sameRegionNs(),
            plan.betweenNs()[place.home()][region],
            plan.seed(),
            place.name());
  }

  /** Whose people come to a region's gateways when their own are lost. */
  private List<Integer> foreignHomes(int region) {
    return plan.regions().stream()
        .filter(other -> other.failover().contains(region))
        .map(RegionPlan::home)
        .filter(home -> home != plan.regions().get(region).home())
        .distinct()
        .toList();
  }

  private void addGateway(int region, int number) {
    GatewaySite site =
        new GatewaySite(
            number,
            ground.layout().host(Component.GATEWAYS, region, number),
            nextLoop,
            ground.graph(),
            ground.messages(),
            ground.clients(),
            new ReadReceipts(
                ground.graph().people(),
                plan.regions().get(region).clients().receiptsPerDelivery(),
                plan.seed()),
            access(region),
            ground.network(),
            heartbeats[region],
            outages[region],
            capacities[region][number],
            plan.routeTimeoutNs(),
            boards[region],
            edge(region),
            foreignHomes(region),
            ground.failures().drains(region));
    ground.place(region, number);
    int partition = ground.partition(Component.GATEWAYS, region, number);
    Gateway gateway =
        new Gateway(
            ground.name(region, "gateway", number),
            region,
            plan.regions().get(region).gateway(),
            site,
            backEnd,
            ground.recorders().get(partition),
            plan.seed());
    nextLoop += plan.regions().get(region).gateway().loops();
    gateways.add(ground.simulation().add(gateway, partition));
  }

  private void tellOfFailures(ClientShard shard, int region) {
    for (int at : reachableRegions(region)) {
      tellOfGateways(shard, at);
      tellOfCuts(shard, region, at);
    }
    List<FailurePlan> failures = ground.failures().plans();
    for (int f = 0; f < failures.size(); f++) {
      if (failures.get(f) instanceof FailurePlan.CarrierDown down && down.region() == region) {
        long key = CounterHash.key(plan.seed(), "carrier-failure-" + f, "");
        shard.expectCarrierDown(down.atNs(), down.share(), key);
      }
    }
  }

  private void tellOfGateways(ClientShard shard, int region) {
    int firstGateway = ground.layout().first(Component.GATEWAYS, region);
    Outages known = outages[region];
    for (int gateway = 0; gateway < known.hosts(); gateway++) {
      for (int i = 0; i < known.count(gateway); i++) {
        shard.expectGatewayDown(
            known.downNs(gateway, i), firstGateway + gateway, known.silent(gateway, i));
      }
    }
  }

  private void tellOfCuts(ClientShard shard, int region, int at) {
    for (FailurePlan failure : ground.failures().plans()) {
      if (failure instanceof FailurePlan.Parted cut && cut.isBetween(region, at)) {
        shard.expectParted(cut.atNs(), at);
      }
    }
  }
}
