package dev.haishin.model.push;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** What a device may get, counted by hand. */
class DeviceLimitTest {
  private static final long MINUTE_NS = 60_000_000_000L;

  /** FCM's limits, facts.md N22: 20 full minutes of 240 and 200 of the next are 5,000. */
  @Test
  void anHourOfFullMinutesEndsInTheTwentyFirst() {
    DeviceLimit limit = new DeviceLimit(240, 5_000, false);
    for (int minute = 0; minute < 20; minute++) {
      assertEquals(240, accepted(limit, minute));
    }
    assertEquals(200, accepted(limit, 20));
    for (int minute = 21; minute < 60; minute++) {
      assertEquals(0, accepted(limit, minute));
    }
    assertEquals(240, accepted(limit, 60));
  }

  @Test
  void eachLimitHoldsWithoutTheOther() {
    assertEquals(5_000, accepted(new DeviceLimit(Long.MAX_VALUE, 5_000, false), 0));
    DeviceLimit byTheMinute = new DeviceLimit(240, Long.MAX_VALUE, false);
    for (int minute = 0; minute < 60; minute++) {
      assertEquals(240, accepted(byTheMinute, minute));
    }
  }

  /** Collapsible messages, facts.md N23: 20 at once, and one more every 3 minutes. */
  @Test
  void aBucketOfCollapsibleMessagesLeaksOneEveryThreeMinutes() {
    DeviceLimit limit = new DeviceLimit(Long.MAX_VALUE, Long.MAX_VALUE, true);
    assertEquals(20, accepted(limit, 0, 30));
    assertEquals(0, accepted(limit, 3 * MINUTE_NS - 1, 30));
    assertEquals(1, accepted(limit, 3 * MINUTE_NS, 30));
    assertEquals(2, accepted(limit, 9 * MINUTE_NS, 30));
    assertEquals(20, accepted(limit, 200 * MINUTE_NS, 30));
  }

  private static int accepted(DeviceLimit limit, long nowNs, int requests) {
    int accepted = 0;
    for (int request = 0; request < requests; request++) {
      if (limit.hasRoom(7, nowNs)) {
        limit.accepted(7, nowNs);
        accepted++;
      }
    }
    return accepted;
  }

  private static int accepted(DeviceLimit limit, int minute) {
    int accepted = 0;
    for (int request = 0; request < 6_000; request++) {
      if (limit.hasRoom(7, minute * MINUTE_NS + request)) {
        limit.accepted(7, minute * MINUTE_NS + request);
        accepted++;
      }
    }
    return accepted;
  }
}
