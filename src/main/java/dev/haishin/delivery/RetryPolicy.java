package dev.haishin.delivery;

import java.util.Objects;

/**
 * When to try again what failed, and when to stop.
 *
 * @param backoff the rule for the delays
 * @param baseNs the scale of the first delay
 * @param capNs the longest delay of the rule, at least the base
 * @param maxAttempts how often to try in all, the first time included; at least 1
 */
public record RetryPolicy(Backoff backoff, long baseNs, long capNs, int maxAttempts) {

  /** Refuses values out of range. */
  public RetryPolicy {
    Objects.requireNonNull(backoff, "backoff");
    Backoff.requireBounds(baseNs, capNs);
    if (maxAttempts < 1) {
      throw new IllegalArgumentException(
          "maxAttempts is " + maxAttempts + "; it must be at least 1");
    }
  }

  /** Whether another attempt is allowed after so many. */
  public boolean allowsAnother(int attemptsMade) {
    return attemptsMade < maxAttempts;
  }

  /**
   * The delay between a failure and the next attempt.
   *
   * @param attemptsMade at least 1; 1 gives the delay of the first retry
   * @param previousDelayNs what this gave the last time, 0 at first; see {@link
   *     Backoff#DECORRELATED}
   * @param bits 64 uniform bits
   */
  public long delayNs(int attemptsMade, long previousDelayNs, long bits) {
    return backoff.delayNs(attemptsMade - 1, baseNs, capNs, previousDelayNs, bits);
  }
}
