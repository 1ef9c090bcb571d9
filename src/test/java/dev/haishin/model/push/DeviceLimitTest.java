package dev.haishin.model.push;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** What a device may get, counted by hand. */
class DeviceLimitTest {
  private static final long MINUTE_NS = 60_000_000_000L;

  /** FCM's limits, facts.md N22: 20 full minutes of 240 and 200 of the next are 5,000. */
  @Test
  void anHourOfFullMinutesEndsInTheTwentyFirst() {
    DeviceLimit limit = new DeviceLimit(240, 5_000);
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
    assertEquals(5_000, accepted(new DeviceLimit(Long.MAX_VALUE, 5_000), 0));
    DeviceLimit byTheMinute = new DeviceLimit(240, Long.MAX_VALUE);
    for (int minute = 0; minute < 60; minute++) {
      assertEquals(240, accepted(byTheMinute, minute));
    }
  }

  private static int accepted(DeviceLimit limit, int minute) {
    int accepted = 0;
    for (int request = 0; request < 6_000; request++) {
      if (limit.hasRoom(7, minute * MINUTE_NS + request)) {
        limit.accepted(7);
        accepted++;
      }
    }
    return accepted;
  }
}
