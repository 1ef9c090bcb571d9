package dev.haishin.delivery;

/**
 * When requests to a provider that fails are held back.
 *
 * @param errors the share of failed requests from which on the breaker opens, above 0; above 1 it
 *     never does
 * @param window over how many of the latest requests that share is taken, at least 1
 * @param openNs how long nothing is sent before it is tried again, at least 1
 * @param probes requests tried then, all of which must succeed for it to close; at least 1
 */
public record BreakerRules(double errors, int window, long openNs, int probes) {
  private static final double NEVER = 2;

  /** Refuses values out of range. */
  public BreakerRules {
    if (!(errors > 0)) {
      throw new IllegalArgumentException("errors is " + errors + "; it must be above 0");
    }
    if (window < 1 || openNs < 1 || probes < 1) {
      throw new IllegalArgumentException(
          "window, openNs and probes are "
              + window
              + ", "
              + openNs
              + " and "
              + probes
              + "; each must be at least 1");
    }
  }

  /** Requests are never held back. */
  public static BreakerRules none() {
    return new BreakerRules(NEVER, 1, 1, 1);
  }
}
