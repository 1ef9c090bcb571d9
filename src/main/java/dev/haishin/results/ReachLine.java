package dev.haishin.results;

/**
 * How many recipients of a region and platform a message reached within a time from the tap, on a
 * screen or by a push; each number includes the ones before it.
 *
 * @param ever before the run ended
 */
public record ReachLine(
    String region,
    String platform,
    long withinOneSecond,
    long withinFiveSeconds,
    long withinThirtySeconds,
    long ever) {

  /** Checks that more time reaches no fewer. */
  public ReachLine {
    if (withinOneSecond < 0
        || withinFiveSeconds < withinOneSecond
        || withinThirtySeconds < withinFiveSeconds
        || ever < withinThirtySeconds) {
      throw new IllegalArgumentException(
          region + " " + platform + ": more time must reach at least as many");
    }
  }
}
