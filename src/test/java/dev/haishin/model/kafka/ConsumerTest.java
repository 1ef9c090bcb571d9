package dev.haishin.model.kafka;

import static dev.haishin.model.kafka.KafkaLab.MS;
import static dev.haishin.model.kafka.KafkaLab.SECOND;
import static dev.haishin.model.kafka.KafkaLab.US;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ConsumerTest {

  /** A worker that takes 10 records each 20 ms, 500 a second, and a load of 1,000 a second. */
  private static KafkaLab slowWorker() {
    KafkaLab lab = new KafkaLab();
    lab.keeps = false;
    lab.groupLimits = new FetchLimits(1, 500 * MS, 1 << 20, 10);
    lab.build();
    lab.worker[0].takeOneResponseEvery(20 * MS);
    for (int i = 0; i < 10_000; i++) {
      lab.producer[0].tap(SECOND + i * MS, i, 0, 100);
    }
    return lab;
  }

  @Test
  void lagGrowsByWhatComesInBeyondWhatGoesOutAndDrainsAtTheRateOfTheWorker() {
    KafkaLab lab = slowWorker();
    lab.simulation.runBefore(3 * SECOND);
    long atThree = lab.broker[0].lagRecords();
    lab.simulation.runBefore(11 * SECOND);
    long atEleven = lab.broker[0].lagRecords();
    lab.simulation.runBefore(16 * SECOND);
    long atSixteen = lab.broker[0].lagRecords();
    lab.simulation.runBefore(22 * SECOND);

    // 8 s at 1,000 - 500 a second, then 5 s at 500; a response of 10 is the grain
    assertEquals(8 * 500.0, (double) (atEleven - atThree), 20);
    assertEquals(5 * 500.0, (double) (atEleven - atSixteen), 20);
    assertEquals(0, lab.broker[0].lagRecords());
    assertEquals(10_000, lab.worker[0].received);
  }

  @Test
  void aFastWorkerLeavesNoLag() {
    KafkaLab lab = slowWorker();
    KafkaLab fast = new KafkaLab();
    fast.build();
    fast.producer[0].tap(SECOND, 1, 0, 100);
    fast.simulation.runBefore(2 * SECOND);
    lab.simulation.runBefore(2 * SECOND);

    assertEquals(0, fast.broker[0].lagRecords());
    assertTrue(lab.broker[0].lagRecords() > 400);
  }

  @Test
  void aResponseBringsNoMoreRecordsThanAPollTakes() {
    KafkaLab lab = new KafkaLab();
    lab.groupLimits = new FetchLimits(1, 500 * MS, 1 << 20, 3);
    lab.settings = ProducerSettings.of(Acks.ALL, MS);
    lab.build();
    for (int i = 0; i < 7; i++) {
      lab.producer[0].tap(100 * MS, i, 0, 100);
    }
    lab.simulation.runBefore(400 * MS);
    TestWorker worker = lab.worker[0];

    // the way to the leader, a handler for the fetch, and the way back
    long roundTripNs = 810 * US;
    assertEquals(worker.fetchedNs(0), worker.fetchedNs(2));
    assertEquals(worker.fetchedNs(2) + roundTripNs, worker.fetchedNs(3));
    assertEquals(worker.fetchedNs(3) + roundTripNs, worker.fetchedNs(6));
  }

  @Test
  void aResponseBringsNoMoreBytesOfAPartitionThanAllowedButAtLeastOneRecord() {
    KafkaLab lab = new KafkaLab();
    lab.groupLimits = new FetchLimits(1, 500 * MS, 1_000, 500);
    lab.settings = ProducerSettings.of(Acks.ALL, MS);
    lab.build();
    // 61 + 421 and 421 fit into 1,000; of the rest, 2,021 alone does not
    lab.producer[0].tap(100 * MS, 0, 0, 400);
    lab.producer[0].tap(100 * MS, 1, 0, 400);
    lab.producer[0].tap(100 * MS, 2, 0, 2_000);
    lab.producer[0].tap(100 * MS, 3, 0, 400);
    lab.simulation.runBefore(400 * MS);
    TestWorker worker = lab.worker[0];

    assertEquals(worker.fetchedNs(0), worker.fetchedNs(1));
    assertEquals(worker.fetchedNs(1) + 810 * US, worker.fetchedNs(2));
    assertEquals(worker.fetchedNs(2) + 810 * US, worker.fetchedNs(3));
  }

  @Test
  void aFetchWaitsForItsLeastBytesButNotForEver() {
    KafkaLab lab = new KafkaLab();
    lab.groupLimits = new FetchLimits(2 * (61 + 121), 50 * MS, 1 << 20, 500);
    lab.build();
    lab.producer[0].tap(110 * MS, 0, 0, 100);
    lab.producer[0].tap(112 * MS, 1, 0, 100);
    lab.producer[0].tap(200 * MS, 2, 0, 100);
    lab.simulation.runBefore(400 * MS);
    TestWorker worker = lab.worker[0];

    // 980 us until both replicas have it, 400 to the worker
    assertEquals(112 * MS + 1380 * US, worker.fetchedNs(1));
    assertEquals(worker.fetchedNs(1), worker.fetchedNs(0));
    // fetches leave the worker each 50 ms + 10 us + 2 x 400 us, from the response above on
    long firstNs = worker.fetchedNs(1) + 50 * MS + 810 * US;
    assertEquals(firstNs + 50 * MS + 810 * US, worker.fetchedNs(2));
  }

  @Test
  void aFetchDoesNotBringWhatAReportBehindItMakesReadable() {
    KafkaLab lab = new KafkaLab();
    lab.partitions = 6;
    lab.producers = 2;
    lab.handlers = 1;
    lab.groupLimits = new FetchLimits(1, 500 * MS, 1, 500);
    lab.settings = ProducerSettings.of(Acks.ALL, MS);
    lab.build();
    long sentNs = 100 * MS;
    for (int i = 0; i < 5; i++) {
      lab.producer[0].tap(sentNs - MS, i, lab.keyOf(0), 100);
    }
    lab.producer[1].tap(sentNs + 1675 * US - MS, 9, lab.keyOf(3), 100);
    lab.simulation.runBefore(400 * MS);
    TestWorker worker = lab.worker[0];

    // Of partition 0 one record a fetch. The third fetch comes at 2640 and is handled until 2650;
    // both reports that make record 9 readable come at 2645 and are handled until 2670.
    assertEquals(sentNs + 3050 * US, worker.fetchedNs(2));
    assertEquals(sentNs + 2670 * US, lab.acceptedNs(9));
    assertEquals(sentNs + 3860 * US, worker.fetchedNs(3));
    assertEquals(sentNs + 3860 * US, worker.fetchedNs(9));
  }

  @Test
  void aPausedPartitionIsLeftOutWhileOthersOfTheBrokerGoOn() {
    KafkaLab lab = new KafkaLab();
    lab.partitions = 6;
    lab.build();
    lab.worker[0].consumer.pause(3);
    lab.producer[0].tap(100 * MS, 1, lab.keyOf(3), 100);
    lab.producer[0].tap(110 * MS, 2, lab.keyOf(0), 100);
    lab.simulation.runBefore(400 * MS);

    assertEquals(-1, lab.worker[0].fetchedNs(1));
    assertTrue(lab.worker[0].fetchedNs(2) > 0);
    assertEquals(1, lab.broker[0].lagRecords());
  }

  @Test
  void anEmptyFetchComesBackAfterItsLongestWaitAndGoesOutAgain() {
    KafkaLab lab = new KafkaLab();
    lab.replication = 1;
    lab.build();
    lab.simulation.runBefore(100 * MS);
    long started = lab.simulation.dispatched();
    lab.simulation.runBefore(10 * SECOND + 100 * MS);

    // 500 ms + 10 us + 2 x 400 us a round: its end and the response; each second a commit
    assertEquals(19 * 2.0, (double) (lab.simulation.dispatched() - started), 2);
  }
}
