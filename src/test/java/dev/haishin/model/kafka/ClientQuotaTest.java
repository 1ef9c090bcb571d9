package dev.haishin.model.kafka;

import static dev.haishin.model.kafka.KafkaLab.MS;
import static dev.haishin.model.kafka.KafkaLab.SECOND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.haishin.results.RunResult;
import org.junit.jupiter.api.Test;

/**
 * Kafka's formula, (O - T) / T * W with O the rate over the window W, worked by hand for a quota of
 * T = 1 MB/s; and what it does to producers and workers.
 */
class ClientQuotaTest {
  private static final int MB = 1_000_000;
  private static final int BYTES = 10_000;
  private static final int BODY =
      BYTES - RecordAccumulator.BATCH_OVERHEAD_BYTES - Producer.RECORD_OVERHEAD_BYTES;

  private final ClientQuota quota = new ClientQuota(MB);

  @Test
  void tenSecondsWorthPassAtOnce() {
    assertEquals(0, quota.record(0, 10 * MB));
    assertEquals(1, quota.record(0, 1) / 1_000, "a byte more takes a microsecond");
  }

  @Test
  void aBurstBeyondWaitsUntilItsRateIsTheQuota() {
    // O = 12 MB / 10 s: 0.2 MB/s too much, for 10 s.
    assertEquals(2 * SECOND, quota.record(0, 12 * MB));
    // Half a second later the window is half a second longer, and not ten whole ones yet.
    assertEquals(3 * SECOND / 2, quota.record(SECOND / 2, 0));
    // At 2 s two of ten samples are whole: the window has ten seconds again.
    assertEquals(2 * SECOND, quota.record(2 * SECOND, 0));
    // At 10.5 s it has 10.5 s.
    assertEquals(3 * SECOND / 2, quota.record(21 * SECOND / 2, 0));
    // After eleven seconds the burst is forgotten.
    assertEquals(0, quota.record(11 * SECOND, 9 * MB));
  }

  @Test
  void aSteadyRateOfTwiceTheQuotaWaitsFromTheFifthSecondOn() {
    long firstNs = -1;
    for (int i = 0; i <= 60; i++) {
      long nowNs = i * SECOND / 10;
      long waitNs = quota.record(nowNs, MB / 5);
      firstNs = firstNs < 0 && waitNs > 0 ? nowNs : firstNs;
      if (i == 60) {
        // 61 times 0.2 MB in 10 s.
        assertEquals(11 * SECOND / 5, waitNs, 10);
      }
    }
    assertEquals(5 * SECOND, firstNs);
  }

  @Test
  void whatIsTakenBackDoesNotCount() {
    quota.record(0, 10 * MB);
    assertEquals(2 * SECOND, quota.record(0, 2 * MB));
    quota.takeBack(2 * MB);
    assertEquals(0, quota.record(0, 0));
    assertThrows(IllegalArgumentException.class, () -> new Quotas(0, 1));
  }

  /** One gateway produces at twice its quota, the other at a tenth; they share a partition. */
  @Test
  void aProducerOverItsQuotaIsHeldUpAndTheOtherIsNot() {
    KafkaLab lab = lab(new Quotas(MB, Double.POSITIVE_INFINITY));
    lab.producers = 2;
    RunResult result = run(lab, 30, 200);
    long acked = lab.producer[0].acked.size() * (long) BYTES;
    assertEquals(30 * MB, acked, 0.15 * 30 * MB);
    assertTrue(value(result, "kafka.throttled.count") > 10);
    for (int i = 0; i < lab.producer[1].acked.size(); i++) {
      long id = lab.producer[1].acked.getLong(i);
      long sentNs = (id - 1_000_000) * 100 * MS;
      assertTrue(lab.producer[1].ackedNs.getLong(i) - sentNs < 2 * MS, "message " + id);
    }
    assertTrue(lab.producer[1].acked.size() > 290);
  }

  /** A worker that is 30 MB behind gets no more than its quota, and all of it in the end. */
  @Test
  void aWorkerOverItsQuotaCatchesUpAtIt() {
    KafkaLab lab = lab(new Quotas(Double.POSITIVE_INFINITY, MB));
    lab.build();
    for (int i = 0; i < 3_000; i++) {
      lab.producer[0].tap(i * MS, i, lab.keyOf(0), BODY);
    }
    lab.worker[0].at(0, () -> lab.worker[0].consumer.pause(0));
    lab.worker[0].at(10 * SECOND, () -> lab.worker[0].consumer.resume(0));
    lab.simulation.runBefore(90 * SECOND);
    TestWorker worker = lab.worker[0];
    assertEquals(3_000, worker.received);
    // Ten seconds' worth at once; the last third when the second ten have passed, and no earlier.
    assertTrue(worker.fetchedNs(900) < 11 * SECOND);
    long lastNs = worker.fetchedNs(2_999) - 10 * SECOND;
    assertTrue(lastNs > 19 * SECOND && lastNs < 33 * SECOND, lastNs + " ns");
  }

  private static KafkaLab lab(Quotas quotas) {
    KafkaLab lab = new KafkaLab();
    lab.brokers = 1;
    lab.replication = 1;
    lab.quotas = quotas;
    return lab;
  }

  private static RunResult run(KafkaLab lab, int seconds, int perSecond) {
    lab.build();
    for (int i = 0; i < seconds * perSecond; i++) {
      lab.producer[0].tap(i * SECOND / perSecond, i, lab.keyOf(0), BODY);
    }
    for (int i = 0; i < seconds * 10; i++) {
      lab.producer[1].tap(i * 100 * MS, 1_000_000 + i, lab.keyOf(0), BODY);
    }
    lab.simulation.runBefore(seconds * SECOND);
    lab.rack.finishRun(seconds * SECOND);
    return lab.result();
  }

  private static double value(RunResult result, String metric) {
    return result.value(metric).value().orElseThrow();
  }
}
