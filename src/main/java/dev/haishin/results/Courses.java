package dev.haishin.results;

/** Counters and gauges over the rows of the timeline, by path. */
final class Courses {
  private final Recorder recorded;

  Courses(Recorder recorded) {
    this.recorded = recorded;
  }

  /**
   * The gauge over the hosts of a region, or of all; null where none was declared.
   *
   * @param region index, or {@link ViewTally#ALL_REGIONS}
   */
  GaugeCourse gauge(String path, int region) {
    for (Utilization utilization : Utilization.values()) {
      StationTrack station = recorded.station(utilization);
      if (station != null && utilization.path().equals(path)) {
        return GaugeCourse.of(station, region, recorded.intervals());
      }
    }
    for (Level level : Level.values()) {
      LevelTrack track = recorded.level(level);
      if (track != null && level.path().equals(path)) {
        return GaugeCourse.of(level, track, region, recorded.intervals());
      }
    }
    return null;
  }

  /** The counter of a direction, or all directions together; null where there is no such. */
  CounterReadings counter(String path, String direction) {
    CounterReadings sum = null;
    for (Counter counter : Counter.values()) {
      if (counter.path().equals(path)
          && (direction.isEmpty() || counter.direction().equals(direction))) {
        CounterReadings part = new CounterReadings(recorded.counts(counter), recorded.intervals());
        sum = sum == null ? part : sum.plus(part);
      }
    }
    return sum;
  }
}
