package dev.haishin.model.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class BatchVerdictTest {
  private final ReplicaSet set = new ReplicaSet(0, 3, true);
  private final PartitionLeader leader = new PartitionLeader(set, 3, 2, 0);

  private int verdict(Acks acks, long number, long before) {
    return BatchVerdict.of(leader, acks, 4, number, before);
  }

  @Test
  void takesBatchesInOrderAndEachOnce() {
    assertEquals(BatchVerdict.APPEND, verdict(Acks.ALL, 3, 0));
    set.take(4, 3);
    assertEquals(BatchVerdict.DUPLICATE, verdict(Acks.ALL, 3, 0));
    assertEquals(BatchVerdict.APPEND, verdict(Acks.ALL, 8, 3));
    assertEquals(Refusal.OUT_OF_ORDER, verdict(Acks.ALL, 9, 8));
  }

  @Test
  void refusesAllWithTooFewInSyncButNotOne() {
    set.setInSync(1, false);
    assertEquals(BatchVerdict.APPEND, verdict(Acks.ALL, 1, 0));
    set.setInSync(2, false);
    assertEquals(Refusal.NOT_ENOUGH_REPLICAS, verdict(Acks.ALL, 1, 0));
    assertEquals(BatchVerdict.APPEND, verdict(Acks.LEADER, 1, 0));
  }

  @Test
  void refusesWhatAnotherLeads() {
    assertEquals(Refusal.NOT_LEADER, BatchVerdict.of(null, Acks.ALL, 4, 1, 0));
  }
}
