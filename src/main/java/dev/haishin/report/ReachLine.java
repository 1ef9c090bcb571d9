package dev.haishin.report;

/**
 * How many recipients of a region and platform messages reached within a time; each number includes
 * the ones before it.
 */
record ReachLine(
    String region,
    String platform,
    double attempted,
    double accepted,
    double withinOneSecond,
    double withinFiveSeconds,
    double withinThirtySeconds,
    double ever,
    double never) {

  /** The two together, under other names. */
  ReachLine plus(ReachLine other, String newRegion, String newPlatform) {
    return new ReachLine(
        newRegion,
        newPlatform,
        attempted + other.attempted,
        accepted + other.accepted,
        withinOneSecond + other.withinOneSecond,
        withinFiveSeconds + other.withinFiveSeconds,
        withinThirtySeconds + other.withinThirtySeconds,
        ever + other.ever,
        never + other.never);
  }
}
