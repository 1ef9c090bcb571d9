package dev.haishin.results;

import java.util.List;

/**
 * The way of one delivery, from the sender's tap to the recipient's screen, without a gap: which
 * stage held the message from when to when.
 *
 * @param messageId of the message; the same in every variant of a seed
 * @param recipient number of the person whose screen it came to
 * @param tapNs when the sender tapped
 * @param atNs when it was on the screen
 * @param rank by slowness among those that were followed, from 1, the slowest
 * @param followed how many deliveries were followed: the rank is among them
 * @param measured how many deliveries the run measured, at least as many; more of them say that a
 *     sample was followed, and that others may have been slower than its slowest
 * @param legs in the order of time; the first begins at the tap, each other where the one before
 *     ended, the last ends on the screen
 */
public record Waterfall(
    long messageId,
    int recipient,
    long tapNs,
    long atNs,
    long rank,
    long followed,
    long measured,
    List<Leg> legs) {

  /** Copies the list. */
  public Waterfall {
    legs = List.copyOf(legs);
  }

  /** Whether deliveries were measured that were not followed. */
  public boolean isOfSample() {
    return followed < measured;
  }

  /** From the tap to the screen, nanoseconds. */
  public long tookNs() {
    return atNs - tapNs;
  }

  /**
   * A stretch of the way.
   *
   * @param fromNs when the message came to the stage
   * @param startNs when its service began
   * @param endNs when it was done
   */
  public record Leg(Stage stage, long fromNs, long startNs, long endNs) {
    /** Checks the order of the times. */
    public Leg {
      if (fromNs > startNs || startNs > endNs) {
        throw new IllegalArgumentException(
            stage + " from " + fromNs + " by " + startNs + " to " + endNs);
      }
    }

    /** Time before service, nanoseconds. */
    public long waitNs() {
      return startNs - fromNs;
    }

    /** Time in service, nanoseconds. */
    public long serviceNs() {
      return endNs - startNs;
    }
  }
}
