package dev.haishin.model.kafka;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.haishin.model.failure.Outages;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Who owns what from when on, worked out by hand for three workers and six partitions. */
class GroupTimelineTest {
  private static final long MS = 1_000_000;
  private static final long SECOND = 1_000 * MS;
  private static final int NOBODY = GroupTimeline.NOBODY;

  /** Heartbeats of worker 1 of three come at 1 s, 4 s, 7 s, ... */
  private final Outages outages = new Outages(3);

  @Test
  void aGroupWithoutOutagesStaysAsItIs() {
    assertEquals(List.of(), steps(true));
    assertEquals(List.of(), steps(false));
  }

  @Test
  void theDeadWorkersPartitionsMoveASessionTimeOutAfterItsLastHeartbeatAndARebalance() {
    outages.add(1, 99 * SECOND, Outages.NEVER, true);
    List<GroupTimeline.Step> steps = steps(true);
    assertEquals(2, steps.size());
    assertEquals((97 + 45) * SECOND, steps.get(0).atNs());
    assertArrayEquals(new int[] {0, 0, NOBODY, NOBODY, 2, 2}, owners(steps.get(0)));
    assertEquals((97 + 45) * SECOND + 100 * MS, steps.get(1).atNs());
    assertArrayEquals(new int[] {0, 0, 0, 2, 2, 2}, owners(steps.get(1)));
  }

  @Test
  void anEagerGroupStopsAltogetherForThreeSecondsAndSharesOutAnew() {
    outages.add(1, 99 * SECOND, Outages.NEVER, false);
    List<GroupTimeline.Step> steps = steps(false);
    assertEquals((97 + 45) * SECOND, steps.get(0).atNs());
    assertArrayEquals(new int[] {-1, -1, -1, -1, -1, -1}, owners(steps.get(0)));
    assertEquals((97 + 45 + 3) * SECOND, steps.get(1).atNs());
    assertArrayEquals(new int[] {0, 0, 0, 2, 2, 2}, owners(steps.get(1)));
  }

  @Test
  void wheneverAWorkerDiesItIsMissedWithinAHeartbeatOfTheSessionTimeOut() {
    for (long downNs = 10 * SECOND; downNs < 20 * SECOND; downNs += 123 * MS) {
      Outages one = new Outages(3);
      one.add(2, downNs, Outages.NEVER, true);
      GroupSettings settings = GroupSettings.of(45 * SECOND, true);
      long movedNs = GroupTimeline.of(6, one, settings).steps().get(1).atNs() - downNs;
      assertTrue(movedNs > 42 * SECOND + 100 * MS && movedNs <= 45 * SECOND + 100 * MS);
    }
  }

  @Test
  void aWorkerThatComesBackGetsItsShareAgainAndOnlyThatMoves() {
    outages.add(1, 99 * SECOND, 200 * SECOND, true);
    List<GroupTimeline.Step> steps = steps(true);
    assertEquals(4, steps.size());
    assertEquals(200 * SECOND, steps.get(2).atNs());
    assertArrayEquals(new int[] {0, 0, NOBODY, 2, 2, NOBODY}, owners(steps.get(2)));
    assertEquals(200 * SECOND + 100 * MS, steps.get(3).atNs());
    assertArrayEquals(new int[] {0, 0, 1, 2, 2, 1}, owners(steps.get(3)));
  }

  @Test
  void aRebalanceForOneWhoIsBackSoonWaitsForTheSessionOfTheOneThatDied() {
    outages.add(1, 99 * SECOND, 110 * SECOND, false);
    List<GroupTimeline.Step> cooperative = steps(true);
    assertEquals((97 + 45) * SECOND, cooperative.get(0).atNs());
    assertArrayEquals(new int[] {0, 0, NOBODY, NOBODY, 2, 2}, owners(cooperative.get(0)));
    assertArrayEquals(new int[] {0, 0, 1, 1, 2, 2}, owners(cooperative.get(1)));
    assertEquals(2, cooperative.size());

    List<GroupTimeline.Step> eager = steps(false);
    assertEquals(110 * SECOND, eager.get(0).atNs());
    assertArrayEquals(new int[] {-1, -1, -1, -1, -1, -1}, owners(eager.get(0)));
    assertEquals((97 + 45 + 3) * SECOND, eager.get(1).atNs());
    assertArrayEquals(new int[] {0, 0, 1, 1, 2, 2}, owners(eager.get(1)));
  }

  @Test
  void thoseWhoDieTogetherAreReplacedInOneRebalance() {
    outages.add(1, 99 * SECOND, Outages.NEVER, true);
    outages.add(2, 99 * SECOND, Outages.NEVER, true);
    List<GroupTimeline.Step> steps = steps(true);
    assertEquals(2, steps.size());
    assertEquals((98 + 45) * SECOND, steps.get(0).atNs());
    assertArrayEquals(new int[6], owners(steps.get(1)));
  }

  @Test
  void nobodyOwnsAnythingWhenEverybodyIsDead() {
    for (int worker = 0; worker < 3; worker++) {
      outages.add(worker, 50 * SECOND, worker == 2 ? 300 * SECOND : Outages.NEVER, true);
    }
    List<GroupTimeline.Step> steps = steps(true);
    assertArrayEquals(new int[] {-1, -1, -1, -1, -1, -1}, owners(steps.get(1)));
    assertArrayEquals(new int[] {2, 2, 2, 2, 2, 2}, owners(steps.get(3)));
  }

  @Test
  void sharesDifferByOneAtMostAndAsFewPartitionsMoveAsMust() {
    int[] owners = new int[1_000];
    int[] members = IntStream.range(0, 48).filter(w -> w % 7 != 3).toArray();
    Assignment.range(owners, IntStream.range(0, 48).toArray());
    int[] before = owners.clone();
    for (int worker = 3; worker < 48; worker += 7) {
      Assignment.orphan(owners, worker);
    }
    long orphans = Arrays.stream(owners).filter(o -> o == NOBODY).count();
    Assignment.sticky(owners, members);
    int[] load = new int[48];
    int moved = 0;
    for (int p = 0; p < owners.length; p++) {
      load[owners[p]]++;
      moved += owners[p] == before[p] ? 0 : 1;
    }
    int[] shares = Arrays.stream(members).map(w -> load[w]).sorted().toArray();
    assertTrue(shares[shares.length - 1] - shares[0] <= 1);
    assertEquals(orphans, moved);
  }

  @Test
  void theFirstAssignmentIsTheRangeThatTheClusterReckonsWith() {
    KafkaCluster cluster = new KafkaCluster(0, 0, 3, 3, 50, 3);
    int[] owners = new int[50];
    Assignment.range(owners, IntStream.range(0, 8).toArray());
    for (int worker = 0; worker < 8; worker++) {
      int first = cluster.firstPartition(worker, 8);
      for (int p = first; p < first + cluster.partitionCount(worker, 8); p++) {
        assertEquals(worker, owners[p]);
      }
    }
  }

  private List<GroupTimeline.Step> steps(boolean isCooperative) {
    return GroupTimeline.of(6, outages, GroupSettings.of(45 * SECOND, isCooperative)).steps();
  }

  private static int[] owners(GroupTimeline.Step step) {
    return IntStream.range(0, 6).map(step::owner).toArray();
  }
}
