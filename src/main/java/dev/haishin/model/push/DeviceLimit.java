package dev.haishin.model.push;

import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.Int2LongOpenHashMap;

/**
 * How many requests a provider has accepted for each device in the present minute and the present
 * hour, against its limits (facts.md N22: FCM takes 240 a minute and 5,000 an hour for an Android
 * device). Minutes and hours count from the start of the simulation. Collapsible messages fill a
 * bucket besides (N23): 20 at once, and room for one more every 3 minutes.
 */
final class DeviceLimit {
  private static final long MINUTE_NS = 60_000_000_000L;
  private static final long HOUR_NS = 60 * MINUTE_NS;

  private final Window minute;
  private final Window hour;
  private final Bucket bucket;

  /**
   * Limits that hold side by side.
   *
   * @param perMinute {@code Long.MAX_VALUE} for none
   * @param perHour {@code Long.MAX_VALUE} for none
   * @param isCollapsible whether each request is for a collapsible message
   */
  DeviceLimit(long perMinute, long perHour, boolean isCollapsible) {
    minute = new Window(perMinute, MINUTE_NS);
    hour = new Window(perHour, HOUR_NS);
    bucket = isCollapsible ? new Bucket() : null;
  }

  /** Whether a device may get another one at an instant not before the last one asked about. */
  boolean hasRoom(int user, long nowNs) {
    return minute.hasRoom(user, nowNs)
        && hour.hasRoom(user, nowNs)
        && (bucket == null || bucket.hasRoom(user, nowNs));
  }

  /** A request for a device has been accepted, at the instant for which there was room. */
  void accepted(int user, long nowNs) {
    minute.accepted(user);
    hour.accepted(user);
    if (bucket != null) {
      bucket.accepted(user, nowNs);
    }
  }

  /** When each device's bucket is empty again; it holds {@link #ROOM} and leaks steadily. */
  private static final class Bucket {
    private static final int ROOM = 20;
    private static final long LEAK_NS = 3 * MINUTE_NS;

    private final Int2LongOpenHashMap emptyNs = new Int2LongOpenHashMap();

    boolean hasRoom(int user, long nowNs) {
      return emptyNs.get(user) - nowNs <= (ROOM - 1) * LEAK_NS;
    }

    void accepted(int user, long nowNs) {
      emptyNs.put(user, Math.max(emptyNs.get(user), nowNs) + LEAK_NS);
    }
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
