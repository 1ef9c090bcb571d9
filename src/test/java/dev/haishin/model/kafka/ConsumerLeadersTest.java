package dev.haishin.model.kafka;

import static dev.haishin.model.kafka.KafkaLab.MS;
import static dev.haishin.model.kafka.KafkaLab.SECOND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.haishin.model.failure.Outages;
import org.junit.jupiter.api.Test;

/** A worker goes on with a partition at whoever leads it, as it learns of that. */
class ConsumerLeadersTest {
  private static final long DOWN_NS = 5 * SECOND;

  @Test
  void aResetBrokersPartitionsAreReadOnOnceTheControllerHasFencedIt() {
    KafkaLab lab = lab(false, Outages.NEVER);
    lab.simulation.runBefore(60 * SECOND);
    long gapNs = longestGapNs(lab);
    // The broker's session of 9 s since its last heartbeat, then at most a retry of the question.
    assertTrue(gapNs > 6 * SECOND && gapNs < 10 * SECOND, () -> "gap " + gapNs);
    assertReadOnceAndInOrder(lab);
  }

  @Test
  void aSilentBrokerIsWaitedForUntilTheRequestTimeOut() {
    KafkaLab lab = lab(true, Outages.NEVER);
    lab.simulation.runBefore(60 * SECOND);
    long gapNs = longestGapNs(lab);
    assertTrue(gapNs > 29 * SECOND && gapNs < 32 * SECOND, () -> "gap " + gapNs);
    assertReadOnceAndInOrder(lab);
  }

  @Test
  void aBrokerThatIsBackLeadsAgainAndIsReadFrom() {
    KafkaLab lab = lab(false, 20 * SECOND);
    lab.simulation.runBefore(60 * SECOND);
    assertReadOnceAndInOrder(lab);
  }

  private static KafkaLab lab(boolean silent, long upNs) {
    KafkaLab lab = new KafkaLab();
    lab.settings = ProducerSettings.of(Acks.ALL, 0);
    Outages outages = new Outages(3);
    outages.add(0, DOWN_NS, upNs, silent);
    lab.outages = outages;
    lab.build();
    for (int i = 0; i < 2_000; i++) {
      lab.producer[0].tap(i * 10 * MS, i, 0, 100);
    }
    return lab;
  }

  private static long longestGapNs(KafkaLab lab) {
    long longest = 0;
    for (int i = 1; i < lab.worker[0].fetchedNs.size(); i++) {
      long gap = lab.worker[0].fetchedNs.getLong(i) - lab.worker[0].fetchedNs.getLong(i - 1);
      longest = Math.max(longest, gap);
    }
    return longest;
  }

  private static void assertReadOnceAndInOrder(KafkaLab lab) {
    TestWorker worker = lab.worker[0];
    assertEquals(0, worker.repeated);
    assertEquals(2_000, worker.received);
    for (int i = 0; i < 2_000; i++) {
      assertEquals(i, worker.messages.getLong(i));
    }
  }
}
