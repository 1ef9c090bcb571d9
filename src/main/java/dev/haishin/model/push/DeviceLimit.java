package dev.haishin.model.push;

import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;

/**
 * How many requests a provider has accepted for each device in the present minute and the present
 * hour, against its limits (facts.md N22: FCM takes 240 a minute and 5,000 an hour for an Android
 * device). Minutes and hours count from the start of the simulation.
 */
final class DeviceLimit {
  private static final long MINUTE_NS = 60_000_000_000L;
  private static final long HOUR_NS = 60 * MINUTE_NS;

  private final Window minute;
  private final Window hour;

  /**
   * Limits that hold side by side.
   *
   * @param perMinute {@code Long.MAX_VALUE} for none
   * @param perHour {@code Long.MAX_VALUE} for none
   */
  DeviceLimit(long perMinute, long perHour) {
    minute = new Window(perMinute, MINUTE_NS);
    hour = new Window(perHour, HOUR_NS);
  }

  /** Whether a device may get another one at an instant not before the last one asked about. */
  boolean hasRoom(int user, long nowNs) {
    return minute.hasRoom(user, nowNs) && hour.hasRoom(user, nowNs);
  }

  /** A request for a device has been accepted, at the instant last asked about. */
  void accepted(int user) {
    minute.accepted(user);
    hour.accepted(user);
  }

  /** One limit and what counts against it. */
  private static final class Window {
    private final long most;
    private final long lengthNs;
    private final Int2IntOpenHashMap accepted = new Int2IntOpenHashMap();
    private long present;

    Window(long most, long lengthNs) {
      this.most = most;
      this.lengthNs = lengthNs;
    }

    boolean hasRoom(int user, long nowNs) {
      if (most == Long.MAX_VALUE) {
        return true;
      }
      long window = nowNs / lengthNs;
      if (window != present) {
        present = window;
        accepted.clear();
      }
      return accepted.get(user) < most;
    }

    void accepted(int user) {
      if (most < Long.MAX_VALUE) {
        accepted.addTo(user, 1);
      }
    }
  }
}
