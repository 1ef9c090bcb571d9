package dev.haishin.delivery;

/**
 * Heartbeats whose client looks for the longest interval that the middleboxes before it let live,
 * as the mobile clients of WeChat do (facts row P14): from the least interval up, a step after each
 * answer, until beats stay unanswered.
 *
 * <p>Three unanswered beats in a row at one interval decide, so that a gateway that dies is not
 * taken for a limit: while looking, the client goes back a step and 20 s more and stays there;
 * later, it begins to look again. Only a beat that ended an idle interval tells anything.
 *
 * <p>What a client has found out is one int: 0 for a new client.
 *
 * @param minNs the first interval, at least 1 s
 * @param maxNs the longest, at most {@link #LONGEST_NS}
 * @param stepNs by which it grows, at least 1 ms
 */
public record AdaptiveHeartbeat(long minNs, long maxNs, long stepNs) {
  /** Eight hours. */
  public static final long LONGEST_NS = 8L * 3600 * 1_000_000_000;

  private static final long BACK_OFF_MS = 20_000;
  private static final int PATIENCE = 3;
  private static final long MS = 1_000_000;
  private static final int SETTLED = 1 << 2;
  private static final int SILENT = 3;
  private static final int LENGTH_SHIFT = 3;

  /** Refuses values out of range. */
  public AdaptiveHeartbeat {
    if (minNs < 1_000 * MS || maxNs < minNs || maxNs > LONGEST_NS || stepNs < MS) {
      throw new IllegalArgumentException(
          "adaptive heartbeats from "
              + minNs
              + " to "
              + maxNs
              + " ns by "
              + stepNs
              + "; they need 1 s <= min <= max <= 8 h and a step of at least 1 ms");
    }
  }

  /** The interval to the next beat of a client in a state, nanoseconds. */
  public long intervalNs(int state) {
    return minNs + (state >>> LENGTH_SHIFT) * MS;
  }

  /** Whether a client has found its interval. */
  public boolean isSettled(int state) {
    return (state & SETTLED) != 0;
  }

  /** The state after an idle interval whose beat was answered. */
  public int answered(int state) {
    if (isSettled(state)) {
      return state & ~SILENT;
    }
    long longestMs = (maxNs - minNs) / MS;
    long lengthMs = (state >>> LENGTH_SHIFT) + stepNs / MS;
    return lengthMs >= longestMs
        ? (int) longestMs << LENGTH_SHIFT | SETTLED
        : (int) lengthMs << LENGTH_SHIFT;
  }

  /** The state after a beat that was not answered. */
  public int unanswered(int state) {
    int silent = (state & SILENT) + 1;
    if (silent < PATIENCE) {
      return state & ~SILENT | silent;
    }
    if (isSettled(state)) {
      return 0;
    }
    long backMs = stepNs / MS + BACK_OFF_MS;
    long lengthMs = Math.max(0, (state >>> LENGTH_SHIFT) - backMs);
    return (int) lengthMs << LENGTH_SHIFT | SETTLED;
  }
}
