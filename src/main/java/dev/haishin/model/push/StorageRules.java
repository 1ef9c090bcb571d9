package dev.haishin.model.push;

import dev.haishin.engine.Distribution;

/**
 * Which devices sleep, and what a provider keeps for them until they wake.
 *
 * @param asleep share of devices that sleep between their wakes, 0 to 1
 * @param wake nanoseconds between two wakes of a device, drawn once a device
 * @param ttlNs how long a notification is kept at most, from its acceptance; 0: it is tried once
 * @param most notifications kept for a device; 1: a later one replaces it; more: one too many drops
 *     them all
 * @param isCollapsible whether all are collapsible and so fill the bucket that each device has
 */
public record StorageRules(
    double asleep, Distribution wake, long ttlNs, int most, boolean isCollapsible) {

  /** Refuses values out of range. */
  public StorageRules {
    if (!(asleep >= 0 && asleep <= 1)) {
      throw new IllegalArgumentException("asleep is " + asleep + "; it must lie between 0 and 1");
    }
    if (ttlNs < 0 || most < 1) {
      throw new IllegalArgumentException(
          most + " are kept for " + ttlNs + " ns; it must be at least 1 for at least 0 ns");
    }
  }

  /** All devices are awake, and nothing is collapsible. */
  public static StorageRules awake() {
    return new StorageRules(0, null, 0, 1, false);
  }

  /** Whether the provider has anything to decide about that. */
  public boolean isNeeded() {
    return asleep > 0 || isCollapsible;
  }
}
