package dev.haishin.model.kafka;

import static dev.haishin.model.kafka.KafkaLab.MS;
import static dev.haishin.model.kafka.KafkaLab.US;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.haishin.engine.RandomStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A busy cluster: five producers, two workers, 12 partitions, originals and relay records. */
class KafkaConservationTest {
  private static final int RECORDS = 4_000;
  private static final long LOAD_NS = 200 * MS;

  private static KafkaLab busy(Acks acks, int groupings) {
    KafkaLab lab = new KafkaLab();
    lab.brokers = 4;
    lab.partitions = 12;
    lab.producers = 5;
    lab.workers = 2;
    lab.handlers = 2;
    lab.groupings = groupings;
    lab.settings = ProducerSettings.of(acks, MS);
    lab.pairs = (messageId, home) -> messageId % 7 + home - 1;
    lab.build();
    RandomStream random = RandomStream.of(17, "test.taps", "lab");
    for (int id = 0; id < RECORDS; id++) {
      TestProducer producer = lab.producer[random.nextInt(lab.producers)];
      long atNs = MS + random.nextLong(LOAD_NS);
      long key = random.nextInt(50);
      int bytes = 50 + random.nextInt(3_000);
      if (id % 4 == 0) {
        producer.relay(atNs, id, key, bytes, atNs - 900 * US);
      } else {
        producer.tap(atNs, id, key, bytes);
      }
    }
    return lab;
  }

  @ParameterizedTest
  @EnumSource
  void everyPairIsHeldByExactlyOneCarrierWheneverTheRunStops(Acks acks) {
    KafkaLab lab = busy(acks, 1);
    boolean heldSome = false;
    for (long stopNs = 0; stopNs < LOAD_NS + 60 * MS; stopNs += 137 * US) {
      lab.simulation.runBefore(stopNs);
      long entered = lab.acceptedPairs;
      for (TestProducer producer : lab.producer) {
        entered += producer.relayedPairs;
      }
      long left = lab.worker[0].receivedPairs + lab.worker[1].receivedPairs;
      assertEquals(entered - left, lab.heldPairs(), "at " + stopNs);
      heldSome |= entered > left;
    }
    assertTrue(heldSome);
    assertEquals(RECORDS, lab.worker[0].received + lab.worker[1].received);
  }

  @ParameterizedTest
  @EnumSource
  void aPartitionsRecordsArriveOnceAndInTheOrderOfTheirOffsets(Acks acks) {
    KafkaLab lab = busy(acks, 1);
    lab.simulation.runBefore(LOAD_NS + 100 * MS);
    long[] next = new long[lab.partitions];
    for (TestWorker worker : lab.worker) {
      for (int i = 0; i < worker.messages.size(); i++) {
        int partition = (int) worker.partitions.getLong(i);
        assertEquals(next[partition]++, worker.offsets.getLong(i));
      }
    }
    assertEquals(RECORDS, Arrays.stream(next).sum());
  }

  @Test
  void underOverloadEachRecordIsAcknowledgedOrRefusedOnce() {
    KafkaLab lab = new KafkaLab();
    lab.partitions = 6;
    lab.producers = 2;
    lab.handlers = 1;
    lab.costs = new BrokerCosts(new Fixed(2 * MS), new Fixed(0), 0, 10 * US, KafkaLab.SECOND);
    lab.settings = new ProducerSettings(Acks.ALL, MS, 1_000, 5, 1 << 20, 40_000);
    lab.build();
    for (int id = 0; id < RECORDS; id++) {
      lab.producer[id % 2].tap(100 * MS + id * (25 * US), id, id % 50, 400);
    }
    lab.simulation.runBefore(10 * KafkaLab.SECOND);
    int[] outcomes = new int[RECORDS];
    for (TestProducer producer : lab.producer) {
      producer.acked.forEach(id -> outcomes[(int) id]++);
      producer.failed.forEach(id -> outcomes[(int) id]++);
      assertTrue(producer.failed.size() > 100);
    }
    assertTrue(Arrays.stream(outcomes).allMatch(outcome -> outcome == 1));
    assertEquals(lab.producer[0].acked.size() + lab.producer[1].acked.size(), lab.accepted.size());
    assertEquals(lab.accepted.size(), lab.worker[0].received);
  }

  @Test
  void recordsOfOneProducerAndKeyArriveInTheOrderOfTheirAppends() {
    KafkaLab lab = new KafkaLab();
    lab.partitions = 4;
    lab.handlers = 8;
    lab.costs = new BrokerCosts(new Fixed(0), new Fixed(0), 1_000_000, 0, 1L << 30);
    lab.build();
    RandomStream random = RandomStream.of(3, "test.sizes", "lab");
    for (int id = 0; id < 1_000; id++) {
      // small records behind large ones, which take up to 10 ms of a handler
      lab.producer[0].tap((10 + id) * (50 * US), id, id % 8, 10 + random.nextInt(10_000));
    }
    lab.simulation.runBefore(90 * KafkaLab.SECOND);
    long[] last = new long[8];
    assertEquals(1_000, lab.worker[0].messages.size());
    for (int i = 0; i < 1_000; i++) {
      long id = lab.worker[0].messages.getLong(i);
      assertTrue(id >= last[(int) id % 8]);
      last[(int) id % 8] = id;
    }
  }

  @Test
  void theGroupSeesNothingThatSomeReplicaLacks() {
    KafkaLab lab = busy(Acks.LEADER, 1);
    lab.simulation.runBefore(LOAD_NS + 100 * MS);
    for (TestWorker worker : lab.worker) {
      for (int i = 0; i < worker.messages.size(); i++) {
        long id = worker.messages.getLong(i);
        if (id % 4 != 0) {
          // after the leader's append at least to a follower, back, and to the worker
          long leastNs = lab.acceptedNs(id) + 2 * KafkaLab.OTHER_ZONE_NS + KafkaLab.SAME_ZONE_NS;
          assertTrue(worker.fetchedNs.getLong(i) >= leastNs);
        }
      }
    }
  }

  @Test
  void groupingsOfProcessesLeadToTheSameDigest() {
    KafkaLab one = busy(Acks.ALL, 1);
    KafkaLab three = busy(Acks.ALL, 3);
    KafkaLab other = busy(Acks.LEADER, 1);
    one.simulation.runBefore(LOAD_NS + 100 * MS);
    three.simulation.runBefore(LOAD_NS + 100 * MS);
    other.simulation.runBefore(LOAD_NS + 100 * MS);

    assertEquals(one.simulation.digest(), three.simulation.digest());
    assertNotEquals(one.simulation.digest(), other.simulation.digest());
  }
}
