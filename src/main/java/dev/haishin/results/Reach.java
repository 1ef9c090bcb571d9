package dev.haishin.results;

import java.util.ArrayList;
import java.util.List;

/**
 * What people sent, and as recipients whom a message reached, on a screen or by a push, and how
 * soon after the tap: by their region and platform. A platform here is one of two: Apple's, and all
 * others.
 */
final class Reach {
  private static final long[] LIMITS_NS = {1_000_000_000L, 5_000_000_000L, 30_000_000_000L};
  private static final int PLATFORMS = Facet.PLATFORMS.size();
  private static final int ATTEMPTED = LIMITS_NS.length + 1;
  private static final int ACCEPTED = ATTEMPTED + 1;
  private static final int NEVER = ATTEMPTED + 2;
  private static final int LOST = ATTEMPTED + 3;
  private static final int CLASSES = ATTEMPTED + 4;

  private final List<String> regions;
  private final long[] counts;

  Reach(List<String> regions) {
    this.regions = regions;
    counts = new long[regions.size() * PLATFORMS * CLASSES];
  }

  void record(int facet, long valueNs) {
    int soon = 0;
    while (soon < LIMITS_NS.length && valueNs > LIMITS_NS[soon]) {
      soon++;
    }
    counts[place(facet) + soon]++;
  }

  void attempted(int facet) {
    counts[place(facet) + ATTEMPTED]++;
  }

  void accepted(int facet) {
    counts[place(facet) + ACCEPTED]++;
  }

  void never(int facet, long pairs) {
    counts[place(facet) + NEVER] += pairs;
  }

  void lost(int facet, long pairs) {
    counts[place(facet) + LOST] += pairs;
  }

  private static int place(int facet) {
    return (Facet.region(facet) * PLATFORMS + (Facet.isIos(facet) ? 0 : 1)) * CLASSES;
  }

  void addAll(Reach other) {
    for (int i = 0; i < counts.length; i++) {
      counts[i] += other.counts[i];
    }
  }

  /** A line for each region and platform in which anybody sent, or was to be reached. */
  List<ReachLine> lines() {
    List<ReachLine> lines = new ArrayList<>();
    for (int i = 0; i < counts.length; i += CLASSES) {
      long second = counts[i];
      long fiveSeconds = second + counts[i + 1];
      long thirtySeconds = fiveSeconds + counts[i + 2];
      long ever = thirtySeconds + counts[i + 3];
      if (ever + counts[i + ATTEMPTED] + counts[i + NEVER] + counts[i + LOST] > 0) {
        int place = i / CLASSES;
        String region = regions.get(place / PLATFORMS);
        String platform = Facet.PLATFORMS.get(place % PLATFORMS);
        lines.add(
            new ReachLine(
                region,
                platform,
                counts[i + ATTEMPTED],
                counts[i + ACCEPTED],
                second,
                fiveSeconds,
                thirtySeconds,
                ever,
                counts[i + NEVER],
                counts[i + LOST]));
      }
    }
    return lines;
  }
}
