package dev.haishin.engine;

/**
 * How far each partition may run before it hears of the others again.
 *
 * <p>With a least latency W between partitions, what another one does from its next event on comes
 * no earlier than that event + W, and what comes back to a partition for something that it does
 * itself no earlier than its own next event + 2 W. So a partition may run to the lesser of the two,
 * and one that has nothing to do lets the others run ahead.
 *
 * <p>What a partition sends in one window is read by the others in the next, while it writes to
 * other mailboxes: partitions meet once a window.
 */
final class Windows {
  private static final long NEVER = Long.MAX_VALUE;

  /** A cache line apart, since each is written by another thread. */
  private static final int STRIDE = 16;

  private final Partition[] partitions;
  private final long windowNs;
  private final long[] nextNs;
  private final long[] limitNs;
  private long endNs;
  private int round;
  private boolean over;

  Windows(Partition[] partitions, long windowNs) {
    this.partitions = partitions;
    this.windowNs = windowNs;
    nextNs = new long[partitions.length * STRIDE];
    limitNs = new long[partitions.length * STRIDE];
  }

  /** Begins to run to an instant. */
  void begin(long untilNs) {
    endNs = untilNs;
    settle();
    for (int i = 0; i < partitions.length; i++) {
      nextNs[i * STRIDE] = partitions[i].nextTimeNs();
    }
    setLimits();
  }

  int partitions() {
    return partitions.length;
  }

  /** Whether nothing is left before the end. */
  boolean areOver() {
    return over;
  }

  /** Takes in what the last window brought to a partition, and runs it to its limit. */
  void run(int number) {
    Partition partition = partitions[number];
    partition.collect(partitions, ~round & 1);
    partition.runWindow(limitNs[number * STRIDE], round & 1);
    nextNs[number * STRIDE] = partition.nextTimeNs();
  }

  /** Ends a window, once all partitions have run. */
  void next() {
    round++;
    for (int i = 0; i < partitions.length; i++) {
      for (Partition from : partitions) {
        nextNs[i * STRIDE] = Math.min(nextNs[i * STRIDE], from.leastSentNs(i));
      }
    }
    setLimits();
  }

  /** Puts what was sent in the last window where it belongs. */
  void settle() {
    for (Partition partition : partitions) {
      partition.collect(partitions, 0);
      partition.collect(partitions, 1);
    }
  }

  private void setLimits() {
    long firstNs = NEVER;
    long secondNs = NEVER;
    int first = -1;
    for (int i = 0; i < partitions.length; i++) {
      long ns = nextNs[i * STRIDE];
      if (ns < firstNs) {
        secondNs = firstNs;
        firstNs = ns;
        first = i;
      } else {
        secondNs = Math.min(secondNs, ns);
      }
    }
    over = firstNs >= endNs;
    for (int i = 0; i < partitions.length; i++) {
      long othersNs = i == first ? secondNs : firstNs;
      long safeNs = Math.min(later(othersNs), later(later(firstNs)));
      limitNs[i * STRIDE] = Math.min(endNs, safeNs);
    }
  }

  private long later(long ns) {
    return ns > NEVER - windowNs ? NEVER : ns + windowNs;
  }
}
