package dev.haishin.model.kafka;

import dev.haishin.engine.HeapQueue;
import dev.haishin.engine.Links;
import dev.haishin.engine.Simulation;
import dev.haishin.model.Groups;
import dev.haishin.model.failure.Outages;
import dev.haishin.model.network.Network;
import dev.haishin.results.Level;
import dev.haishin.results.Recorder;
import dev.haishin.results.RecordingPlan;
import dev.haishin.results.RunResult;
import dev.haishin.results.Utilization;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A cluster with producers and workers in a simulation of its own: one way within a zone takes 100
 * us, between zones 400 us, to another region 30 ms. Producers stand in zone 0, workers in zone 1.
 */
final class KafkaLab implements Acceptance {
  static final int HOME = 2;
  static final long US = 1_000;
  static final long MS = 1_000_000;
  static final long SECOND = 1_000_000_000;
  static final long SAME_ZONE_NS = 100 * US;
  static final long OTHER_ZONE_NS = 400 * US;
  static final long OTHER_REGION_NS = 30 * MS;

  /** 30 us an append and 5 us a record in it, 10 us a fetch, bytes free. */
  static final BrokerCosts COSTS =
      new BrokerCosts(new Fixed(30 * US), new Fixed(5 * US), 0, 10 * US, SECOND);

  /** Nothing costs anything. */
  static final BrokerCosts FREE = new BrokerCosts(new Fixed(0), new Fixed(0), 0, 0, SECOND);

  int brokers = 3;
  int zones = 3;
  int partitions = 1;
  int replication = 3;
  int handlers = 8;
  int producers = 1;
  int workers = 1;
  int groupings = 1;
  int farBroker = -1;
  long planNs = 100 * SECOND;
  boolean keeps = true;
  boolean folds = true;
  BrokerCosts costs = COSTS;
  Quotas quotas = Quotas.NONE;
  FetchLimits groupLimits = FetchLimits.CONSUMER;
  Replication kept = Replication.STANDARD;
  Outages outages;

  /** Whether a group reads where brokers fail, in the place of one fetcher. */
  boolean groupReads;

  ProducerSettings settings = ProducerSettings.of(Acks.ALL, 0);
  RecordPairs pairs = (messageId, home) -> 1;

  Simulation simulation;
  KafkaCluster cluster;
  BrokerRack rack;
  Broker[] broker;
  TestProducer[] producer;
  TestWorker[] worker;
  TestFetcher fetcher;
  final LongArrayList accepted = new LongArrayList();
  final LongArrayList acceptedNs = new LongArrayList();
  long acceptedPairs;
  long lostPairs;
  final LongArrayList lost = new LongArrayList();
  private final List<Recorder> recorders = new ArrayList<>();
  private RecordingPlan plan;
  private Recorder brokerRecorder;

  /** Builds what the fields say, every fetcher about to start. */
  KafkaLab build() {
    plan = new RecordingPlan(planNs, 0, SECOND, List.of("lab"), List.of(), 100_000_000, 1);
    simulation = new Simulation(links(), groupings, HeapQueue::new);
    long[][] between = {{0, OTHER_REGION_NS}, {OTHER_REGION_NS, 0}};
    Network network = new Network(SAME_ZONE_NS, OTHER_ZONE_NS, between);
    cluster = new KafkaCluster(HOME, 0, brokers, zones, partitions, replication, downs().any());
    BrokerSettings brokerSettings =
        new BrokerSettings(handlers, costs, FetchLimits.FOLLOWER, groupLimits, kept, quotas);
    rack = new BrokerRack(cluster, network, brokerSettings, downs(), folds);
    brokerRecorder = recorder();
    broker = new Broker[brokers];
    producer = new TestProducer[producers];
    workers = outages == null || groupReads ? workers : 0;
    worker = new TestWorker[workers];
    for (int i = 0; i < brokers; i++) {
      broker[i] = simulation.add(newBroker(i), 0);
      network.place(broker[i].id(), i == farBroker ? 1 : 0, i % zones);
    }
    for (int i = 0; i < producers; i++) {
      TestProducer added =
          new TestProducer("lab/gateway/" + i, cluster, network, settings, pairs, keeps);
      producer[i] = simulation.add(added, (i + 1) % groupings);
      network.place(added.id(), 0, 0);
    }
    for (int i = 0; i < workers; i++) {
      TestWorker added =
          new TestWorker("lab/worker/" + i, cluster, network, i, workers, pairs, keeps);
      worker[i] = simulation.add(added, (i + 2) % groupings);
      network.place(added.id(), 0, 1 % zones);
    }
    if (outages != null && !groupReads) {
      fetcher =
          simulation.add(new TestFetcher("lab/fetcher", cluster, network, pairs), 2 % groupings);
      network.place(fetcher.id(), 0, 1 % zones);
    }
    simulation.seal();
    Arrays.stream(broker).forEach(Broker::start);
    Arrays.stream(worker).forEach(each -> each.consumer.start());
    if (fetcher != null) {
      fetcher.start();
    }
    return this;
  }

  /** A key that falls into a partition. */
  long keyOf(int partition) {
    long key = 0;
    while (cluster.partitionOf(key) != partition) {
      key++;
    }
    return key;
  }

  /** When a message was accepted, -1 if it was not. */
  long acceptedNs(long messageId) {
    int index = accepted.indexOf(messageId);
    return index < 0 ? -1 : acceptedNs.getLong(index);
  }

  /** Pairs held by processes and by pending events now. */
  long heldPairs() {
    long[] sum = new long[1];
    for (Broker each : broker) {
      sum[0] += each.heldPairs(pairs);
    }
    for (TestProducer each : producer) {
      sum[0] += each.heldPairs();
    }
    simulation.census(
        (destination, event) -> {
          if (destination instanceof Broker to) {
            sum[0] += to.heldPairs(event, pairs);
          }
        });
    return sum[0];
  }

  private Broker newBroker(int index) {
    return new Broker("lab/broker/" + index, 1, rack, index, brokerRecorder, index, this);
  }

  private Outages downs() {
    return outages == null ? new Outages(brokers) : outages;
  }

  @Override
  public synchronized void lost(long messageId, long atNs, int records) {
    lostPairs += records * pairs.pairs(messageId, HOME);
    lost.add(messageId);
  }

  @Override
  public synchronized void accepted(long messageId, long atNs) {
    acceptedPairs += pairs.pairs(messageId, HOME);
    if (keeps) {
      accepted.add(messageId);
      acceptedNs.add(atNs);
    }
  }

  /** What was recorded up to the end of the plan. */
  RunResult result() {
    return RunResult.of(plan, recorders, Map.of(), Set.of());
  }

  private Recorder recorder() {
    Recorder recorder = new Recorder(plan);
    recorders.add(recorder);
    String[] names = new String[brokers];
    Arrays.setAll(names, i -> "lab/broker/" + i);
    recorder.declareHosts(Utilization.KAFKA_CPU, brokers, handlers, names);
    recorder.declareHosts(Utilization.KAFKA_DISK, brokers, 1, names);
    recorder.declareHosts(Level.KAFKA_LAG, brokers, 1, names);
    recorder.declareHosts(Level.KAFKA_LAG_AGE, brokers, 1, names);
    recorder.declareHosts(Level.KAFKA_PARTITION_LAG, brokers, 1, names);
    return recorder;
  }

  private static Links links() {
    return new Links(Groups.COUNT)
        .connect(Groups.GATEWAYS, Groups.KAFKA, SAME_ZONE_NS)
        .connect(Groups.KAFKA, Groups.GATEWAYS, SAME_ZONE_NS)
        .connect(Groups.KAFKA, Groups.KAFKA, SAME_ZONE_NS)
        .connect(Groups.KAFKA, Groups.WORKERS, SAME_ZONE_NS)
        .connect(Groups.WORKERS, Groups.KAFKA, SAME_ZONE_NS);
  }
}
