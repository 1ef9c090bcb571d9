package dev.haishin.model;

import dev.haishin.engine.Capacity;
import dev.haishin.model.failure.Outages;
import dev.haishin.model.fanout.Abandoned;
import dev.haishin.model.fanout.Audience;
import dev.haishin.model.fanout.FanoutWorker;
import dev.haishin.model.fanout.Membership;
import dev.haishin.model.fanout.MessagePairs;
import dev.haishin.model.fanout.WorkerSite;
import dev.haishin.model.kafka.Acceptance;
import dev.haishin.model.kafka.Broker;
import dev.haishin.model.kafka.BrokerRack;
import dev.haishin.model.kafka.BrokerSettings;
import dev.haishin.model.kafka.Consumer;
import dev.haishin.model.kafka.FetchLimits;
import dev.haishin.model.kafka.GroupTimeline;
import dev.haishin.model.redis.Sessions;
import dev.haishin.results.Counter;
import dev.haishin.results.Hottest;
import dev.haishin.results.LedgerColumn;
import dev.haishin.results.LossReason;
import dev.haishin.results.Recorder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;

/** Adds each home's brokers, session shards, region servers and fan-out workers. */
final class BackAssembly {
  private final Ground ground;
  private final WorldPlan plan;
  private final BackEnd backEnd;
  private final MessagePairs pairs;
  private final RackAssembly racks;
  private final PushAssembly push;
  private final Audience[] audiences;
  private final Sessions sessions;
  private final long[] accepted;
  private final List<AcceptedMessages> acceptedOnce = new ArrayList<>();
  private final List<HotKeys> hotKeys = new ArrayList<>();
  private final List<BrokerRack> brokerRacks = new ArrayList<>();
  private final List<Broker> brokers = new ArrayList<>();
  private final List<FanoutWorker> workers = new ArrayList<>();
  private final List<Abandoned> abandoned = new ArrayList<>();

  BackAssembly(Ground ground, BackEnd backEnd) {
    this.ground = ground;
    this.plan = ground.plan();
    this.backEnd = backEnd;
    this.pairs = new MessagePairs(ground.graph(), ground.messages());
    this.push = new PushAssembly(ground, backEnd);
    this.audiences = LoadAssembly.audiences(plan, ground.graph().people());
    this.sessions = new Sessions(ground.graph().people().users());
    this.racks = new RackAssembly(ground, backEnd, sessions);
    this.accepted = new long[ground.recorders().size()];
  }

  void add() {
    forEachHome(this::addBrokers);
    forEachHome(racks::addShards);
    forEachHome(racks::addRegionServers);
    forEachHome(this::addWorkers);
    push.add();
  }

  void start() {
    racks.start();
    brokers.forEach(Broker::start);
    workers.forEach(FanoutWorker::start);
  }

  /** Names every message that brokers, workers and pushes hold. */
  void heldMessages(LongConsumer each) {
    brokers.forEach(broker -> broker.heldMessages(each));
    workers.forEach(worker -> worker.heldMessages(each));
    push.heldMessages(each);
  }

  /** Pairs of records that died with their worker and have not been read again. */
  long abandonedPairs() {
    long sum = 0;
    for (Abandoned ofHome : abandoned) {
      sum += ofHome.heldPairs();
    }
    return sum;
  }

  /** Memory of all session directories. */
  long sessionBytes() {
    return sessions.bytes();
  }

  /** Messages accepted, each counted once. */
  long acceptedMessages() {
    return acceptedOnce.stream().mapToLong(AcceptedMessages::count).sum();
  }

  /** Messages accepted, those accepted twice counted twice. */
  long accepted() {
    long sum = 0;
    for (long ofPartition : accepted) {
      sum += ofPartition;
    }
    return sum;
  }

  /** Settles what fell due before the end of the run. */
  void finishRun(long endNs) {
    brokerRacks.forEach(rack -> rack.finishRun(endNs));
    push.finishRun(endNs);
  }

  RackAssembly racks() {
    return racks;
  }

  MessagePairs pairs() {
    return pairs;
  }

  List<Broker> brokers() {
    return brokers;
  }

  List<FanoutWorker> workers() {
    return workers;
  }

  private void forEachHome(HomeAdder adder) {
    for (int r = 0; r < plan.regions().size(); r++) {
      if (ground.isHome(r)) {
        adder.add(r, plan.homes().get(r));
      }
    }
  }

  /** The hottest partition and chat of each home. */
  List<Hottest> hottest() {
    return hotKeys.stream()
        .flatMap(keys -> keys.hottest(ground.graph().chats(), ground.plan().durationNs()).stream())
        .toList();
  }

  private void addBrokers(int region, HomePlan home) {
    HomePlan.KafkaPlan kafka = home.kafka();
    BrokerSettings settings =
        new BrokerSettings(
            kafka.threads(),
            kafka.costs(),
            FetchLimits.FOLLOWER,
            FetchLimits.CONSUMER,
            kafka.kept(),
            kafka.quotas());
    BrokerRack rack =
        new BrokerRack(
            backEnd.kafka(region),
            ground.network(),
            settings,
            ground.outages(Component.BROKERS, region));
    Capacity[] capacities = ground.capacities(Component.BROKERS, region);
    brokerRacks.add(rack);
    AcceptedMessages messages = new AcceptedMessages(ground.messages().origins());
    acceptedOnce.add(messages);
    HotKeys keys =
        new HotKeys(plan.regions().get(region).name(), kafka.partitions(), plan.warmupNs());
    hotKeys.add(keys);
    int partition = ground.partition(Component.BROKERS, region, 0);
    Recorder recorder = ground.recorders().get(partition);
    for (int i = 0; i < kafka.brokers(); i++) {
      ground.place(region, i);
      rack.runOn(i, capacities[i]);
      Broker broker =
          new Broker(
              ground.name(region, "kafka", i),
              plan.seed(),
              rack,
              i,
              recorder,
              ground.layout().host(Component.BROKERS, region, i),
              accounts(recorder, partition, region, messages, keys));
      brokers.add(ground.simulation().add(broker, partition));
    }
  }

  /** Enters each accepted message into the ledger: all its pairs are intended from then on. */
  private Acceptance accounts(
      Recorder recorder, int partition, int home, AcceptedMessages messages, HotKeys keys) {
    return new Acceptance() {
      @Override
      public void accepted(long messageId, long atNs) {
        if (ground.messages().isKey(messageId)) {
          return;
        }
        recorder.count(Counter.MESSAGES_ACCEPTED, atNs, 1);
        accepted[partition]++;
        messages.add(messageId);
        keys.accepted(ground.messages().chat(messageId), atNs);
        recorder.ledger().add(LedgerColumn.INTENDED, pairs.recipients(messageId));
      }

      @Override
      public void lost(long messageId, long atNs, int records) {
        pairs.lose(recorder, LossReason.ACKS_LEADER_LOSS, messageId, home, records);
      }
    };
  }

  private void addWorkers(int region, HomePlan home) {
    HomePlan.WorkerPlan worker = home.workers();
    Outages outages = ground.outages(Component.WORKERS, region);
    Abandoned books = new Abandoned(home.kafka().partitions());
    abandoned.add(books);
    GroupTimeline timeline = GroupTimeline.of(home.kafka().partitions(), outages, worker.group());
    Capacity[] capacities = ground.capacities(Component.WORKERS, region);
    for (int i = 0; i < worker.count(); i++) {
      int number = i;
      int partition = ground.partition(Component.WORKERS, region, i);
      ground.place(region, i);
      FanoutWorker process =
          new FanoutWorker(
              ground.name(region, "fanout", i),
              site(
                  region,
                  worker,
                  ground.layout().host(Component.WORKERS, region, i),
                  capacities[i],
                  new Membership(i, outages, timeline, books, plan.routeTimeoutNs())),
              backEnd,
              (port, firstKind, sink) ->
                  new Consumer(
                      port,
                      backEnd.kafka(region),
                      ground.network(),
                      firstKind,
                      number,
                      worker.count(),
                      sink),
              ground.recorders().get(partition),
              plan.seed());
      workers.add(ground.simulation().add(process, partition));
    }
  }

  private WorkerSite site(
      int home, HomePlan.WorkerPlan worker, int host, Capacity capacity, Membership membership) {
    return new WorkerSite(
        home,
        host,
        membership,
        worker.cores(),
        capacity,
        worker.recordCost(),
        worker.recipientCost(),
        plan.code().strategy().get(),
        plan.code().router(),
        ground.graph(),
        ground.rates(),
        ground.messages(),
        pairs,
        ground.clients(),
        ground.access(),
        ground.network(),
        audiences,
        backEnd.relays(home),
        ground.failures().takeover(home));
  }

  /** Adds one component of one home. */
  private interface HomeAdder {
    void add(int region, HomePlan home);
  }
}
