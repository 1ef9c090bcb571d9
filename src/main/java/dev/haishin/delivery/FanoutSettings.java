package dev.haishin.delivery;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a scenario says of its fan-out strategy: the keys of {@code delivery.fanout}.
 *
 * @param writeUpTo the largest chat, sender included, that {@code hybrid} writes; at least 0
 * @param pushCostNs what a copy in one inbox costs, for {@code cost-based}; above 0
 * @param pullCostNs what one fetch from a chat's log costs, for {@code cost-based}; above 0
 * @param own settings of the strategy's own, by name: the map {@code delivery.fanout.settings}
 */
public record FanoutSettings(
    int writeUpTo, double pushCostNs, double pullCostNs, SortedMap<String, String> own) {

  /** Checks the ranges and copies the map. */
  public FanoutSettings {
    if (writeUpTo < 0) {
      throw new IllegalArgumentException("writeUpTo is " + writeUpTo + "; it must be at least 0");
    }
    if (!(pushCostNs > 0 && pullCostNs > 0)) {
      throw new IllegalArgumentException("the costs of a push and of a pull must be above 0");
    }
    own = Collections.unmodifiableSortedMap(new TreeMap<>(own));
  }

  /** Settings of a strategy that needs none but the largest chat that is written. */
  public static FanoutSettings writingUpTo(int members) {
    return new FanoutSettings(members, 1, 1, Collections.emptySortedMap());
  }

  /**
   * A whole number among the strategy's own settings.
   *
   * @param standard what holds where the scenario does not say
   * @throws IllegalArgumentException if it is no whole number from {@code least} on
   */
  public long whole(String name, long standard, long least) {
    String text = own.get(name);
    if (text == null) {
      return standard;
    }
    long value;
    try {
      value = Long.parseLong(text);
    } catch (NumberFormatException none) {
      value = Long.MIN_VALUE;
    }
    if (value < least) {
      throw new IllegalArgumentException(
          name + ": '" + text + "' is out of bounds; a whole number from " + least + " on");
    }
    return value;
  }

  /**
   * Refuses settings that the strategy does not know, so that a misspelt one does not pass.
   *
   * @throws IllegalArgumentException naming the first that is not among {@code names}
   */
  public void allowOnly(Collection<String> names) {
    for (String name : own.keySet()) {
      if (!names.contains(name)) {
        throw new IllegalArgumentException(
            name
                + ": is no setting of this strategy; "
                + (names.isEmpty() ? "it has none" : "known are " + String.join(", ", names)));
      }
    }
  }

  /** Refuses any setting of its own: for a strategy that has none. */
  void allowNone() {
    allowOnly(List.of());
  }
}
