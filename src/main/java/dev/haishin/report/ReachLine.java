package dev.haishin.report;

/**
 * How many recipients of a region and platform messages reached within a time; each number includes
 * the ones before it.
 */
record ReachLine(
    String region,
    String platform,
    double withinOneSecond,
    double withinFiveSeconds,
    double withinThirtySeconds,
    double ever) {

  /** The two together, under other names. */
  ReachLine plus(ReachLine other, String newRegion, String newPlatform) {
    return new ReachLine(
        newRegion,
        newPlatform,
        withinOneSecond + other.withinOneSecond,
        withinFiveSeconds + other.withinFiveSeconds,
        withinThirtySeconds + other.withinThirtySeconds,
        ever + other.ever);
  }
}
