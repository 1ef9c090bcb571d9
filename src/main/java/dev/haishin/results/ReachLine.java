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
 * @param lost pairs that nothing holds any more, whatever the reason
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
    long never,
    long lost) {

  /** Checks that more time reaches no fewer. */
  public ReachLine {
    if (accepted < 0 || attempted < accepted || never < 0 || lost < 0) {
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

  /** The two together, under other names. */
  public ReachLine plus(ReachLine other, String newRegion, String newPlatform) {
    return new ReachLine(
        newRegion,
        newPlatform,
        attempted + other.attempted,
        accepted + other.accepted,
        withinOneSecond + other.withinOneSecond,
        withinFiveSeconds + other.withinFiveSeconds,
        withinThirtySeconds + other.withinThirtySeconds,
        ever + other.ever,
        never + other.never,
        lost + other.lost);
  }
}
