package dev.haishin.model.network;

import java.util.Arrays;

/** When which pairs of regions are parted, known before the run: nothing crosses then. */
public final class Cuts {
  private static final long MOST_RTO_NS = 120_000_000_000L;

  private final long[][] fromNs;
  private final long[][] untilNs;
  private final int regions;

  /** None yet, among so many regions. */
  public Cuts(int regions) {
    this.regions = regions;
    fromNs = new long[regions * regions][0];
    untilNs = new long[regions * regions][0];
  }

  /**
   * Parts two regions for a time, in both directions; in order of the beginnings. Those that
   * overlap are one.
   *
   * @param end when they meet again; after the end of the run if they do not
   */
  public void add(int one, int other, long begin, long end) {
    add(one * regions + other, begin, end);
    add(other * regions + one, begin, end);
  }

  private void add(int pair, long begin, long end) {
    int count = fromNs[pair].length;
    if (count > 0 && begin <= untilNs[pair][count - 1]) {
      untilNs[pair][count - 1] = Math.max(untilNs[pair][count - 1], end);
      return;
    }
    fromNs[pair] = Arrays.copyOf(fromNs[pair], count + 1);
    untilNs[pair] = Arrays.copyOf(untilNs[pair], count + 1);
    fromNs[pair][count] = begin;
    untilNs[pair][count] = end;
  }

  /** Whether any two regions are ever parted. */
  public boolean any() {
    for (long[] ofPair : fromNs) {
      if (ofPair.length > 0) {
        return true;
      }
    }
    return false;
  }

  /** Whether a region is ever parted from another. */
  public boolean touch(int region) {
    for (int other = 0; other < regions; other++) {
      if (parts(region, other)) {
        return true;
      }
    }
    return false;
  }

  /** Whether two regions are ever parted. */
  boolean parts(int one, int other) {
    return fromNs[one * regions + other].length > 0;
  }

  /** When the cut began that parts two regions at an instant; {@code Long.MAX_VALUE} for none. */
  long sinceNs(int from, int to, long atNs) {
    int pair = from * regions + to;
    for (int i = 0; i < fromNs[pair].length; i++) {
      if (atNs >= fromNs[pair][i] && atNs < untilNs[pair][i]) {
        return fromNs[pair][i];
      }
    }
    return Long.MAX_VALUE;
  }

  /**
   * When what is between two regions at an instant may pass: at once, or when they meet again.
   *
   * @return {@code atNs}, or the end of the cut
   */
  public long openNs(int from, int to, long atNs) {
    int pair = from * regions + to;
    for (int i = 0; i < fromNs[pair].length; i++) {
      if (atNs >= fromNs[pair][i] && atNs < untilNs[pair][i]) {
        return untilNs[pair][i];
      }
    }
    return atNs;
  }

  /**
   * When a segment that is sent at an instant leaves for good: sent while its regions are parted,
   * it is sent again after the retransmission time-out, twice as long each time, up to 120 s (RFC
   * 6298, Linux's TCP_RTO_MAX), until one passes.
   *
   * @param firstRtoNs the first time-out, nanoseconds, above 0
   */
  long passesNs(int from, int to, long sentNs, long firstRtoNs) {
    long endNs = openNs(from, to, sentNs);
    long tryNs = sentNs;
    long waitNs = Math.min(MOST_RTO_NS, firstRtoNs);
    while (tryNs < endNs) {
      tryNs += waitNs;
      waitNs = Math.min(MOST_RTO_NS, 2 * waitNs);
      endNs = Math.max(endNs, openNs(from, to, tryNs));
    }
    return tryNs;
  }
}
