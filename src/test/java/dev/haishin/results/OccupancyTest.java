package dev.haishin.results;

import static dev.haishin.results.Plans.MS;
import static dev.haishin.results.Plans.SECOND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Little's law, on courses whose occupancy is known. */
class OccupancyTest {
  @Test
  void aStandingQueueIsCountedAtEveryMark() {
    Occupancy occupancy = new Occupancy(new Intervals(Plans.of(100 * SECOND, 10 * SECOND)));
    for (int i = 0; i < 7; i++) {
      occupancy.visit(0, 200 * SECOND);
    }
    LittleCheck check = occupancy.check("gateway.cpu");
    assertEquals(7, check.occupancyAtMarks(), 1e-12);
    assertEquals(7, check.occupancyFromSojourns(), 1e-12);
    assertTrue(check.holds());
  }

  @Test
  void sojournsAreCutAtBothEndsOfTheMeasuredPart() {
    Occupancy occupancy = new Occupancy(new Intervals(Plans.of(20 * SECOND, 10 * SECOND)));
    occupancy.visit(5 * SECOND, 12 * SECOND + 500 * MS);
    occupancy.visit(18 * SECOND, 30 * SECOND);
    LittleCheck check = occupancy.check("gateway.cpu");
    assertEquals(0.45, check.occupancyFromSojourns(), 1e-12);
    assertEquals(1, check.arrivals());
    assertTrue(check.holds());
  }

  /** A job at every full second, for 1 ms: marks at full seconds would always see it. */
  @Test
  void loadWithThePeriodOfTheMarksIsNotMisread() {
    LittleCheck check = periodic(MS).check("gateway.cpu");
    assertEquals(0.001, check.occupancyFromSojourns(), 1e-12);
    assertEquals(0.001, check.occupancyAtMarks(), 0.01);
    assertTrue(check.holds());
  }

  @Test
  void countsOfAnotherLoadAreOutsideTheTolerance() {
    LittleCheck half = periodic(500 * MS).check("gateway.cpu");
    LittleCheck most = periodic(750 * MS).check("gateway.cpu");
    assertTrue(half.holds());
    assertTrue(most.holds());
    LittleCheck mixed =
        new LittleCheck(
            "gateway.cpu",
            half.arrivals(),
            half.spanNs(),
            most.occupancyAtMarks(),
            half.occupancyFromSojourns(),
            half.tolerance());
    assertFalse(mixed.holds());
  }

  /** One server at 70%, exponential times from a table: the queue is long and correlated. */
  @Test
  void aQueueObeysTheLaw() {
    Occupancy occupancy = new Occupancy(new Intervals(Plans.of(1_000 * SECOND, 100 * SECOND)));
    long arriveNs = 0;
    long freeNs = 0;
    for (long i = 0; arriveNs < 1_000 * SECOND; i++) {
      arriveNs += exponentialNs(2 * i, SECOND / 70);
      freeNs = Math.max(freeNs, arriveNs) + exponentialNs(2 * i + 1, SECOND / 100);
      occupancy.visit(arriveNs, freeNs);
    }
    LittleCheck check = occupancy.check("gateway.cpu");
    assertEquals(0.7 / 0.3, check.occupancyFromSojourns(), 0.25);
    assertTrue(check.tolerance() < 0.4, "tolerance " + check.tolerance());
    assertTrue(check.holds());
  }

  private static Occupancy periodic(long staysNs) {
    Occupancy occupancy = new Occupancy(new Intervals(Plans.of(400 * SECOND, 0)));
    for (int second = 0; second < 400; second++) {
      occupancy.visit(second * SECOND, second * SECOND + staysNs);
    }
    return occupancy;
  }

  private static long exponentialNs(long counter, long meanNs) {
    double uniform = ((Hash64.mix(counter * 0x9e3779b97f4a7c15L) >>> 11) + 0.5) * 0x1.0p-53;
    return Math.round(-meanNs * StrictMath.log(uniform));
  }
}
