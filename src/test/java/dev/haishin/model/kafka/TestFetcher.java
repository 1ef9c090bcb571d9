package dev.haishin.model.kafka;

import dev.haishin.engine.Event;
import dev.haishin.engine.LogicalProcess;
import dev.haishin.model.Groups;
import dev.haishin.model.network.Network;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.util.Arrays;

/**
 * Fetches all partitions from whoever leads them, as a consumer that knows of failures does: at a
 * reset, an answer that names another leader, or a silence of 30 s it asks who leads, and goes on
 * from where it is.
 */
final class TestFetcher extends LogicalProcess {
  private static final int RESPONSE = 1;
  private static final int METADATA = 2;
  private static final int METADATA_TIMER = 3;
  private static final int TICK = 4;
  private static final long TICK_NS = 100 * KafkaLab.MS;
  private static final long PATIENCE_NS = 30 * KafkaLab.SECOND;

  final LongArrayList messages = new LongArrayList();
  final LongArrayList partitions = new LongArrayList();
  final LongArrayList fetchedNs = new LongArrayList();
  final long[] position;
  long receivedPairs;
  private final KafkaCluster cluster;
  private final Network network;
  private final LeaderView view;
  private final RecordPairs pairs;
  private final int[] fetchesFrom;
  private final long[] heardNs;
  private final boolean[] fetches;

  TestFetcher(String name, KafkaCluster cluster, Network network, RecordPairs pairs) {
    super(name, Groups.WORKERS);
    this.cluster = cluster;
    this.network = network;
    this.pairs = pairs;
    view = new LeaderView(port(), cluster, network, METADATA, METADATA_TIMER, this::owes);
    position = new long[cluster.partitions()];
    fetchesFrom = new int[cluster.partitions()];
    heardNs = new long[cluster.brokers()];
    fetches = new boolean[cluster.brokers()];
    Arrays.fill(fetchesFrom, Metadata.NO_LEADER);
  }

  void start() {
    port().at(0, TICK, 0, 0);
  }

  @Override
  protected void receive(Event event) {
    switch (event.kind()) {
      case RESPONSE -> response(event);
      case METADATA -> view.answered(event);
      case METADATA_TIMER -> view.timedOut(event);
      default -> tick();
    }
    for (int broker = 0; broker < cluster.brokers(); broker++) {
      if (fetches[broker] && nowNs() - heardNs[broker] > PATIENCE_NS) {
        lost(broker);
      }
    }
  }

  private void tick() {
    port().at(nowNs() + TICK_NS, TICK, 0, 0);
    fetch();
  }

  private boolean owes(int broker) {
    return fetches[broker] && nowNs() - heardNs[broker] > KafkaLab.SECOND;
  }

  private void response(Event event) {
    int broker = (int) event.a();
    heardNs[broker] = nowNs();
    if (Refusal.code(event.b()) == Refusal.LOST) {
      lost(broker);
    } else if (Refusal.code(event.b()) == Refusal.NOT_LEADER) {
      view.learn(Refusal.version(event.b()));
      for (int i = 0; i < event.wordCount(); i++) {
        fetchesFrom[Refusal.partitionOf(event.word(i))] = Metadata.NO_LEADER;
      }
    } else {
      take(event);
    }
  }

  private void take(Event event) {
    for (int at = 0; at < event.wordCount(); ) {
      long run = event.word(at++);
      int partition = RecordRun.partition(run);
      for (int i = 0; i < RecordRun.count(run); i++, at += 2) {
        cluster.group().seenBefore(partition, RecordRun.firstOffset(run) + i);
        messages.add(event.word(at));
        partitions.add(partition);
        fetchedNs.add(nowNs());
        receivedPairs += pairs.pairs(event.word(at), KafkaLab.HOME);
      }
      position[partition] = RecordRun.firstOffset(run) + RecordRun.count(run);
    }
  }

  private void lost(int broker) {
    fetches[broker] = false;
    view.letDown(broker);
    view.ask();
    for (int partition = 0; partition < fetchesFrom.length; partition++) {
      if (fetchesFrom[partition] == broker) {
        fetchesFrom[partition] = Metadata.NO_LEADER;
      }
    }
  }

  private void fetch() {
    for (int broker = 0; broker < cluster.brokers(); broker++) {
      boolean says = false;
      for (int partition = 0; partition < fetchesFrom.length; partition++) {
        if (fetchesFrom[partition] == Metadata.NO_LEADER && view.leader(partition) == broker) {
          port().attach(FetchWord.of(FetchWord.ADD, partition, position[partition]));
          fetchesFrom[partition] = broker;
          says = true;
        }
      }
      if (says) {
        heardNs[broker] = nowNs();
        fetches[broker] = true;
        int process = cluster.process(broker);
        Broker.fetch(
            port(), process, nowNs() + network.latencyNs(id(), process, nowNs()), RESPONSE);
      }
    }
    for (int from : fetchesFrom) {
      if (from == Metadata.NO_LEADER || !fetches[from]) {
        view.ask();
      }
    }
  }

  /** When a message arrived, -1 if it did not. */
  long fetchedNs(long messageId) {
    int index = messages.indexOf(messageId);
    return index < 0 ? -1 : fetchedNs.getLong(index);
  }
}
