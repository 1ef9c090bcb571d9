package dev.haishin.model.kafka;

import static dev.haishin.model.kafka.KafkaLab.MS;
import static dev.haishin.model.kafka.KafkaLab.US;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Batching by hand, with one replica and acks=1: a request that leaves at t with n records is
 * answered at t + 100 us there + (30 + 5 n) us in a handler + 100 us back when the leader stands in
 * the producer's zone, and 600 us later when it does not.
 */
class ProducerTest {
  private static final long TAP_NS = 100 * MS;

  private static KafkaLab lab(ProducerSettings settings, int partitions) {
    KafkaLab lab = new KafkaLab();
    lab.replication = 1;
    lab.partitions = partitions;
    lab.settings = settings;
    return lab.build();
  }

  private static ProducerSettings lingering(long lingerNs, int batchBytes) {
    return new ProducerSettings(Acks.LEADER, lingerNs, batchBytes, 5, 1 << 20, 32L << 20);
  }

  private static long answered(long sentNs, int records) {
    return sentNs + 230 * US + records * (5 * US);
  }

  private static void run(KafkaLab lab) {
    lab.simulation.runBefore(400 * MS);
  }

  @Test
  void withoutLingerEachRecordIsARequest() {
    KafkaLab lab = lab(lingering(0, 16 << 10), 1);
    lab.producer[0].tap(TAP_NS, 1, 0, 100);
    lab.producer[0].tap(TAP_NS + MS, 2, 0, 100);
    run(lab);

    assertEquals(answered(TAP_NS, 1), lab.producer[0].ackedNs(1));
    assertEquals(answered(TAP_NS + MS, 1), lab.producer[0].ackedNs(2));
  }

  @Test
  void lingerCountsFromTheOldestBatchAndTakesAllPartitionsOfTheBrokerAlong() {
    KafkaLab lab = lab(lingering(5 * MS, 16 << 10), 6);
    TestProducer producer = lab.producer[0];
    producer.tap(TAP_NS, 1, lab.keyOf(0), 100);
    producer.tap(TAP_NS + 2 * MS, 2, lab.keyOf(3), 100);
    producer.tap(TAP_NS + 3 * MS, 3, lab.keyOf(0), 100);
    producer.tap(TAP_NS + 3 * MS, 4, lab.keyOf(1), 100);
    run(lab);

    assertEquals(answered(TAP_NS + 5 * MS, 3), producer.ackedNs(1));
    assertEquals(answered(TAP_NS + 5 * MS, 3), producer.ackedNs(2));
    assertEquals(answered(TAP_NS + 5 * MS, 3), producer.ackedNs(3));
    // the leader of partition 1 stands in another zone, and its batch has a linger of its own
    assertEquals(answered(TAP_NS + 8 * MS, 1) + 600 * US, producer.ackedNs(4));
  }

  @Test
  void aRecordThatDoesNotFitSendsTheBatchBeforeIt() {
    // 61 + 2 (400 + 21) = 903; a third record does not fit into 1,000
    KafkaLab lab = lab(lingering(5 * MS, 1_000), 1);
    lab.producer[0].tap(TAP_NS, 1, 0, 400);
    lab.producer[0].tap(TAP_NS + MS, 2, 0, 400);
    lab.producer[0].tap(TAP_NS + 2 * MS, 3, 0, 400);
    run(lab);

    assertEquals(answered(TAP_NS + 2 * MS, 2), lab.producer[0].ackedNs(1));
    assertEquals(answered(TAP_NS + 2 * MS, 2), lab.producer[0].ackedNs(2));
    assertEquals(answered(TAP_NS + 7 * MS, 1), lab.producer[0].ackedNs(3));
  }

  @Test
  void aBatchThatIsExactlyFullWaitsForNothing() {
    KafkaLab lab = lab(lingering(5 * MS, 61 + 2 * 421), 1);
    lab.producer[0].tap(TAP_NS, 1, 0, 400);
    lab.producer[0].tap(TAP_NS + MS, 2, 0, 400);
    run(lab);

    assertEquals(answered(TAP_NS + MS, 2), lab.producer[0].ackedNs(1));
  }

  @Test
  void beyondMaxInFlightRecordsGatherInBatchesUntilAnAnswerComes() {
    KafkaLab lab = lab(new ProducerSettings(Acks.LEADER, 0, 16 << 10, 1, 1 << 20, 32L << 20), 1);
    for (int i = 0; i < 4; i++) {
      lab.producer[0].tap(TAP_NS + i * (10 * US), i, 0, 100);
    }
    run(lab);

    long firstNs = answered(TAP_NS, 1);
    assertEquals(firstNs, lab.producer[0].ackedNs(0));
    for (int i = 1; i < 4; i++) {
      assertEquals(answered(firstNs, 3), lab.producer[0].ackedNs(i));
    }
  }

  @Test
  void aPipelinedRequestWaitsAtTheBrokerForTheAnswerToTheOneBefore() {
    KafkaLab lab = new KafkaLab().build();
    lab.producer[0].tap(TAP_NS, 1, 0, 100);
    lab.producer[0].tap(TAP_NS + 10 * US, 2, 0, 100);
    run(lab);

    // 100 + 35, then 400 + 35 + 400 + 10 until both followers have it; then the same again, but
    // for the way from the producer, which the second request has behind it
    assertEquals(TAP_NS + 980 * US, lab.acceptedNs(1));
    assertEquals(TAP_NS + 980 * US + 880 * US, lab.acceptedNs(2));
  }

  @Test
  void aRequestThatComesWhileTheLastReportIsBeingHandledWaitsForIt() {
    KafkaLab lab = new KafkaLab().build();
    lab.producer[0].tap(TAP_NS, 1, 0, 100);
    lab.producer[0].tap(TAP_NS + 875 * US, 2, 0, 100);
    run(lab);
    KafkaLab later = new KafkaLab().build();
    later.producer[0].tap(TAP_NS, 1, 0, 100);
    later.producer[0].tap(TAP_NS + 885 * US, 2, 0, 100);
    run(later);

    // at 970 both followers report, at 980 that is handled
    assertEquals(TAP_NS + 980 * US + 880 * US, lab.acceptedNs(2));
    assertEquals(TAP_NS + 985 * US + 880 * US, later.acceptedNs(2));
  }

  @Test
  void aRequestIsNotLargerThanAllowed() {
    int batch = 61 + 421;
    ProducerSettings settings =
        new ProducerSettings(Acks.LEADER, MS, 16 << 10, 5, 2 * batch, 32L << 20);
    KafkaLab lab = lab(settings, 9);
    for (int i = 0; i < 3; i++) {
      lab.producer[0].tap(TAP_NS, i, lab.keyOf(3 * i), 400);
    }
    run(lab);

    long sentNs = TAP_NS + MS;
    assertEquals(answered(sentNs, 2), lab.producer[0].ackedNs(0));
    assertEquals(answered(sentNs, 2), lab.producer[0].ackedNs(1));
    // begun when the first was answered: 100 there, 40 for the first, 35, 100 back
    assertEquals(sentNs + 275 * US, lab.producer[0].ackedNs(2));
  }

  @Test
  void aRecordWithoutRoomInTheBufferIsRefusedAndRoomComesBackWithTheAnswer() {
    KafkaLab lab = lab(new ProducerSettings(Acks.LEADER, 0, 1_000, 5, 1 << 20, 2_000), 6);
    TestProducer producer = lab.producer[0];
    producer.tap(TAP_NS, 1, lab.keyOf(0), 100);
    producer.tap(TAP_NS, 2, lab.keyOf(1), 100);
    producer.tap(TAP_NS, 3, lab.keyOf(2), 100);
    producer.tap(TAP_NS + 10 * MS, 4, lab.keyOf(2), 100);
    run(lab);

    assertEquals(List.of(3L), producer.failed);
    assertTrue(producer.ackedNs(4) > 0);
  }

  @Test
  void aRecordLargerThanARequestIsRefused() {
    KafkaLab lab = lab(ProducerSettings.of(Acks.LEADER, 0), 1);
    lab.producer[0].tap(TAP_NS, 1, 0, (1 << 20) - 61 - 21);
    lab.producer[0].tap(TAP_NS, 2, 0, (1 << 20) - 61 - 20);
    run(lab);

    assertTrue(lab.producer[0].ackedNs(1) > 0);
    assertEquals(List.of(2L), lab.producer[0].failed);
  }
}
