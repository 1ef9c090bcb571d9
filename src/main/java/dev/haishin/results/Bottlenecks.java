package dev.haishin.results;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The search for the components that are closest to their capacity, by the rule of Busiest. */
final class Bottlenecks {
  private static final int MOST = 3;

  private Bottlenecks() {}

  /** The busiest components, each with its scarcest capacity, the busiest first. */
  static List<Bottleneck> of(Recorder recorded, Tail tail) {
    List<Bottleneck> parts = new ArrayList<>(hosts(recorded, tail));
    parts.addAll(memories(recorded, tail));
    Map<String, Bottleneck> byComponent = new LinkedHashMap<>();
    for (Bottleneck found : parts) {
      String component = found.path().substring(0, found.path().indexOf('.'));
      Bottleneck known = byComponent.get(component);
      if (known == null || found.utilization() > known.utilization()) {
        byComponent.put(component, found);
      }
    }
    List<Bottleneck> busiest = new ArrayList<>(byComponent.values());
    busiest.sort(Comparator.comparingDouble(Bottleneck::utilization).reversed());
    return List.copyOf(busiest.subList(0, Math.min(MOST, busiest.size())));
  }

  /** The hottest host of each capacity, in the order of the capacities. */
  static List<Bottleneck> hosts(Recorder recorded, Tail tail) {
    List<Bottleneck> found = new ArrayList<>();
    for (Utilization utilization : Utilization.values()) {
      StationTrack station = recorded.station(utilization);
      if (station != null && station.hosts().count() > 0) {
        found.add(
            hottest(
                utilization.path(),
                station.hosts(),
                station::utilization,
                recorded.intervals(),
                tail));
      }
    }
    return found;
  }

  /** The same of levels that are shares of a capacity. */
  private static List<Bottleneck> memories(Recorder recorded, Tail tail) {
    List<Bottleneck> found = new ArrayList<>();
    for (Level level : Level.values()) {
      LevelTrack track = recorded.level(level);
      if (level.unit() == Unit.FRACTION && track != null && track.hosts().count() > 0) {
        double[][] means = new double[track.rows()][];
        Arrays.setAll(means, track::means);
        Share share = (host, row) -> means[host][row];
        found.add(hottest(level.path(), track.hosts(), share, recorded.intervals(), tail));
      }
    }
    return found;
  }

  private static Bottleneck hottest(
      String path, Hosts hosts, Share shares, Intervals intervals, Tail tail) {
    Rows rows = new Rows(intervals.firstMeasured(), intervals.count());
    boolean onlyWhole = rows.anyWhole(intervals);
    int host = 0;
    double highest = 0;
    for (int candidate = 0; candidate < hosts.count(); candidate++) {
      for (int i = rows.from(); i < rows.to(); i++) {
        double share = shares.of(candidate, i);
        if (share > highest && (!onlyWhole || intervals.isWhole(i))) {
          highest = share;
          host = candidate;
        }
      }
    }
    Reading shareOfTail = tail.shareOf(path.substring(0, path.indexOf('.')));
    return new Bottleneck(path, hosts.name(host), highest, shareOfTail);
  }

  /** The share of a host's capacity that is in use in a row of the timeline. */
  @FunctionalInterface
  private interface Share {
    double of(int host, int row);
  }
}
