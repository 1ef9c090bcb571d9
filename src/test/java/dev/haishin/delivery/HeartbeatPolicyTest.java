package dev.haishin.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class HeartbeatPolicyTest {
  private static final long SECOND = 1_000_000_000L;
  private static final HeartbeatPolicy POLICY = HeartbeatPolicy.of(200 * SECOND, 10 * SECOND);

  @Test
  void theNextBeatIsTheFirstAfterNow() {
    assertEquals(30, HeartbeatPolicy.nextBeatNs(30, 100, 0));
    assertEquals(30, HeartbeatPolicy.nextBeatNs(30, 100, 29));
    assertEquals(130, HeartbeatPolicy.nextBeatNs(30, 100, 30));
    assertEquals(130, HeartbeatPolicy.nextBeatNs(30, 100, 129));
    assertEquals(230, HeartbeatPolicy.nextBeatNs(30, 100, 130));
    assertEquals(100, HeartbeatPolicy.nextBeatNs(0, 100, 0));
  }

  @Test
  void theLastBeatIsTheLatestUpToNow() {
    assertEquals(30, HeartbeatPolicy.lastBeatNs(30, 100, 30));
    assertEquals(30, HeartbeatPolicy.lastBeatNs(30, 100, 129));
    assertEquals(130, HeartbeatPolicy.lastBeatNs(30, 100, 130));
    assertEquals(-70, HeartbeatPolicy.lastBeatNs(30, 100, 29));
  }

  @Test
  void beatsAreCongruentToThePhaseAndAtMostAnIntervalAway() {
    SplittableRandom random = new SplittableRandom(6);
    for (int i = 0; i < 10_000; i++) {
      long phaseNs = POLICY.phaseNs(random.nextLong());
      long nowNs = random.nextLong() >>> 10;
      long beatNs = POLICY.nextBeatNs(phaseNs, nowNs);
      assertTrue(beatNs > nowNs && beatNs <= nowNs + POLICY.intervalNs());
      assertEquals(phaseNs, Math.floorMod(beatNs, POLICY.intervalNs()));
    }
  }

  @Test
  void phasesFillTheInterval() {
    assertEquals(0, POLICY.phaseNs(0));
    assertEquals(POLICY.intervalNs() / 2, POLICY.phaseNs(Long.MIN_VALUE));
    assertEquals(POLICY.intervalNs() - 1, POLICY.phaseNs(-1));
  }

  /** A gateway that goes dark is noticed after the residual interval, uniform, and the time-out. */
  @Test
  void aDarkGatewayIsNoticedWithinIntervalAndTimeout() {
    long darkNs = 240 * SECOND;
    double sum = 0;
    int clients = 1000;
    for (int i = 0; i < clients; i++) {
      long phaseNs = POLICY.intervalNs() / clients * i;
      long noticedNs = POLICY.detectionNs(POLICY.nextBeatNs(phaseNs, darkNs)) - darkNs;
      assertTrue(noticedNs > 10 * SECOND && noticedNs <= 210 * SECOND);
      sum += noticedNs;
    }
    assertEquals(110.0 * SECOND, sum / clients, 0.2 * SECOND);
  }

  @Test
  void aGatewayWaitsOneAndAHalfIntervals() {
    assertEquals(307 * SECOND, POLICY.idleCutoffAtNs(7 * SECOND));
  }

  @Test
  void aClientThatNeverBeatsIsNeverDue() {
    HeartbeatPolicy silent = HeartbeatPolicy.of(HeartbeatPolicy.NEVER, 10 * SECOND);
    assertEquals(0, silent.phaseNs(-1));
    assertEquals(HeartbeatPolicy.NEVER, silent.nextBeatNs(0, 5));
    assertEquals(HeartbeatPolicy.NEVER, silent.idleCutoffAtNs(5));
  }

  @Test
  void aCutoffWithinTheIntervalIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> new HeartbeatPolicy(200, 10, 200));
    assertThrows(IllegalArgumentException.class, () -> new HeartbeatPolicy(0, 10, 200));
  }
}
