package dev.haishin.model.failure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.haishin.engine.Capacity;
import dev.haishin.engine.Distributions;
import java.util.List;
import org.junit.jupiter.api.Test;

class HostSpeedsTest {
  private static final int COMPONENT = 3;
  private static final long SECOND = 1_000_000_000L;
  private static final String[] NAMES = {"a/0", "a/1", "a/2"};

  @Test
  void hostsOfWhichNothingIsSaidWorkAtFullSpeed() {
    Capacity[] capacities = of(degraded(0, 10, 20, 4), new FailurePlan.Burden(9, 0, 0.5, null));
    assertEquals(1, capacities[0].speedAt(9));
    assertEquals(0.25, capacities[0].speedAt(10));
    assertEquals(1, capacities[0].speedAt(20));
    assertSame(Capacity.FULL, capacities[1]);
  }

  @Test
  void whatOverlapsMultiplies() {
    Capacity capacity =
        of(
            degraded(1, 0, 100, 4),
            degraded(1, 50, 200, 10),
            new FailurePlan.Burden(COMPONENT, 0, 0.35, null),
            paused(1, 60, 70, 1000))[1];
    assertEquals(0.65 / 4, capacity.speedAt(49), 1e-9);
    assertEquals(0.65 / 40, capacity.speedAt(59), 1e-9);
    assertEquals(0, capacity.speedAt(69));
    assertEquals(0.65 / 40, capacity.speedAt(70), 1e-9);
    assertEquals(0.065, capacity.speedAt(100), 1e-9);
    assertEquals(0.65, capacity.speedAt(200), 1e-9);
  }

  @Test
  void otherWorkTakesProcessorsOnly() {
    HostSpeeds speeds = speeds(new FailurePlan.Burden(COMPONENT, 0, 0.35, null));
    assertEquals(0.65, speeds.capacities(true)[2].speedAt(0));
    assertSame(Capacity.FULL, speeds.capacities(false)[2]);
  }

  @Test
  void pausesThatRunIntoEachOtherEndBeforeTheHostIsTakenForDead() {
    Capacity capacity = of(paused(0, 10, 40, 50), paused(0, 30, 70, 50), paused(0, 70, 90, 50))[0];
    assertEquals(0, capacity.speedAt(59));
    assertEquals(1, capacity.speedAt(60));
    assertEquals(1, capacity.speedAt(69));
    assertEquals(0, capacity.speedAt(89));
    assertEquals(1, capacity.speedAt(90));
  }

  @Test
  void pausesAreDrawnForEachHostByItsName() {
    PauseLaw law =
        new PauseLaw(
            Distributions.exponential(20.0 * SECOND), Distributions.exponential(1e7), SECOND);
    List<long[]> one = law.draw(1, "a/0", 20_000 * SECOND);
    List<long[]> again = law.draw(1, "a/0", 10_000 * SECOND);
    List<long[]> other = law.draw(1, "a/1", 20_000 * SECOND);
    // 1,000 expected of a Poisson process, of 10 ms each; four standard deviations.
    assertEquals(1_000, one.size(), 4 * StrictMath.sqrt(1_000));
    double meanNs = one.stream().mapToLong(pause -> pause[1] - pause[0]).average().getAsDouble();
    assertEquals(1e7, meanNs, 4 * 1e7 / StrictMath.sqrt(1_000));
    assertNotEquals(one.get(0)[0], other.get(0)[0]);
    for (int i = 0; i < again.size(); i++) {
      assertEquals(one.get(i)[0], again.get(i)[0]);
    }
  }

  @Test
  void pausesDrawnTooLongAreCut() {
    PauseLaw law = new PauseLaw(Distributions.fixed(100), Distributions.fixed(90), 30);
    for (long[] pause : law.draw(1, "a/0", 10 * SECOND)) {
      assertEquals(30, pause[1] - pause[0]);
    }
    Capacity capacity = of(new FailurePlan.Burden(COMPONENT, 0, 0, law))[0];
    assertTrue(capacity.speedAt(1_000_010) == 0 && capacity.speedAt(1_000_030) == 1);
  }

  private static FailurePlan degraded(int host, long fromNs, long untilNs, double factor) {
    return new FailurePlan.Degraded(
        COMPONENT, 0, new int[] {host}, fromNs, untilNs, new Degradation.Step(factor, 0, 1));
  }

  private static FailurePlan paused(int host, long fromNs, long untilNs, long mostNs) {
    return new FailurePlan.HostsPaused(COMPONENT, 0, new int[] {host}, fromNs, untilNs, mostNs);
  }

  private static Capacity[] of(FailurePlan... plans) {
    return speeds(plans).capacities(true);
  }

  private static HostSpeeds speeds(FailurePlan... plans) {
    return new Failures(List.of(plans), new int[] {1}).speeds(COMPONENT, 0, NAMES, 1, 100 * SECOND);
  }
}
