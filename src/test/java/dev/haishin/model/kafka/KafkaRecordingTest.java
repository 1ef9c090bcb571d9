package dev.haishin.model.kafka;

import static dev.haishin.model.kafka.KafkaLab.MS;
import static dev.haishin.model.kafka.KafkaLab.SECOND;
import static dev.haishin.model.kafka.KafkaLab.US;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.haishin.results.Latencies;
import dev.haishin.results.LittleCheck;
import dev.haishin.results.RunResult;
import org.junit.jupiter.api.Test;

class KafkaRecordingTest {
  private static final int RECORDS = 900;

  /** A record each 10 ms, each alone in the cluster, with a linger of 5 ms. */
  private static RunResult calm() {
    KafkaLab lab = new KafkaLab();
    lab.planNs = 10 * SECOND;
    lab.settings = ProducerSettings.of(Acks.ALL, 5 * MS);
    lab.build();
    for (int i = 0; i < RECORDS; i++) {
      lab.producer[0].tap(100 * MS + i * (10 * MS), i, 0, 939);
    }
    lab.simulation.runBefore(lab.planNs);
    return lab.result();
  }

  private static void assertAlways(long expectedNs, RunResult result, String path) {
    Latencies latencies = result.latencies().get(path);
    assertEquals(RECORDS, latencies.count(), path);
    assertEquals(expectedNs, latencies.minNs(), path);
    assertEquals(expectedNs, latencies.maxNs(), path);
  }

  @Test
  void stagesOfALoneRecordAddUpToItsWayButForTheLinks() {
    RunResult result = calm();

    assertAlways(5 * MS, result, "stage.kafka-produce.wait");
    assertAlways(35 * US, result, "stage.kafka-produce.service");
    assertAlways(845 * US, result, "stage.kafka-replicate.wait");
    assertAlways(0, result, "stage.kafka-replicate.service");
    assertAlways(0, result, "stage.kafka-fetch.wait");
    assertAlways(0, result, "stage.kafka-fetch.service");
  }

  @Test
  void handlersAreBusyForAppendsAndFetchesAndTheDiskForTheBytes() {
    RunResult result = calm();

    // a record: 35 us on each of three brokers, and 10 us on the leader for each of three fetches;
    // beside them idle fetches, 0.1 s long, before the load and behind it
    double cpuSeconds = RECORDS * (3 * 35 + 3 * 10) * 1e-6;
    double disk = RECORDS * (61 + 21 + 939) / 1e9 / 10;
    assertEquals(
        cpuSeconds / 3 / 8 / 10, result.value("kafka.cpu.mean").value().orElseThrow(), 1e-6);
    assertEquals(disk, result.value("kafka.disk.mean").value().orElseThrow(), 1e-9);
  }

  @Test
  void littlesLawHoldsOnTheHandlers() {
    RunResult result = calm();

    assertFalse(result.littleChecks().isEmpty());
    for (LittleCheck check : result.littleChecks()) {
      assertTrue(check.holds(), check::toString);
    }
  }

  @Test
  void lagAndItsAgeAreThoseOfABacklog() {
    KafkaLab lab = new KafkaLab();
    lab.keeps = false;
    lab.planNs = 25 * SECOND;
    lab.groupLimits = new FetchLimits(1, 500 * MS, 1 << 20, 10);
    lab.build();
    lab.worker[0].takeOneResponseEvery(20 * MS);
    for (int i = 0; i < 10_000; i++) {
      lab.producer[0].tap(SECOND + i * MS, i, 0, 100);
    }
    lab.simulation.runBefore(lab.planNs);
    RunResult result = lab.result();

    // in for 10 s at 1,000 a second, out at 500: then 5,000 wait, and the last of them for the
    // 10 s that it takes to read them
    assertEquals(5_000, result.value("kafka.lag.max").value().orElseThrow(), 300);
    assertEquals(0, result.value("kafka.lag.last").value().orElseThrow());
    double ageMaxNs = result.value("kafka.lag-age.max").value().orElseThrow();
    assertEquals(10e9, ageMaxNs, 3e8);
    assertEquals(0, result.value("kafka.lag-age.last").value().orElseThrow());
  }

  @Test
  void thePartitionThatIsFurthestBehindIsKnownBesideTheSum() {
    KafkaLab lab = new KafkaLab();
    lab.planNs = 25 * SECOND;
    lab.partitions = 6;
    lab.build();
    // Partitions 0 and 3 have one leader, 1 another: 1,000, 400 and 700 records are not read.
    int[] unread = {1_000, 700, 0, 400, 0, 0};
    for (int partition = 0; partition < unread.length; partition++) {
      int paused = partition;
      if (unread[partition] > 0) {
        lab.worker[0].at(SECOND, () -> lab.worker[0].consumer.pause(paused));
        lab.worker[0].at(10 * SECOND, () -> lab.worker[0].consumer.resume(paused));
      }
      for (int i = 0; i < 1_200; i++) {
        long atNs = i < 1_200 - unread[partition] ? i * US : 2 * SECOND + i * MS;
        lab.producer[0].tap(atNs, 10_000 * partition + i, lab.keyOf(partition), 100);
      }
    }
    lab.simulation.runBefore(lab.planNs);
    RunResult result = lab.result();
    assertEquals(lab.cluster.leader(0), lab.cluster.leader(3));
    assertEquals(2_100, value(result, "kafka.lag.max[5s..9s]"));
    assertEquals(1_000, value(result, "kafka.partition-lag.max[5s..9s]"));
    assertEquals((1_000 + 700) / 3.0, value(result, "kafka.partition-lag.mean[5s..9s]"), 1e-6);
    assertEquals(0, value(result, "kafka.partition-lag.last"));
  }

  private static double value(RunResult result, String metric) {
    return result.value(metric).value().orElseThrow();
  }
}
