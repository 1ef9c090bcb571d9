package dev.haishin.model.kafka;

import static dev.haishin.model.kafka.KafkaLab.MS;
import static dev.haishin.model.kafka.KafkaLab.SECOND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** A partition goes on at its next owner from where the group had committed. */
class TakeoverTest {
  private static final int[] FIRST = {0, 1};
  private static final int[] SECOND_HAS_BOTH = {1, 1};

  /** Two workers with a partition each, and a record each 10 ms for partition 0, offset i at i. */
  private static KafkaLab lab() {
    KafkaLab lab = new KafkaLab();
    lab.partitions = 2;
    lab.workers = 2;
    lab.settings = ProducerSettings.of(Acks.ALL, 0);
    lab.build();
    long key = lab.keyOf(0);
    for (int i = 0; i < 1_000; i++) {
      lab.producer[0].tap(i * 10 * MS, i, key, 100);
    }
    return lab;
  }

  @Test
  void whatWasReadAfterTheLastCommitIsReadAgainAndNothingElse() {
    for (boolean resets : new boolean[] {true, false}) {
      KafkaLab lab = lab();
      crashAndTakeOver(lab, 4 * SECOND + 555 * MS, 6 * SECOND, resets);
      lab.simulation.runBefore(12 * SECOND);
      long firstRead = lab.worker[0].received;
      long again = lab.worker[1].repeated;

      // A record reaches the worker each 10 ms, and offsets the leader each second.
      assertEquals(455, firstRead, 1);
      assertTrue(again > 0 && again <= 101, () -> "again " + again);
      assertEquals(1_000, firstRead - again + lab.worker[1].received);
      assertEquals(firstRead - again, lab.worker[1].offsets.getLong(0));
      for (int i = 1; i < lab.worker[1].offsets.size(); i++) {
        assertEquals(lab.worker[1].offsets.getLong(i - 1) + 1, lab.worker[1].offsets.getLong(i));
      }
      assertEquals(0, lab.broker[0].lagRecords() + lab.broker[1].lagRecords());
    }
  }

  @Test
  void theLagGrowsFromTheCommittedOffsetWhileNobodyReads() {
    KafkaLab lab = lab();
    crashAndTakeOver(lab, 4 * SECOND, 6 * SECOND, true);
    lab.simulation.runBefore(6 * SECOND);
    assertEquals(200, lab.broker[lab.cluster.leader(0)].lagRecords(), 2);
    lab.simulation.runBefore(6 * SECOND + 500 * MS);
    assertEquals(0, lab.broker[lab.cluster.leader(0)].lagRecords(), 2);
  }

  @Test
  void aWorkerThatGivesAPartitionUpCommitsSoThatNothingIsReadAgain() {
    KafkaLab lab = lab();
    lab.worker[0].at(4 * SECOND, () -> step(lab, 0, new int[] {-1, 1}));
    lab.worker[1].at(4 * SECOND, () -> step(lab, 1, new int[] {-1, 1}));
    lab.worker[0].at(4 * SECOND + 100 * MS, () -> step(lab, 0, SECOND_HAS_BOTH));
    lab.worker[1].at(4 * SECOND + 100 * MS, () -> step(lab, 1, SECOND_HAS_BOTH));
    lab.simulation.runBefore(12 * SECOND);
    assertEquals(0, lab.worker[1].repeated);
    assertEquals(400, lab.worker[0].received, 1);
    assertEquals(1_000, lab.worker[0].received + lab.worker[1].received);
  }

  @Test
  void aPartitionThatComesBackToItsOwnerGoesOnWhereItWasHeld() {
    KafkaLab lab = lab();
    lab.worker[0].at(4 * SECOND, () -> step(lab, 0, new int[] {-1, -1}));
    lab.worker[0].at(7 * SECOND, () -> step(lab, 0, FIRST));
    lab.simulation.runBefore(7 * SECOND);
    assertEquals(400, lab.worker[0].received, 1);
    lab.simulation.runBefore(12 * SECOND);
    assertEquals(0, lab.worker[0].repeated);
    assertEquals(1_000, lab.worker[0].received);
  }

  @Test
  void aWorkerThatIsBackReadsNothingUntilItsGroupGivesItSomething() {
    KafkaLab lab = lab();
    lab.worker[0].at(4 * SECOND, () -> lab.worker[0].crash(true));
    lab.worker[0].at(5 * SECOND, () -> lab.worker[0].restart());
    lab.worker[0].at(7 * SECOND, () -> step(lab, 0, FIRST));
    lab.simulation.runBefore(7 * SECOND);
    long before = lab.worker[0].received;
    assertEquals(400, before, 1);
    lab.simulation.runBefore(12 * SECOND);
    long again = lab.worker[0].repeated;
    assertTrue(again > 0 && again <= 101, () -> "again " + again);
    assertEquals(1_000, lab.worker[0].received - again);
  }

  @Test
  void aBacklogDrainsInTheTimeOfTheOutageTimesRhoOverOneLessRho() {
    KafkaLab lab = new KafkaLab();
    lab.keeps = false;
    lab.groupLimits = new FetchLimits(1, 500 * MS, 1 << 20, 20);
    lab.build();
    lab.worker[0].takeOneResponseEvery(10 * MS); // 2,000 records a second at most
    for (int i = 0; i < 20_000; i++) {
      lab.producer[0].tap(i * MS, i, 0, 100); // 1,000 a second: rho is a half
    }
    lab.worker[0].at(5 * SECOND, () -> step(lab, 0, new int[] {-1}));
    lab.worker[0].at(9 * SECOND, () -> step(lab, 0, new int[] {0}));
    lab.simulation.runBefore(9 * SECOND);
    assertEquals(4_000, lab.broker[0].lagRecords(), 30);
    lab.simulation.runBefore(11 * SECOND);
    assertEquals(2_000, lab.broker[0].lagRecords(), 30);
    lab.simulation.runBefore(13 * SECOND + 50 * MS);
    assertEquals(0, lab.broker[0].lagRecords(), 30);
  }

  private static void crashAndTakeOver(KafkaLab lab, long downNs, long movedNs, boolean resets) {
    lab.worker[0].at(downNs, () -> lab.worker[0].crash(resets));
    lab.worker[1].at(movedNs, () -> step(lab, 1, SECOND_HAS_BOTH));
  }

  private static void step(KafkaLab lab, int worker, int[] owners) {
    lab.worker[worker].consumer.rebalanced(
        new GroupTimeline.Step(lab.worker[worker].now(), owners));
  }
}
