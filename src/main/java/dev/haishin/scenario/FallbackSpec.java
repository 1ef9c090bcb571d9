package dev.haishin.scenario;

/**
 * What happens to a push that does not get through.
 *
 * @param kind of the other way
 * @param afterNs when it is taken
 * @param pacePerSecond at which it is taken at most
 * @param latency from there to the device
 */
public record FallbackSpec(Kind kind, long afterNs, double pacePerSecond, Quantity latency) {
  /** The other ways there are. */
  public enum Kind {
    NONE,
    SMS,
    LATE_NOTIFICATION
  }

  /** Checks the ranges. */
  public FallbackSpec {
    Require.positive("fallback.after", afterNs);
    Require.positive("fallback.pace", pacePerSecond);
  }
}
