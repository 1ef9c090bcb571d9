package dev.haishin.model.kafka;

import dev.haishin.engine.Event;
import dev.haishin.engine.LogicalProcess;
import dev.haishin.model.Groups;
import dev.haishin.model.network.Network;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.util.ArrayList;
import java.util.List;

/** A process that consumes its partitions, as they come or a response at a time. */
final class TestWorker extends LogicalProcess implements Consumer.Sink {
  private static final int RESUME = 0;
  private static final int SCRIPT = 1;
  private static final int FIRST_KIND = 32;

  final LongArrayList messages = new LongArrayList();
  final LongArrayList partitions = new LongArrayList();
  final LongArrayList offsets = new LongArrayList();
  final LongArrayList acceptedNs = new LongArrayList();
  final LongArrayList fetchedNs = new LongArrayList();
  final Consumer consumer;
  private final KafkaCluster cluster;
  private final RecordPairs pairs;
  private final boolean keepsRecords;
  private final List<Runnable> scripts = new ArrayList<>();
  private long everyNs;
  private boolean isDown;
  long repeated;
  long received;
  long receivedPairs;

  TestWorker(
      String name,
      KafkaCluster cluster,
      Network network,
      int worker,
      int workers,
      RecordPairs pairs,
      boolean keepsRecords) {
    super(name, Groups.WORKERS);
    consumer = new Consumer(port(), cluster, network, FIRST_KIND, worker, workers, this);
    this.cluster = cluster;
    this.pairs = pairs;
    this.keepsRecords = keepsRecords;
  }

  /** Takes one response, then nothing until the next multiple of an interval. */
  void takeOneResponseEvery(long intervalNs) {
    everyNs = intervalNs;
    port().at(intervalNs, RESUME, 0, 0);
  }

  /** Has something happen to it at an instant. */
  void at(long atNs, Runnable script) {
    port().at(atNs, SCRIPT, scripts.size(), 0);
    scripts.add(script);
  }

  long now() {
    return nowNs();
  }

  /** Dies. */
  void crash(boolean resets) {
    isDown = true;
    consumer.crash(resets);
  }

  /** Comes back, without partitions. */
  void restart() {
    isDown = false;
    consumer.restart();
  }

  @Override
  protected void receive(Event event) {
    if (event.kind() == SCRIPT) {
      scripts.get((int) event.a()).run();
      return;
    }
    if (isDown) {
      consumer.receiveDown(event);
      return;
    }
    if (consumer.owns(event.kind())) {
      consumer.receive(event);
      return;
    }
    port().at(event.timeNs() + everyNs, RESUME, 0, 0);
    for (int partition = 0; partition < cluster.partitions(); partition++) {
      if (consumer.has(partition)) {
        consumer.resume(partition);
      }
    }
  }

  @Override
  public void record(
      int partition, long offset, long messageId, long accepted, long fetched, boolean again) {
    received++;
    repeated += again ? 1 : 0;
    receivedPairs += pairs.pairs(messageId, KafkaLab.HOME);
    consumer.commit(partition, offset + 1);
    if (everyNs > 0) {
      consumer.pause(partition);
    }
    if (keepsRecords) {
      messages.add(messageId);
      partitions.add(partition);
      offsets.add(offset);
      acceptedNs.add(accepted);
      fetchedNs.add(fetched);
    }
  }

  /** When a message arrived, -1 if it did not. */
  long fetchedNs(long messageId) {
    int index = messages.indexOf(messageId);
    return index < 0 ? -1 : fetchedNs.getLong(index);
  }
}
