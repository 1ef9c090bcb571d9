package dev.haishin.delivery;

import java.util.Objects;

/**
 * When a client that has lost its connection dials again. It never stops trying.
 *
 * @param backoff the rule for the delays
 * @param baseNs the scale of the first delay
 * @param capNs the longest delay of the rule, at least the base
 */
public record ReconnectPolicy(Backoff backoff, long baseNs, long capNs) {

  /** Refuses values out of range. */
  public ReconnectPolicy {
    Objects.requireNonNull(backoff, "backoff");
    Backoff.requireBounds(baseNs, capNs);
  }

  /**
   * The delay before dialling.
   *
   * @param failedDials the dials that failed since the connection was lost; 0 gives the first
   *     delay, U(0, base) with full jitter
   * @param previousDelayNs what the rule gave the last time, 0 at first; see {@link
   *     Backoff#DECORRELATED}
   * @param bits 64 uniform bits
   */
  public long delayNs(int failedDials, long previousDelayNs, long bits) {
    return backoff.delayNs(failedDials, baseNs, capNs, previousDelayNs, bits);
  }
}
