package dev.haishin.engine;

import java.util.Arrays;

/**
 * The least latency between groups of processes, in nanoseconds: what a send is checked against,
 * and what tells partitions how far they may run ahead of each other.
 */
public final class Links {
  private static final long NONE = Long.MAX_VALUE;

  private final int groups;
  private final long[] leastNs;

  /** No links yet between {@code groups} groups. */
  public Links(int groups) {
    this.groups = groups;
    leastNs = new long[groups * groups];
    Arrays.fill(leastNs, NONE);
  }

  /**
   * Declares that a message from one group to the other takes at least this long.
   *
   * @param latencyNs at least 1
   */
  public Links connect(int fromGroup, int toGroup, long latencyNs) {
    if (latencyNs < 1) {
      throw new IllegalArgumentException(
          "a link needs a latency of at least 1 ns, not " + latencyNs);
    }
    int link = fromGroup * groups + toGroup;
    leastNs[link] = Math.min(leastNs[link], latencyNs);
    return this;
  }

  /** The least latency, {@code Long.MAX_VALUE} where no link exists. */
  public long leastNs(int fromGroup, int toGroup) {
    return leastNs[fromGroup * groups + toGroup];
  }

  int groups() {
    return groups;
  }
}
