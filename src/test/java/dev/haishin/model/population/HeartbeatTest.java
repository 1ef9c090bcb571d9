package dev.haishin.model.population;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.haishin.delivery.HeartbeatPolicy;
import org.junit.jupiter.api.Test;

/** Each connection beats once a period, at a phase of its own. */
class HeartbeatTest {
  private static final long PERIOD_NS = 1_000;
  private final Heartbeat heartbeat = new Heartbeat(HeartbeatPolicy.of(PERIOD_NS, 300), 5);

  @Test
  void theNextBeatIsWithinAPeriodAndTheOneAfterAPeriodLater() {
    for (int user = 0; user < 500; user++) {
      long next = heartbeat.nextAfterNs(user, 1, 12_345);
      assertTrue(next > 12_345 && next <= 12_345 + PERIOD_NS);
      assertEquals(next, heartbeat.nextAfterNs(user, 1, next - 1));
      assertEquals(next + PERIOD_NS, heartbeat.nextAfterNs(user, 1, next));
      assertEquals(next + 300, heartbeat.detectionNs(next));
    }
  }

  @Test
  void phasesAreUniformOverUsersAndGenerations() {
    int[] byTenth = new int[10];
    for (int i = 0; i < 10_000; i++) {
      long beat = heartbeat.nextAfterNs(i / 2, 1 + i % 2, 0);
      byTenth[(int) (beat % PERIOD_NS / 100)]++;
    }
    for (int count : byTenth) {
      assertEquals(1_000, count, 120); // four standard deviations
    }
  }

  @Test
  void aClientThatNeverBeatsIsOff() {
    assertTrue(heartbeat.isOn());
    assertFalse(new Heartbeat(HeartbeatPolicy.of(HeartbeatPolicy.NEVER, 1), 5).isOn());
  }
}
