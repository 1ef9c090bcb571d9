package dev.haishin.model.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.haishin.engine.Event;
import dev.haishin.engine.LogicalProcess;
import dev.haishin.model.Groups;
import dev.haishin.model.network.Network;
import it.unimi.dsi.fastutil.longs.LongArrayList;

/** A process that appends records at instants decided before the run. */
final class TestProducer extends LogicalProcess implements Producer.Sink {
  private static final int TAP = 0;
  private static final int FIRST_KIND = 40;

  final LongArrayList acked = new LongArrayList();
  final LongArrayList ackedNs = new LongArrayList();
  final LongArrayList failed = new LongArrayList();
  private final KafkaCluster cluster;
  private final Producer producer;
  private final boolean keepsAnswers;
  private final RecordPairs pairs;
  long relayedPairs;

  TestProducer(
      String name,
      KafkaCluster cluster,
      Network network,
      ProducerSettings settings,
      RecordPairs pairs,
      boolean keepsAnswers) {
    super(name, Groups.GATEWAYS);
    this.cluster = cluster;
    producer = new Producer(port(), cluster, network, FIRST_KIND, settings, this);
    this.pairs = pairs;
    this.keepsAnswers = keepsAnswers;
  }

  /** Schedules the append of an original record. */
  void tap(long atNs, long messageId, long key, int bytes) {
    port().attach(0);
    port().attach(bytes);
    port().at(atNs, TAP, messageId, key);
  }

  /** Schedules the append of a relay record. */
  void relay(long atNs, long messageId, long key, int bytes, long acceptedNs) {
    port().attach(acceptedNs);
    port().attach(bytes);
    port().at(atNs, TAP, messageId, key);
  }

  long heldPairs() {
    return producer.heldPairs(pairs);
  }

  @Override
  protected void receive(Event event) {
    if (producer.owns(event.kind())) {
      assertEquals(cluster.home(), Producer.home(event));
      producer.receive(event);
    } else {
      long acceptedNs = event.word(0);
      if (acceptedNs != 0) {
        relayedPairs += pairs.pairs(event.a(), cluster.home());
      }
      producer.append(event.a(), acceptedNs, event.b(), (int) event.word(1), event.timeNs());
    }
  }

  @Override
  public void acked(long messageId) {
    if (keepsAnswers) {
      acked.add(messageId);
      ackedNs.add(nowNs());
    }
  }

  @Override
  public void failed(long messageId) {
    failed.add(messageId);
  }

  /** When a message was acknowledged, -1 if it was not. */
  long ackedNs(long messageId) {
    int index = acked.indexOf(messageId);
    return index < 0 ? -1 : ackedNs.getLong(index);
  }
}
