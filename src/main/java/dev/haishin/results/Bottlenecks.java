package dev.haishin.results;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The search for the components that are closest to their capacity. */
final class Bottlenecks {
  private static final int MOST = 3;

  private Bottlenecks() {}

  /** The busiest components, each with its scarcest capacity, the busiest first. */
  static List<Bottleneck> of(List<Bottleneck> hosts) {
    SortedMap<String, Bottleneck> byComponent = new TreeMap<>();
    for (Bottleneck found : hosts) {
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
        Reading share = tail.shareOf(utilization.component());
        found.add(hottest(utilization, station, recorded.intervals(), share));
      }
    }
    return found;
  }

  private static Bottleneck hottest(
      Utilization utilization, StationTrack station, Intervals intervals, Reading shareOfTail) {
    Rows rows = new Rows(intervals.firstMeasured(), intervals.count());
    boolean onlyWhole = rows.anyWhole(intervals);
    int host = 0;
    double highest = 0;
    for (int candidate = 0; candidate < station.hosts().count(); candidate++) {
      for (int i = rows.from(); i < rows.to(); i++) {
        double share = station.utilization(candidate, i);
        if (share > highest && (!onlyWhole || intervals.isWhole(i))) {
          highest = share;
          host = candidate;
        }
      }
    }
    String name = station.hosts().name(host);
    return new Bottleneck(utilization.path(), name, highest, shareOfTail);
  }
}
