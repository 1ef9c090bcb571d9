package dev.haishin.results;

import java.util.List;

/** The hosts of a component, as declared before the run, with one capacity for all. */
final class Hosts {
  static final int NO_REGION = -1;

  private final List<String> names;
  private final int[] regions;
  private final double capacity;

  private Hosts(List<String> names, int[] regions, double capacity) {
    this.names = names;
    this.regions = regions;
    this.capacity = capacity;
  }

  /**
   * Numbers hosts by their names.
   *
   * @param capacity of each host: servers of a station, or the amount that a level is a share of
   * @param names by host number; each begins with its region's name and a slash
   */
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

  double capacity() {
    return capacity;
  }

  String name(int host) {
    return names.get(host);
  }

  /** Index of a host's region, or {@link #NO_REGION}. */
  int region(int host) {
    return regions[host];
  }

  int count() {
    return names.size();
  }

  /** Refuses to add up what belongs to different fleets. */
  void checkSame(String path, Hosts other) {
    if (capacity != other.capacity || !names.equals(other.names)) {
      throw new IllegalStateException(path + ": recorders were told of different hosts");
    }
  }
}
