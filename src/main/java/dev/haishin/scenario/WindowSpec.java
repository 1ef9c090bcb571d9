package dev.haishin.scenario;

/**
 * The part of the run that an expectation is about.
 *
 * @param fromNs first instant
 * @param toNs the instant after the last; {@link Long#MAX_VALUE} for the end of the run
 * @param isKnown whether the failure that it counts from exists; without it nothing can be said
 */
public record WindowSpec(long fromNs, long toNs, boolean isKnown) {
  /** The whole run. */
  public static final WindowSpec ALL = new WindowSpec(0, Long.MAX_VALUE, true);

  /** Checks the order. */
  public WindowSpec {
    Require.notNegative("window", fromNs);
    if (toNs <= fromNs) {
      throw new IllegalArgumentException("no window from " + fromNs + " to " + toNs);
    }
  }
}
