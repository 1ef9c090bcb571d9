package dev.haishin.delivery;

/**
 * What a client does with a message that it has written but that no gateway has acknowledged.
 *
 * <p>A message tapped while the connection is broken waits for the next one. Each send of it
 * carries the same client message id, so that resending is safe.
 *
 * @param timeoutNs how long a send waits for its acknowledgement; at least 1
 * @param retries how often a message is sent again after its first send; at least 0
 * @param keepNs how long after the tap the client goes on trying; at least the time-out
 */
public record OutboxPolicy(long timeoutNs, int retries, long keepNs) {

  /** What to do next with an unacknowledged message. */
  public enum Decision {
    /** Send it again, once there is a connection. */
    RESEND,
    /** Show the user that it failed. */
    GIVE_UP
  }

  /** Refuses values out of range. */
  public OutboxPolicy {
    if (timeoutNs < 1) {
      throw new IllegalArgumentException("timeoutNs is " + timeoutNs + "; it must be at least 1");
    }
    if (retries < 0) {
      throw new IllegalArgumentException("retries is " + retries + "; it must be at least 0");
    }
    if (keepNs < timeoutNs) {
      throw new IllegalArgumentException(
          "keepNs is " + keepNs + "; it must be at least timeoutNs = " + timeoutNs);
    }
  }

  /** When a send counts as unacknowledged. */
  public long deadlineNs(long sentNs) {
    return sentNs + timeoutNs;
  }

  /**
   * Decides on a message that is still unacknowledged when its deadline passes or its connection
   * breaks.
   *
   * @param timesSent how often it was sent so far, 0 if it never left the outbox
   */
  public Decision onUnacknowledged(int timesSent, long tappedNs, long nowNs) {
    boolean exhausted = timesSent > retries || nowNs >= givesUpAtNs(tappedNs);
    return exhausted ? Decision.GIVE_UP : Decision.RESEND;
  }

  /** From when on a message that is still in the outbox is given up. */
  public long givesUpAtNs(long tappedNs) {
    return tappedNs + keepNs;
  }
}
