package dev.haishin.model.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What stays of a partition when another replica leads. */
class ReplicaSetTest {
  private static final int PRODUCER = 9;

  private final ReplicaSet set = new ReplicaSet(0, 3, true);
  private final List<String> differences = new ArrayList<>();

  /** The leader appends messages 1, 2, 3, ... as batches of these numbers. */
  private void append(int until, Acks acks) {
    PartitionLog log = set.log(set.authority());
    for (long id = log.endOffset() + 1; id <= until; id++) {
      set.take(PRODUCER, id);
      log.append(id, acks == Acks.ALL ? 0 : 5, 5, 10, RowOrigin.of(PRODUCER, id, acks));
    }
  }

  private void hand(int rank, long position) {
    set.hand(rank, position, (message, sign) -> differences.add(sign * message + ""));
    set.lead(rank);
  }

  @Test
  void acknowledgedRecordsThatTheNewLeaderLacksAreLost() {
    append(5, Acks.LEADER);
    set.log(1).copyFrom(set.log(0), 3);
    hand(1, 0);
    assertEquals(List.of("5", "4"), differences);
    assertEquals(3, set.lastTaken(PRODUCER));
  }

  @Test
  void recordsWhoseProducerWaitsAreNotLostForItSendsThemAgain() {
    append(5, Acks.ALL);
    set.log(1).copyFrom(set.log(0), 3);
    hand(1, 0);
    assertEquals(List.of(), differences);
    assertEquals(3, set.lastTaken(PRODUCER));
  }

  @Test
  void aReplicaThatLeadsAfterAllBringsItsRecordsBack() {
    append(5, Acks.LEADER);
    set.log(1).copyFrom(set.log(0), 3);
    hand(1, 0);
    hand(0, 0);
    assertEquals(List.of("5", "4", "-4", "-5"), differences);
    assertEquals(5, set.lastTaken(PRODUCER));
  }

  @Test
  void whatTheGroupHasGotIsNotLost() {
    append(5, Acks.LEADER);
    hand(2, 4);
    assertEquals(List.of("5"), differences);
  }

  @Test
  void aFollowerDropsWhatItsLeaderHasNot() {
    append(5, Acks.LEADER);
    set.log(1).copyFrom(set.log(0), 3);
    hand(1, 0);
    PartitionLog leader = set.log(1);
    leader.append(77, 0, 8, 10, RowOrigin.of(PRODUCER, 6, Acks.ALL));
    PartitionLog returned = set.log(0);
    assertEquals(3, returned.commonEnd(leader));
    returned.truncateTo(3);
    returned.copyFrom(leader, 4);
    assertEquals(77, returned.messageId(3));
    assertEquals(40, returned.endBytes());
  }

  @Test
  void aReplicaThatLagsBehindWhatIsKeptSkipsIt() {
    append(100, Acks.LEADER);
    set.commit(80);
    PartitionLog lagging = set.log(2);
    // 800 bytes behind the first row kept: half of them fit.
    assertEquals(40, set.log(0).reachBehind(0, 0, 400));
    lagging.copyFrom(set.log(0), 40);
    assertEquals(400, lagging.endBytes());
    lagging.copyFrom(set.log(0), 100);
    assertEquals(1_000, lagging.endBytes());
    assertTrue(lagging.agrees(set.log(0), 99));
  }

  @Test
  void allWhoHaveARecordKnowThatItIsAccepted() {
    append(2, Acks.ALL);
    set.log(1).copyFrom(set.log(0), 2);
    set.log(2).copyFrom(set.log(0), 1);
    set.passed(0, 7);
    set.passed(1, 8);
    assertEquals(7, set.log(2).acceptedNs(0));
    assertEquals(8, set.log(1).acceptedNs(1));
    hand(2, 0);
    assertEquals(List.of("2"), differences);
  }
}
