package dev.haishin.results;

import java.util.Arrays;
import java.util.List;

/** The hosts of a component, as declared before the run. */
final class Hosts {
  static final int NO_REGION = -1;

  private final List<String> names;
  private final int[] regions;
  private final double[] capacities;

  private Hosts(List<String> names, int[] regions, double[] capacities) {
    this.names = names;
    this.regions = regions;
    this.capacities = capacities;
  }

  /**
   * Numbers hosts by their names.
   *
   * @param capacities by host number: servers of a station, or the amount that a level is a share
   *     of
   * @param names by host number; each begins with its region's name and a slash
   */
  static Hosts of(String path, RecordingPlan plan, double[] capacities, String[] names) {
    if (names.length != capacities.length) {
      throw new IllegalArgumentException(
          path + ": " + capacities.length + " hosts, but " + names.length + " names");
    }
    for (double capacity : capacities) {
      if (!(capacity > 0)) {
        throw new IllegalArgumentException(path + ": a capacity must be positive");
      }
    }
    int[] regions = new int[names.length];
    for (int i = 0; i < names.length; i++) {
      int slash = names[i].indexOf('/');
      regions[i] = slash < 0 ? NO_REGION : plan.regions().indexOf(names[i].substring(0, slash));
    }
    return new Hosts(List.of(names), regions, capacities.clone());
  }

  double capacity(int host) {
    return capacities[host];
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
    if (!Arrays.equals(capacities, other.capacities) || !names.equals(other.names)) {
      throw new IllegalStateException(path + ": recorders were told of different hosts");
    }
  }
}
