package dev.haishin.delivery;

import static dev.haishin.delivery.OutboxPolicy.Decision.GIVE_UP;
import static dev.haishin.delivery.OutboxPolicy.Decision.RESEND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class OutboxPolicyTest {
  private static final long SECOND = 1_000_000_000L;
  private static final OutboxPolicy POLICY = new OutboxPolicy(10 * SECOND, 3, 10 * 60 * SECOND);

  @Test
  void resendsThreeTimesAfterTheFirstSend() {
    assertEquals(RESEND, POLICY.onUnacknowledged(1, 0, 10 * SECOND));
    assertEquals(RESEND, POLICY.onUnacknowledged(3, 0, 30 * SECOND));
    assertEquals(GIVE_UP, POLICY.onUnacknowledged(4, 0, 40 * SECOND));
  }

  @Test
  void aMessageThatNeverLeftTheOutboxIsKeptFromItsTapOn() {
    assertEquals(RESEND, POLICY.onUnacknowledged(0, SECOND, 601 * SECOND - 1));
    assertEquals(GIVE_UP, POLICY.onUnacknowledged(0, SECOND, 601 * SECOND));
    assertEquals(601 * SECOND, POLICY.givesUpAtNs(SECOND));
  }

  @Test
  void aSendIsOverdueAfterTheTimeout() {
    assertEquals(17 * SECOND, POLICY.deadlineNs(7 * SECOND));
  }

  @Test
  void boundsAreChecked() {
    assertThrows(IllegalArgumentException.class, () -> new OutboxPolicy(0, 3, 10));
    assertThrows(IllegalArgumentException.class, () -> new OutboxPolicy(10, -1, 10));
    assertThrows(IllegalArgumentException.class, () -> new OutboxPolicy(10, 3, 9));
  }
}
