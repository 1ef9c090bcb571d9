package dev.haishin.scenario;

/**
 * How clients keep a connection alive.
 *
 * @param intervalNs from one beat to the next; {@link Law#NEVER_NS} where nobody beats
 * @param cohort whether one event stands for all the beats of a gateway in a tick
 * @param timeoutNs after which a missing answer closes the connection
 */
public record HeartbeatSpec(long intervalNs, boolean cohort, long timeoutNs) {
  /** Checks the ranges. */
  public HeartbeatSpec {
    Require.positive("heartbeat", intervalNs);
    Require.positive("heartbeat-timeout", timeoutNs);
  }

  /** Whether nobody beats. */
  public boolean isNever() {
    return intervalNs >= Law.NEVER_NS;
  }
}
