package dev.haishin.model.kafka;

import static dev.haishin.model.kafka.KafkaLab.MS;
import static dev.haishin.model.kafka.KafkaLab.SECOND;
import static dev.haishin.model.kafka.KafkaLab.US;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.haishin.engine.Distributions;
import dev.haishin.engine.RandomStream;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Steps that are left until somebody could see their effect bring about the same, at the same
 * instants, as steps taken one by one: in random worlds with a backlog, with waits for handlers,
 * with fetches that bring a part only.
 */
class KafkaFoldingTest {
  private static final int RECORDS = 3_000;
  private static final long LOAD_NS = 200 * MS;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void theSameIsSeenAtTheSameInstants(int seed) {
    KafkaLab folded = world(seed, true);
    KafkaLab stepwise = world(seed, false);
    for (int i = 0; i < folded.producers; i++) {
      assertAlike(stepwise.producer[i].acked, folded.producer[i].acked);
      assertAlike(stepwise.producer[i].ackedNs, folded.producer[i].ackedNs);
    }
    long received = 0;
    for (int i = 0; i < folded.workers; i++) {
      assertAlike(stepwise.worker[i].messages, folded.worker[i].messages);
      assertAlike(stepwise.worker[i].fetchedNs, folded.worker[i].fetchedNs);
      assertAlike(stepwise.worker[i].acceptedNs, folded.worker[i].acceptedNs);
      received += folded.worker[i].received;
    }
    assertEquals(RECORDS, received);
    long saved = stepwise.simulation.dispatched() - folded.simulation.dispatched();
    assertTrue(saved > RECORDS / 10, () -> "only " + saved + " events are saved");
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4})
  void theSameIsRecorded(int seed) {
    KafkaLab folded = world(seed, true);
    KafkaLab stepwise = world(seed, false);
    for (String metric :
        new String[] {
          "kafka.cpu.mean",
          "kafka.disk.mean",
          "kafka.lag.max",
          "kafka.lag.mean",
          "stage.kafka-produce.wait.mean",
          "stage.kafka-replicate.wait.mean",
          "stage.kafka-fetch.wait.mean"
        }) {
      assertEquals(
          stepwise.result().value(metric).value().orElseThrow(),
          folded.result().value(metric).value().orElseThrow(),
          1e-12,
          metric);
    }
  }

  private static void assertAlike(LongArrayList expected, LongArrayList actual) {
    assertEquals(expected.size(), actual.size());
    for (int i = 0; i < expected.size(); i++) {
      assertEquals(expected.getLong(i), actual.getLong(i), "at " + i);
    }
  }

  private static KafkaLab world(int seed, boolean folds) {
    KafkaLab lab = new KafkaLab();
    lab.folds = folds;
    lab.planNs = 3 * SECOND;
    lab.brokers = 3 + seed % 3;
    lab.partitions = 6 + seed % 7;
    lab.producers = 4;
    lab.workers = 2 + seed % 2;
    lab.handlers = 1 + seed % 4;
    lab.replication = 1 + seed % 3;
    lab.costs =
        new BrokerCosts(
            Distributions.exponential(30 * US), new Fixed(5 * US), 1000, 10 * US + seed, SECOND);
    if (seed % 5 == 0) {
      lab.groupLimits = new FetchLimits(1, 50 * MS, 2_000, 5);
    }
    // A request that leaves on an answer could tie with the fetch that follows a response.
    lab.settings =
        new ProducerSettings(Acks.values()[seed % 3], MS, 16 << 10, 1_000, 1 << 20, 32L << 20);
    lab.build();
    RandomStream random = RandomStream.of(seed, "test.taps", "lab");
    for (int id = 0; id < RECORDS; id++) {
      long atNs = MS + random.nextLong(LOAD_NS);
      int bytes = 50 + random.nextInt(900);
      lab.producer[random.nextInt(4)].tap(atNs, id, random.nextInt(60), bytes);
    }
    if (seed % 6 == 1) {
      lab.worker[0].takeOneResponseEvery(7_123_457);
    }
    lab.simulation.runBefore(lab.planNs);
    lab.rack.finishRun(lab.planNs);
    return lab;
  }
}
