package dev.haishin.model.kafka;

import static dev.haishin.model.kafka.KafkaLab.MS;
import static dev.haishin.model.kafka.KafkaLab.US;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/**
 * One record through an idle cluster, by hand. The leader of partition 0 is broker 0 in zone 0,
 * with the producer; followers are brokers 1 and 2 in zones 1 and 2; the worker is in zone 1. All
 * fetches are parked when the record comes.
 */
class KafkaLatencyTest {
  private static final long TAP_NS = 100 * MS;
  private static final long ID = 7;

  /** 100 to the leader, 30 + 5 in a handler. */
  private static final long APPENDED_NS = TAP_NS + 135 * US;

  /** 400 to the follower, 35 there, 400 back, 10 in a handler. */
  private static final long REPLICATED_NS = APPENDED_NS + 845 * US;

  private static KafkaLab oneRecord(KafkaLab lab) {
    lab.build();
    lab.producer[0].tap(TAP_NS, ID, 0, 100);
    lab.simulation.runBefore(400 * MS);
    return lab;
  }

  private static KafkaLab oneRecord(Acks acks) {
    KafkaLab lab = new KafkaLab();
    lab.settings = ProducerSettings.of(acks, 0);
    return oneRecord(lab);
  }

  @Test
  void withAcksAllARecordIsAcceptedWhenBothFollowersHaveFetchedAgain() {
    KafkaLab lab = oneRecord(Acks.ALL);

    assertEquals(REPLICATED_NS, lab.acceptedNs(ID));
    assertEquals(REPLICATED_NS + 100 * US, lab.producer[0].ackedNs(ID));
    assertEquals(REPLICATED_NS + 400 * US, lab.worker[0].fetchedNs(ID));
    assertEquals(REPLICATED_NS, lab.worker[0].acceptedNs.getLong(0));
  }

  @Test
  void withAcksOneTheLeadersAppendIsEnoughForTheProducerButNotForTheGroup() {
    KafkaLab lab = oneRecord(Acks.LEADER);

    assertEquals(APPENDED_NS, lab.acceptedNs(ID));
    assertEquals(APPENDED_NS + 100 * US, lab.producer[0].ackedNs(ID));
    assertEquals(REPLICATED_NS + 400 * US, lab.worker[0].fetchedNs(ID));
    assertEquals(APPENDED_NS, lab.worker[0].acceptedNs.getLong(0));
  }

  @Test
  void withAcksNoneTheProducerIsSatisfiedBySending() {
    KafkaLab lab = oneRecord(Acks.NONE);

    assertEquals(TAP_NS, lab.producer[0].ackedNs(ID));
    assertEquals(APPENDED_NS, lab.acceptedNs(ID));
    assertEquals(REPLICATED_NS + 400 * US, lab.worker[0].fetchedNs(ID));
  }

  @Test
  void withOneHandlerTheSecondFollowersFetchWaitsForTheFirst() {
    KafkaLab lab = new KafkaLab();
    lab.handlers = 1;
    oneRecord(lab);

    assertEquals(REPLICATED_NS + 10 * US, lab.acceptedNs(ID));
  }

  @Test
  void withoutReplicasTheAppendIsTheHighWatermark() {
    KafkaLab lab = new KafkaLab();
    lab.replication = 1;
    oneRecord(lab);

    assertEquals(APPENDED_NS, lab.acceptedNs(ID));
    assertEquals(APPENDED_NS + 100 * US, lab.producer[0].ackedNs(ID));
    assertEquals(APPENDED_NS + 400 * US, lab.worker[0].fetchedNs(ID));
  }

  @Test
  void theHighWatermarkWaitsForTheSlowestReplica() {
    KafkaLab lab = new KafkaLab();
    lab.farBroker = 2;
    oneRecord(lab);

    // 30 ms there, 35 us for the append, 30 ms back, 10 us in a handler
    assertEquals(APPENDED_NS + 60 * MS + 45 * US, lab.acceptedNs(ID));
    assertEquals(APPENDED_NS + 60 * MS + 445 * US, lab.worker[0].fetchedNs(ID));
  }

  @Test
  void aRelayRecordKeepsTheInstantAtWhichItsOriginalWasAccepted() {
    KafkaLab lab = new KafkaLab().build();
    lab.producer[0].relay(TAP_NS, ID, 0, 100, 42);
    lab.simulation.runBefore(400 * MS);

    assertEquals(42, lab.worker[0].acceptedNs.getLong(0));
    assertEquals(REPLICATED_NS + 400 * US, lab.worker[0].fetchedNs(ID));
    assertTrue(lab.accepted.isEmpty(), "a relay record is not accepted a second time");
  }

  @Test
  void aLoneRecordCostsFourEvents() {
    // the request, the brokers' waking up, the answer, the response to the worker
    assertEquals(4, eventsOfOneRecord(new KafkaLab()));
    KafkaLab free = new KafkaLab();
    free.costs = KafkaLab.FREE;
    assertEquals(4, eventsOfOneRecord(free));
  }

  private static long eventsOfOneRecord(KafkaLab lab) {
    oneRecord(lab);
    KafkaLab idle = new KafkaLab().build();
    idle.simulation.runBefore(400 * MS);
    long tap = 1;
    return lab.simulation.dispatched() - tap - idle.simulation.dispatched();
  }
}
