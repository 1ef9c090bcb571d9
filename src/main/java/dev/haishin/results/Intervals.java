package dev.haishin.results;

/**
 * The rows of the timeline. They are laid so that the measured part begins with a row: sums over
 * rows are then sums over the measured part. The first and the last row may be shorter.
 *
 * <p>Remembers the last row asked for, and so belongs to one thread.
 */
final class Intervals {
  private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

  private final long durationNs;
  private final long intervalNs;
  private final long shiftNs;
  private final int firstMeasured;
  private final int count;
  private int recent;
  private long recentFromNs;
  private long recentToNs;

  Intervals(RecordingPlan plan) {
    durationNs = plan.durationNs();
    intervalNs = plan.intervalNs();
    long beyondNs = plan.warmupNs() % intervalNs;
    shiftNs = beyondNs == 0 ? 0 : intervalNs - beyondNs;
    firstMeasured = Math.toIntExact((plan.warmupNs() + shiftNs) / intervalNs);
    count = Math.toIntExact((durationNs + shiftNs + intervalNs - 1) / intervalNs);
  }

  int count() {
    return count;
  }

  /** The first row after the warm-up. */
  int firstMeasured() {
    return firstMeasured;
  }

  long durationNs() {
    return durationNs;
  }

  /** The row of an instant; what lies beyond the end belongs to the last. */
  int index(long atNs) {
    // Most questions are about one row after another, and comparing is cheaper than dividing.
    if (atNs < recentFromNs || atNs >= recentToNs) {
      recent = (int) Math.min((atNs + shiftNs) / intervalNs, count - 1);
      recentFromNs = startNs(recent);
      recentToNs = endNs(recent);
    }
    return recent;
  }

  long startNs(int index) {
    return Math.max(0, index * intervalNs - shiftNs);
  }

  long endNs(int index) {
    return Math.min(durationNs, (index + 1) * intervalNs - shiftNs);
  }

  long lengthNs(int index) {
    return endNs(index) - startNs(index);
  }

  /** The instant of a row at which jobs are counted, as good as random. */
  long markNs(int index) {
    long withinNs = Long.remainderUnsigned(Hash64.mix(index + GOLDEN_GAMMA), lengthNs(index));
    return startNs(index) + withinNs;
  }

  /** Up to when (exclusive) an instant's row lasts, or its part up to the mark and the mark. */
  long stretchEndNs(long atNs) {
    if (atNs >= durationNs) {
      return atNs;
    }
    int row = index(atNs);
    long markNs = markNs(row);
    return atNs <= markNs ? Math.min(markNs + 1, endNs(row)) : endNs(row);
  }

  /** Whether a row lasts long enough for its figure to stand beside those of others. */
  boolean isWhole(int index) {
    return lengthNs(index) == intervalNs;
  }

  /** Time that the rows from one on to another (exclusive) last together. */
  long spanNs(int from, int to) {
    return from >= to ? 0 : endNs(to - 1) - startNs(from);
  }
}
