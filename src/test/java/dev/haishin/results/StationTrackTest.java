package dev.haishin.results;

import static dev.haishin.results.Plans.SECOND;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Busy time, beside an overlap of each job with each row that is worked out by itself. */
class StationTrackTest {
  private static final int HOSTS = 5;
  private static final int ROWS = 40;
  private static final RecordingPlan PLAN = Plans.of(ROWS * SECOND, 10 * SECOND);

  private final StationTrack track = track();
  private final double[][] expectedNs = new double[HOSTS][ROWS];
  private final SplittableRandom random = new SplittableRandom(7);

  @Test
  void jobsLieInTheRowsThatTheyOverlapInWhateverOrderTheyCome() {
    enter(track, 5_000);
    assertShares(track);
  }

  @Test
  void tracksOfSeveralRecordersAddUp() {
    StationTrack other = track();
    enter(track, 2_000);
    enter(other, 2_000);
    StationTrack sum = track();
    sum.addAll(track);
    sum.addAll(other);
    assertShares(sum);
  }

  /** Forward in time for the most part, with jobs that come late and jobs that wait for long. */
  private void enter(StationTrack into, int jobs) {
    for (int job = 0; job < jobs; job++) {
      long fromNs = job * (ROWS * SECOND / jobs) + random.nextLong(SECOND / 10);
      if (random.nextInt(10) == 0) {
        fromNs = random.nextLong((ROWS + 1) * SECOND);
      }
      int host = random.nextInt(HOSTS - 1);
      long forNs = random.nextLong(random.nextInt(20) == 0 ? 3 * SECOND : SECOND / 50);
      if (random.nextInt(5) > 0) {
        into.busy(host, fromNs, fromNs + forNs);
        expect(host, fromNs, fromNs + forNs);
      } else {
        into.busyIn(host, Math.min(fromNs, ROWS * SECOND - 1), forNs);
        expectedNs[host][(int) Math.min(fromNs / SECOND, ROWS - 1)] += forNs;
      }
    }
  }

  private void expect(int host, long fromNs, long toNs) {
    for (int row = 0; row < ROWS; row++) {
      long startNs = Math.max(fromNs, row * SECOND);
      long endNs = Math.min(toNs, (row + 1) * SECOND);
      expectedNs[host][row] += Math.max(0, endNs - startNs);
    }
  }

  private void assertShares(StationTrack of) {
    for (int host = 0; host < HOSTS; host++) {
      for (int row = 0; row < ROWS; row++) {
        double share = expectedNs[host][row] / (2.0 * SECOND);
        assertEquals(share, of.utilization(host, row), 1e-12, host + " in row " + row);
      }
    }
  }

  private static StationTrack track() {
    double[] servers = {2, 2, 2, 2, 2};
    Hosts hosts = Hosts.of("gateway.cpu", PLAN, servers, Plans.names("tokyo", "gateway", HOSTS));
    return new StationTrack(hosts, new Intervals(PLAN));
  }
}
