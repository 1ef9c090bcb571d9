package dev.haishin.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** The search of WeChat's clients for the interval that their NAT bears: 270 s to 590 s by 60 s. */
class AdaptiveHeartbeatTest {
  private static final long SECOND = 1_000_000_000;

  private final AdaptiveHeartbeat policy =
      new AdaptiveHeartbeat(270 * SECOND, 590 * SECOND, 60 * SECOND);

  @Test
  void growsByAStepAnAnswerUpToTheLongest() {
    int state = 0;
    long[] wantedS = {270, 330, 390, 450, 510, 570, 590, 590};
    for (long seconds : wantedS) {
      assertEquals(seconds * SECOND, policy.intervalNs(state));
      state = policy.answered(state);
    }
    assertTrue(policy.isSettled(state));
  }

  @Test
  void threeSilencesGoBackAStepAndTwentySeconds() {
    int state = policy.answered(policy.answered(0));
    assertEquals(390 * SECOND, policy.intervalNs(state));
    state = policy.unanswered(policy.unanswered(state));
    assertEquals(390 * SECOND, policy.intervalNs(state));
    assertFalse(policy.isSettled(state));
    state = policy.unanswered(state);
    assertEquals(310 * SECOND, policy.intervalNs(state));
    assertTrue(policy.isSettled(state));
    assertEquals(state, policy.answered(state));
  }

  @Test
  void anAnswerMakesUpForTwoSilences() {
    int state = policy.answered(policy.answered(0));
    state = policy.answered(policy.unanswered(policy.unanswered(state)));
    assertEquals(450 * SECOND, policy.intervalNs(state));
    int settled = policy.unanswered(policy.unanswered(policy.unanswered(state)));
    int silent = policy.unanswered(policy.unanswered(settled));
    assertEquals(settled, policy.answered(silent));
  }

  @Test
  void aSettledClientLooksAnewAfterThreeSilences() {
    int state = 0;
    for (int i = 0; i < 7; i++) {
      state = policy.answered(state);
    }
    state = policy.unanswered(policy.unanswered(policy.unanswered(state)));
    assertEquals(0, state);
  }

  @Test
  void neverGoesBelowTheLeast() {
    int state = policy.unanswered(policy.unanswered(policy.unanswered(0)));
    assertEquals(270 * SECOND, policy.intervalNs(state));
    assertTrue(policy.isSettled(state));
  }

  @Test
  void refusesBoundsOutOfOrder() {
    assertThrows(
        IllegalArgumentException.class, () -> new AdaptiveHeartbeat(9 * SECOND, 8 * SECOND, 1));
  }
}
