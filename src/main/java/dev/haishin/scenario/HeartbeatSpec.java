package dev.haishin.scenario;

/**
 * How clients beat.
 *
 * @param minNs the interval, or where an adaptive one begins; {@link Types#NEVER} for no beats
 * @param maxNs the longest interval, the same if it is fixed
 * @param stepNs by which an adaptive one grows, 0 if it is fixed
 */
public record HeartbeatSpec(long minNs, long maxNs, long stepNs) {

  static HeartbeatSpec every(long ns) {
    return new HeartbeatSpec(ns, ns, 0);
  }

  /** Whether clients beat at all. */
  public boolean isOn() {
    return maxNs < Types.NEVER;
  }

  /** Whether each client looks for its interval itself. */
  public boolean isAdaptive() {
    return stepNs > 0;
  }
}
