package dev.haishin.results;

/**
 * What the people of a region and platform sent, and how many of them as recipients a message
 * reached within a time from the tap, on a screen or by a push; of these each number includes the
 * ones before it.
 *
 * @param attempted messages that they tapped in the measured part of the run
 * @param accepted those of them whose sender knows that they are durable
 * @param ever before the run ended
 * @param never pairs that stood at the end in an inbox, neither seen nor pushed: pending or expired
 */
public record ReachLine(
    String region,
    String platform,
    long attempted,
    long accepted,
    long withinOneSecond,
    long withinFiveSeconds,
    long withinThirtySeconds,
    long ever,
    long never) {

  /** Checks that more time reaches no fewer. */
  public ReachLine {
    if (accepted < 0 || attempted < accepted || never < 0) {
      throw new IllegalArgumentException(
          region + " " + platform + ": no more can be accepted than attempted, and none negative");
    }
    if (withinOneSecond < 0
        || withinFiveSeconds < withinOneSecond
        || withinThirtySeconds < withinFiveSeconds
        || ever < withinThirtySeconds) {
      throw new IllegalArgumentException(
          region + " " + platform + ": more time must reach at least as many");
    }
  }
}
