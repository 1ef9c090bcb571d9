package dev.haishin.scenario;

import dev.haishin.engine.Distribution;

/**
 * A distribution as a scenario writes it.
 *
 * @param text as written
 * @param distribution in the canonical unit of its quantity
 * @param fixed whether it is a single value
 */
public record Law(String text, Distribution distribution, boolean fixed) {

  /** The mean, in the canonical unit; infinite where there is none. */
  public double mean() {
    return distribution.mean();
  }
}
