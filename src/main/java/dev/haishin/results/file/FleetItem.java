package dev.haishin.results.file;

import java.util.OptionalDouble;

/**
 * The hosts of a component in a region.
 *
 * @param cores of each
 * @param memoryBytes of each
 * @param usdPerMonth of all together; empty where the scenario names no price
 */
public record FleetItem(
    String component,
    String region,
    long count,
    double cores,
    long memoryBytes,
    OptionalDouble usdPerMonth) {

  /** Checks that there is something to count. */
  public FleetItem {
    if (component.isEmpty() || count < 0 || !(cores >= 0) || memoryBytes < 0) {
      throw new IllegalArgumentException("no such hosts: " + component + " in " + region);
    }
  }
}
