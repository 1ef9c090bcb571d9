package dev.haishin.results;

import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counters and gauges over the rows of the timeline, by path. */
final class Courses {
  private final Recorder recorded;
  private final Set<Counter> unmodelled;
  private final SortedMap<String, GaugeCourse> gauges = new TreeMap<>();

  /**
   * @param unmodelled counters that nothing in the world counts: they are unknown, not 0
   */
  Courses(Recorder recorded, Set<Counter> unmodelled) {
    this.recorded = recorded;
    this.unmodelled = unmodelled;
    for (Utilization utilization : Utilization.values()) {
      keep(utilization.path(), gauge(utilization, ViewTally.ALL_REGIONS));
    }
    for (Level level : Level.values()) {
      keep(level.path(), gauge(level, ViewTally.ALL_REGIONS));
    }
  }

  /**
   * The gauge over the hosts of a region, or of all; null where none was declared.
   *
   * @param region index, or {@link ViewTally#ALL_REGIONS}
   */
  GaugeCourse gauge(String path, int region) {
    if (region == ViewTally.ALL_REGIONS || !gauges.containsKey(path)) {
      return gauges.get(path);
    }
    for (Utilization utilization : Utilization.values()) {
      if (utilization.path().equals(path)) {
        return gauge(utilization, region);
      }
    }
    for (Level level : Level.values()) {
      if (level.path().equals(path)) {
        return gauge(level, region);
      }
    }
    return null;
  }

  /** The counter of a direction, or all directions together; null where nothing counts it. */
  CounterReadings counter(String path, String direction) {
    CounterReadings sum = null;
    for (Counter counter : Counter.values()) {
      if (counter.path().equals(path)
          && !unmodelled.contains(counter)
          && (direction.isEmpty() || counter.direction().equals(direction))) {
        CounterReadings part = new CounterReadings(recorded.counts(counter), recorded.intervals());
        sum = sum == null ? part : sum.plus(part);
      }
    }
    return sum;
  }

  /** The bytes between regions that a question is about. */
  CounterReadings crossed(MetricQuery query) {
    long[] bytes =
        recorded
            .borders()
            .bytes(
                query.qualifier(Qualifier.FROM),
                query.qualifier(Qualifier.TO),
                query.qualifier(Qualifier.DATA));
    return new CounterReadings(bytes, recorded.intervals());
  }

  /** The parts of the bytes between regions that there are, in the order of the regions. */
  List<MetricQuery> crossings() {
    String path = Counter.CROSS_BORDER_BYTES.path() + ".count";
    return recorded.borders().parts().stream()
        .map(part -> MetricRegistry.standard().parse(path + part))
        .toList();
  }

  private GaugeCourse gauge(Utilization utilization, int region) {
    StationTrack station = recorded.station(utilization);
    return station == null ? null : GaugeCourse.of(station, region, recorded.intervals());
  }

  private GaugeCourse gauge(Level level, int region) {
    LevelTrack track = recorded.level(level);
    return track == null ? null : GaugeCourse.of(level, track, region, recorded.intervals());
  }

  private void keep(String path, GaugeCourse course) {
    if (course != null) {
      gauges.put(path, course);
    }
  }
}
