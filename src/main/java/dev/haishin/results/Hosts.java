package dev.haishin.results;

import java.util.Arrays;
import java.util.List;

/**
 * The hosts of a component, as declared before the run.
 *
 * @param names by host number; each begins with its region's name and a slash
 * @param regions by host number, the index of its region, or {@link #NO_REGION}
 * @param capacity of each host: servers of a station, or the amount that a level is a share of
 */
record Hosts(List<String> names, int[] regions, double capacity) {
  static final int NO_REGION = -1;

  static Hosts of(String path, RecordingPlan plan, int count, double capacity, String[] names) {
    if (names.length != count) {
      throw new IllegalArgumentException(
          path + ": " + count + " hosts, but " + names.length + " names");
    }
    if (!(capacity > 0)) {
      throw new IllegalArgumentException(path + ": a capacity must be positive");
    }
    int[] regions = new int[count];
    for (int i = 0; i < count; i++) {
      int slash = names[i].indexOf('/');
      regions[i] = slash < 0 ? NO_REGION : plan.regions().indexOf(names[i].substring(0, slash));
    }
    return new Hosts(List.of(names), regions, capacity);
  }

  int count() {
    return names.size();
  }

  /** Refuses to add up what belongs to different fleets. */
  void checkSame(String path, Hosts other) {
    if (capacity != other.capacity
        || !names.equals(other.names)
        || !Arrays.equals(regions, other.regions)) {
      throw new IllegalStateException(path + ": recorders were told of different hosts");
    }
  }
}
