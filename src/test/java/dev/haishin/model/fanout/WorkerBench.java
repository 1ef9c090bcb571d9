package dev.haishin.model.fanout;

import dev.haishin.delivery.RetryOnceRouter;
import dev.haishin.delivery.WriteFanout;
import dev.haishin.engine.Capacity;
import dev.haishin.engine.CounterHash;
import dev.haishin.engine.Distribution;
import dev.haishin.engine.Event;
import dev.haishin.engine.HeapQueue;
import dev.haishin.engine.Links;
import dev.haishin.engine.LogicalProcess;
import dev.haishin.engine.Port;
import dev.haishin.engine.RandomStream;
import dev.haishin.engine.Simulation;
import dev.haishin.model.Groups;
import dev.haishin.model.Messages;
import dev.haishin.model.Parts;
import dev.haishin.model.failure.Outages;
import dev.haishin.model.kafka.Consumer;
import dev.haishin.model.kafka.GroupTimeline;
import dev.haishin.model.kafka.KafkaCluster;
import dev.haishin.model.kafka.Producer;
import dev.haishin.model.network.AccessNetwork;
import dev.haishin.model.network.Borders;
import dev.haishin.model.network.Network;
import dev.haishin.model.network.Residency;
import dev.haishin.model.population.ChatKind;
import dev.haishin.model.population.Chats;
import dev.haishin.model.population.Clients;
import dev.haishin.model.population.Graph;
import dev.haishin.model.population.People;
import dev.haishin.model.push.PushCells;
import dev.haishin.model.push.PushRelays;
import dev.haishin.model.rack.Rack;
import dev.haishin.model.rack.RackHost;
import dev.haishin.model.rack.Racks;
import dev.haishin.model.redis.Laws;
import dev.haishin.model.redis.Recorded;
import dev.haishin.model.redis.RedisCluster;
import dev.haishin.model.redis.Route;
import dev.haishin.model.redis.SessionDirectory;
import dev.haishin.model.redis.Sessions;
import dev.haishin.model.redis.Shard;
import dev.haishin.model.store.MessageStore;
import dev.haishin.model.store.RegionServer;
import dev.haishin.model.store.StoreClient;
import java.util.ArrayList;
import java.util.List;

/**
 * A worker's intake and routing with a session shard and region servers behind them, one zone all
 * of it; it is handed records at given instants, and what it sends is noted where it arrives.
 */
final class WorkerBench {
  static final long LINK_NS = 100_000;
  static final long RECORD_NS = 40_000;
  static final long RECIPIENT_NS = 2_000;
  static final long OPERATION_NS = 50_000;
  static final long FLOOR_NS = 1_000_000;
  static final int MEMBERS = 6;

  private static final long SEED = 1;
  private static final int USERS = 600;
  private static final int SERVERS = 4;

  final Noted gateway = new Noted("gateway", Groups.GATEWAYS);
  final List<Noted> devices = new ArrayList<>();
  final long chat;
  private final Simulation simulation;
  private final Network network = new Network(LINK_NS, LINK_NS, new long[1][1]);
  private final Distribution putDelay;
  private final Graph graph;
  private final Messages messages = new Messages(1, new boolean[] {true}, 600_000_000_000L);
  private final RedisCluster cluster;
  private final MessageStore store;
  private final Shard shard;
  private final Worker worker;

  WorkerBench(long commandNs, Distribution putDelay) {
    this.putDelay = putDelay;
    network.bound(new Borders(new int[1], new Residency[1], new boolean[1], new int[1]));
    Links links = new Links(Groups.COUNT);
    for (int to : new int[] {Groups.REDIS, Groups.STORE, Groups.PUSH, Groups.GATEWAYS}) {
      links.connect(Groups.WORKERS, to, LINK_NS).connect(to, Groups.WORKERS, LINK_NS);
    }
    links.connect(Groups.WORKERS, Groups.CLIENTS, FLOOR_NS);
    simulation = new Simulation(links, 1, HeapQueue::new);
    ChatKind[] kinds = {new ChatKind(0, Laws.fixed(MEMBERS), 2, 0)};
    People people = new People(new int[] {USERS}, new int[1], new double[1], SEED);
    graph = new Graph(people, new Chats(people.firstUsers(), kinds, 1, SEED), kinds);
    chat = graph.chats().chatAt(0, 0, 3);
    shard =
        new Shard(
            "redis/0",
            SEED,
            Laws.fixed(commandNs),
            1L << 30,
            100,
            new Sessions(USERS),
            Recorded.unread(SERVERS),
            0);
    cluster = new RedisCluster(racks(Groups.REDIS, new RackHost[] {shard}));
    RackHost[] servers = new RackHost[SERVERS];
    for (int i = 0; i < SERVERS; i++) {
      servers[i] =
          new RegionServer(
              "store/" + i,
              SEED,
              30,
              Laws.fixed(OPERATION_NS),
              putDelay,
              putDelay,
              Recorded.unread(SERVERS),
              i);
    }
    store = new MessageStore(racks(Groups.STORE, servers));
    simulation.add(gateway, 0);
    people.shardsStartAt(simulation.nextId());
    for (int i = 0; i < people.shards(); i++) {
      devices.add(simulation.add(new Noted("devices/" + i, Groups.CLIENTS), 0));
    }
    Noted relay = simulation.add(new Noted("relay", Groups.PUSH), 0);
    worker =
        simulation.add(
            new Worker(
                new PushRelays(relay.id(), 1, PushCells.of(LINK_NS, LINK_NS, 100 * LINK_NS))),
            0);
  }

  /** A message of the chat's first member. */
  long message() {
    return messages.add(0, 0, graph.chats().member(chat, 0), chat, 100);
  }

  /** The recipients in the order of their membership. */
  int[] recipients() {
    int[] recipients = new int[MEMBERS - 1];
    for (int i = 0; i < recipients.length; i++) {
      recipients[i] = graph.chats().member(chat, i + 1);
    }
    return recipients;
  }

  void connectEveryone() {
    for (int user : recipients()) {
      shard.load(user, Route.of(gateway.id(), 1));
    }
  }

  void fetchedAt(long atNs, long messageId) {
    worker.fetchedAt(atNs, messageId);
  }

  void run() {
    simulation.seal();
    simulation.runBefore(10_000_000_000L);
  }

  /** When the worker hears that a copy is in its inbox, if it was asked for at an instant. */
  long writtenNs(long askedNs, long messageId, int user) {
    long last = 0;
    for (int other : recipients()) {
      if (store.serverOfInbox(other) == store.serverOfInbox(user)) {
        last = Math.max(last, delayNs(messageId, other));
      }
    }
    return askedNs + 2 * LINK_NS + OPERATION_NS + last;
  }

  long heldPairs() {
    return worker.intake.heldPairs() + worker.routing.heldPairs();
  }

  private long delayNs(long messageId, int user) {
    long key = CounterHash.key(SEED, "store.put", "");
    return putDelay.valueAt(CounterHash.bits(key, messageId, user));
  }

  private Racks racks(int group, RackHost[] hosts) {
    Rack rack = simulation.add(new Rack("rack/" + group, group, network, hosts), 0);
    return new Racks(new int[] {rack.id()}, hosts.length);
  }

  /** Somebody who notes what comes: the instant, and the first word of it. */
  static final class Noted extends LogicalProcess {
    final List<Long> atNs = new ArrayList<>();
    final List<Long> messages = new ArrayList<>();

    Noted(String name, int group) {
      super(name, group);
    }

    /** The instants at which events about a message came. */
    List<Long> of(long messageId) {
      List<Long> found = new ArrayList<>();
      for (int i = 0; i < atNs.size(); i++) {
        if (messages.get(i) == messageId) {
          found.add(atNs.get(i));
        }
      }
      return found;
    }

    @Override
    protected void receive(Event event) {
      atNs.add(nowNs());
      messages.add(event.a());
    }
  }

  /** The worker's insides in a process that fetches when it is told to. */
  private final class Worker extends LogicalProcess implements Parts {
    private static final int FETCHED = 200;

    private final Intake intake;
    private final Routing routing;
    private long offset;

    Worker(PushRelays relays) {
      super("fanout/0", Groups.WORKERS);
      WorkerSite site =
          new WorkerSite(
              0,
              0,
              new Membership(
                  0, new Outages(1), GroupTimeline.still(), new Abandoned(1), 1_000_000_000L),
              1,
              Capacity.FULL,
              Laws.fixed(RECORD_NS),
              Laws.fixed(RECIPIENT_NS),
              new WriteFanout(),
              (sink, names) -> new RetryOnceRouter(sink),
              graph,
              null,
              messages,
              new MessagePairs(graph, messages),
              new Clients(graph.people()),
              new AccessNetwork(Laws.fixed(FLOOR_NS), FLOOR_NS, SEED),
              network,
              new Audience[0],
              relays,
              null);
      Cores cores =
          new Cores(
              1,
              Capacity.FULL,
              0,
              RandomStream.of(SEED, "service", name()),
              Recorded.unread(SERVERS));
      routing = new Routing(port(), site, this, Recorded.unread(SERVERS));
      Relays none = new Relays(port(), site, this, Recorded.unread(SERVERS));
      intake = new Intake(port(), site, cores, routing, none, Recorded.unread(SERVERS));
      none.reportTo(intake);
      routing.reportTo(intake, new Broadcasting(port(), site, cores, routing));
      intake.livesUntil(Outages.NEVER);
      routing.livesUntil(Outages.NEVER);
      KafkaCluster kafka = new KafkaCluster(0, 0, 1, 1, 1, 1);
      intake
          .commits()
          .readFrom(new Consumer(port(), kafka, network, WorkerKinds.CONSUMER, 0, 1, intake));
    }

    void fetchedAt(long atNs, long messageId) {
      port().at(atNs, FETCHED, messageId, 0);
    }

    @Override
    public Producer producer(Port port, int firstKind, int home, Producer.Sink sink) {
      return null;
    }

    @Override
    public SessionDirectory sessions(
        Port port, int firstKind, int home, SessionDirectory.Sink sink) {
      return new SessionDirectory(port, cluster, network, firstKind, 64, sink);
    }

    @Override
    public StoreClient store(Port port, int firstKind, int home, StoreClient.Sink sink) {
      return new StoreClient(port, store, network, firstKind, sink);
    }

    @Override
    protected void receive(Event event) {
      if (routing.owns(event.kind())) {
        routing.receive(event);
      } else {
        intake.commits().catchUp();
        intake.record(0, offset++, event.a(), 0, nowNs(), false);
      }
    }
  }
}
