package dev.haishin.model.push;

import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;

/**
 * How many requests a provider has accepted for each device in the present minute, against its
 * limit (facts.md N22: FCM takes 240 a minute for an Android device). The limit of 5,000 an hour
 * that goes with it is not modelled: it binds where a device gets more than 83 a minute for an
 * hour.
 */
final class DeviceLimit {
  private static final long MINUTE_NS = 60_000_000_000L;

  private final long perMinute;
  private final Int2IntOpenHashMap accepted = new Int2IntOpenHashMap();
  private long minute;

  /**
   * A limit.
   *
   * @param perMinute {@code Long.MAX_VALUE} for none
   */
  DeviceLimit(long perMinute) {
    this.perMinute = perMinute;
  }

  /** Whether a device may get another one at an instant not before the last one asked about. */
  boolean hasRoom(int user, long nowNs) {
    if (perMinute == Long.MAX_VALUE) {
      return true;
    }
    long present = nowNs / MINUTE_NS;
    if (present != minute) {
      minute = present;
      accepted.clear();
    }
    return accepted.get(user) < perMinute;
  }

  /** A request for a device has been accepted. */
  void accepted(int user) {
    if (perMinute < Long.MAX_VALUE) {
      accepted.addTo(user, 1);
    }
  }
}
