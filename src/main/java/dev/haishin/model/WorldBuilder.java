package dev.haishin.model;

import dev.haishin.engine.EventQueues;
import dev.haishin.engine.Links;
import dev.haishin.engine.Simulation;
import dev.haishin.model.failure.FailurePlan;
import dev.haishin.model.failure.Failures;
import dev.haishin.model.failure.Standby;
import dev.haishin.model.failure.Takeover;
import dev.haishin.model.network.AccessNetwork;
import dev.haishin.model.network.Borders;
import dev.haishin.model.network.Network;
import dev.haishin.model.network.Residency;
import dev.haishin.model.population.ChatRates;
import dev.haishin.model.population.Chats;
import dev.haishin.model.population.Clients;
import dev.haishin.model.population.Graph;
import dev.haishin.model.population.People;
import dev.haishin.model.population.PopularChats;
import dev.haishin.model.population.TapSource;
import dev.haishin.results.Recorder;
import dev.haishin.results.RecordingPlan;
import java.util.ArrayList;
import java.util.List;

/** Builds a world: first the numbers of all processes, then the processes in that order. */
final class WorldBuilder {
  private static final int USERS_WORTH_THREADS = 1_000_000;

  private final WorldPlan plan;
  private final int regions;
  private final Layout layout;
  private final People people;
  private final Racking racking;
  private final Failures failures;
  private long followed = RecordingPlan.NO_MESSAGE;
  private int threads;
  private long mostLateNs;

  WorldBuilder(WorldPlan plan) {
    this(plan, Math::min);
  }

  WorldBuilder(WorldPlan plan, Racking racking) {
    this.plan = plan;
    this.racking = racking;
    this.regions = plan.regions().size();
    this.layout = new Layout(Component.COUNT, regions);
    this.failures =
        new Failures(
            plan.failures(),
            plan.regions().stream().mapToInt(RegionPlan::zones).toArray(),
            plan.regions().stream().map(RegionPlan::standby).toArray(Standby[]::new));
    int[] users = new int[regions];
    int[] homes = new int[regions];
    double[] iosShare = new double[regions];
    for (int r = 0; r < regions; r++) {
      RegionPlan region = plan.regions().get(r);
      users[r] = region.users();
      homes[r] = region.home();
      iosShare[r] = region.iosShare();
    }
    this.mostLateNs = plan.accessFloorNs() / 2;
    this.people = new People(users, homes, iosShare, plan.seed());
    this.threads =
        people.users() < USERS_WORTH_THREADS ? 1 : Runtime.getRuntime().availableProcessors();
  }

  /**
   * Client shards take their steps at most so late; at the least 0, then each has an event of its
   * own, and below the floor of the access network. By default half that: what is left is how long
   * partitions run alone.
   */
  WorldBuilder stepsLateBy(long ns) {
    mostLateNs = ns;
    return this;
  }

  /** So many threads enter the connections, whatever the world's size; at least 1. */
  WorldBuilder builtBy(int count) {
    threads = count;
    return this;
  }

  WorldBuilder following(long messageId) {
    followed = messageId;
    return this;
  }

  World build(int partitions) {
    return build(partitions, MessageSweep.WORTH_BYTES);
  }

  World build(int partitions, long messageBytes) {
    reserve();
    RecordingPlan recording = recordingPlan().naming(followed);
    List<Recorder> recorders = new ArrayList<>();
    for (int i = 0; i < partitions; i++) {
      recorders.add(new Recorder(recording));
    }
    int origins = people.shards() + plan.broadcasts().size() * regions;
    Chats chats = new Chats(people.firstUsers(), plan.kinds(), plan.locality(), plan.seed());
    Graph graph = new Graph(people, chats, plan.kinds());
    Links links = links();
    Ground ground =
        new Ground(
            plan,
            new Simulation(links, partitions, EventQueues::standard),
            layout,
            new Network(plan.sameZoneNs(), plan.sameRegionNs(), plan.betweenNs()),
            new AccessNetwork(
                plan.access(),
                plan.accessFloorNs(),
                plan.accessLoss(),
                plan.accessRtoNs(),
                plan.seed()),
            graph,
            rates(graph),
            new Messages(origins, isHome(), plan.dedupWindowNs()),
            new Clients(people),
            failures,
            new Partitioning(plan, layout, partitions),
            mostLateNs,
            recorders);
    BackEnd backEnd = new BackEnd(ground);
    new Declarations(ground).declare();
    people.shardsStartAt(layout.first(Component.CLIENTS, 0));
    FrontAssembly front = new FrontAssembly(ground, backEnd);
    front.add();
    BackAssembly back = new BackAssembly(ground, backEnd);
    back.add();
    LoadAssembly load = new LoadAssembly(ground, backEnd);
    load.add();
    ground.network().bound(borders());
    move(ground.network());
    ground
        .network()
        .disturb(
            failures.cuts(plan.durationNs()),
            plan.jitter(),
            plan.seed(),
            plan.accessRtoNs(),
            ground.simulation().nextId());
    ground.simulation().seal(new Crossings(ground.simulation(), ground.network(), links).leastNs());
    front.start(back, threads);
    back.start();
    load.start();
    MessageSweep sweep = new MessageSweep(ground, front, back, load, messageBytes);
    return new World(ground, recording, front, back, load, sweep);
  }

  private void reserve() {
    for (int shard = 0; shard < people.shards(); ) {
      int region = people.shardRegion(shard);
      int end = shard;
      while (end < people.shards() && people.shardRegion(end) == region) {
        end++;
      }
      layout.reserve(Component.CLIENTS, region, end - shard);
      shard = end;
    }
    for (int r = 0; r < regions; r++) {
      int gateways = plan.regions().get(r).gateways() + failures.addedCount(r);
      layout.reserve(Component.GATEWAYS, r, gateways);
    }
    for (int component = Component.BROKERS; component < Component.COUNT; component++) {
      for (int r = 0; r < regions; r++) {
        HomePlan home = plan.homes().get(r);
        int hosts = home == null ? 0 : hosts(home, component);
        boolean inRacks = component == Component.SHARDS || component == Component.REGION_SERVERS;
        int processes = inRacks ? racking.racks(plan.regions().get(r).zones(), hosts) : hosts;
        layout.reserve(component, r, hosts, processes);
      }
    }
  }

  /** Where a second site takes over, a home's back end is there from the loss of its region on. */
  private void move(Network network) {
    for (int home = 0; home < regions; home++) {
      Takeover takeover = failures.takeover(home);
      for (int component = Component.BROKERS; takeover != null && component < Component.COUNT; ) {
        int first = layout.first(component, home);
        int end = first + layout.processes(component++, home).length;
        int zones = plan.regions().get(takeover.region()).zones();
        network.move(home, first, end, takeover.region(), zones, takeover.lostNs());
      }
    }
  }

  private Borders borders() {
    int[] homes = new int[regions];
    Residency[] rules = new Residency[regions];
    boolean[] replicas = new boolean[regions];
    int[] standbys = new int[regions];
    for (int r = 0; r < regions; r++) {
      homes[r] = plan.regions().get(r).home();
      Standby standby = plan.regions().get(r).standby();
      standbys[r] = standby == null ? r : standby.region();
      rules[r] = plan.regions().get(r).residency();
      replicas[r] =
          plan.regions().get(r).edge() != null && plan.regions().get(r).edge().isReplica();
    }
    return new Borders(homes, rules, replicas, standbys);
  }

  private boolean[] isHome() {
    boolean[] isHome = new boolean[regions];
    for (int r = 0; r < regions; r++) {
      isHome[r] = plan.homes().get(r) != null;
    }
    return isHome;
  }

  private static int hosts(HomePlan home, int component) {
    return switch (component) {
      case Component.BROKERS -> home.kafka().brokers();
      case Component.SHARDS -> home.redis().shards();
      case Component.REGION_SERVERS -> home.store().servers();
      case Component.WORKERS -> home.workers().count();
      default -> home.relays().count();
    };
  }

  private RecordingPlan recordingPlan() {
    List<String> names = new ArrayList<>();
    double perSecond = 0;
    for (RegionPlan region : plan.regions()) {
      names.add(region.name());
      perSecond += region.messagesPerSecond();
    }
    double meanRecipients = 0;
    for (int k = 0; k < plan.kinds().length; k++) {
      meanRecipients += plan.shares()[k] * (plan.kinds()[k].sizeLaw().mean() - 1);
    }
    double messages = perSecond * plan.durationNs() / 1e9;
    double reached = messages * meanRecipients;
    for (WorldPlan.HotChatPlan hot : plan.hotChats()) {
      messages += hot.messages();
      reached += hot.messages() * (hot.members() - 1);
    }
    return new RecordingPlan(
        plan.durationNs(),
        plan.warmupNs(),
        RecordingPlan.defaultIntervalNs(plan.durationNs()),
        names,
        plan.views(),
        (long) messages,
        (long) reached);
  }

  private ChatRates rates(Graph graph) {
    PopularChats[] choices = new PopularChats[regions];
    double[] perSecond = new double[regions];
    for (int r = 0; r < regions; r++) {
      RegionPlan region = plan.regions().get(r);
      choices[r] = new PopularChats(graph, region.name(), r, plan.shares(), plan.seed());
      perSecond[r] = region.messagesPerSecond();
    }
    return new ChatRates(choices, perSecond, plan.code().readEveryNs(), plan.seed());
  }

  private Links links() {
    long hostNs = plan.hostLinkNs();
    long accessNs = plan.accessFloorNs();
    Links links = new Links(Groups.COUNT);
    for (int from = Groups.GATEWAYS; from <= Groups.PUSH; from++) {
      for (int to = Groups.GATEWAYS; to <= Groups.PUSH; to++) {
        links.connect(from, to, hostNs);
      }
      links.connect(from, Groups.CLIENTS, accessNs);
    }
    links.connect(Groups.CLIENTS, Groups.GATEWAYS, accessNs - mostLateNs);
    links.connect(Groups.SOURCES, Groups.CLIENTS, TapSource.LEAD_NS);
    links.connect(Groups.SOURCES, Groups.WORKERS, hostNs);
    if (mayWorkersFail()) {
      links.connect(Groups.WORKERS, Groups.SOURCES, hostNs); // A chunk that died goes back.
    }
    if (!plan.hotKeys().isEmpty()) {
      links.connect(Groups.SOURCES, Groups.REDIS, hostNs);
      links.connect(Groups.REDIS, Groups.SOURCES, hostNs);
    }
    long providerNs = plan.pushCells().handOnNs();
    links.connect(Groups.PUSH, Groups.PROVIDERS, providerNs);
    links.connect(Groups.PROVIDERS, Groups.PUSH, providerNs);
    links.connect(Groups.PROVIDERS, Groups.CLIENTS, accessNs);
    return links;
  }

  private boolean mayWorkersFail() {
    return plan.failures().stream()
        .anyMatch(
            failure ->
                failure instanceof FailurePlan.ZoneLost
                    || failure instanceof FailurePlan.HostsDown down
                        && down.component() == Component.WORKERS);
  }

  /** Decides how many racks hold the hosts of a component in a region. */
  @FunctionalInterface
  interface Racking {
    /** As many as there are zones or hosts, no more than hosts. */
    int racks(int zones, int hosts);
  }
}
