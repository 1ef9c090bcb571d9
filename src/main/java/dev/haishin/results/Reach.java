package dev.haishin.results;

import java.util.ArrayList;
import java.util.List;

/**
 * Recipients whom a message reached, on a screen or by a push, by their region and platform and by
 * how soon after the tap. A platform here is one of two: Apple's, and all others.
 */
final class Reach {
  private static final long[] LIMITS_NS = {1_000_000_000L, 5_000_000_000L, 30_000_000_000L};
  private static final int PLATFORMS = Facet.PLATFORMS.size();
  private static final int CLASSES = LIMITS_NS.length + 1;

  private final List<String> regions;
  private final long[] counts;

  Reach(List<String> regions) {
    this.regions = regions;
    counts = new long[regions.size() * PLATFORMS * CLASSES];
  }

  void record(int region, boolean ios, long valueNs) {
    int soon = 0;
    while (soon < LIMITS_NS.length && valueNs > LIMITS_NS[soon]) {
      soon++;
    }
    counts[((region * PLATFORMS) + (ios ? 0 : 1)) * CLASSES + soon]++;
  }

  void addAll(Reach other) {
    for (int i = 0; i < counts.length; i++) {
      counts[i] += other.counts[i];
    }
  }

  /** A line for each region and platform in which anybody was reached. */
  List<ReachLine> lines() {
    List<ReachLine> lines = new ArrayList<>();
    for (int i = 0; i < counts.length; i += CLASSES) {
      long second = counts[i];
      long fiveSeconds = second + counts[i + 1];
      long thirtySeconds = fiveSeconds + counts[i + 2];
      long ever = thirtySeconds + counts[i + 3];
      if (ever > 0) {
        int place = i / CLASSES;
        String region = regions.get(place / PLATFORMS);
        String platform = Facet.PLATFORMS.get(place % PLATFORMS);
        lines.add(new ReachLine(region, platform, second, fiveSeconds, thirtySeconds, ever));
      }
    }
    return lines;
  }
}
