package dev.haishin.results;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/** The columns of the timeline, worked out from what was recorded. */
final class TimelineColumns {
  private static final double NS_PER_SECOND = 1e9;

  private final Recorder recorded;
  private final Courses courses;
  private final Intervals intervals;
  private final List<Timeline.Column> columns = new ArrayList<>();

  private TimelineColumns(Recorder recorded, Courses courses) {
    this.recorded = recorded;
    this.courses = courses;
    intervals = recorded.intervals();
  }

  static Timeline of(Recorder recorded, Courses courses) {
    TimelineColumns columns = new TimelineColumns(recorded, courses);
    columns.latencies();
    columns.counters();
    columns.gauges();
    double[] startSeconds = new double[columns.intervals.count()];
    Arrays.setAll(startSeconds, i -> columns.intervals.startNs(i) / NS_PER_SECOND);
    return new Timeline(startSeconds, columns.columns);
  }

  private void latencies() {
    for (LatencyMetric metric : LatencyMetric.values()) {
      LatencyTrack track = recorded.latencies(metric);
      if (!track.hasCourse()) {
        continue;
      }
      add(metric.path() + ".p50", Unit.DURATION, i -> percentileNs(track, i, Statistic.P50));
      add(metric.path() + ".p99", Unit.DURATION, i -> percentileNs(track, i, Statistic.P99));
      add(metric.path() + ".per-second", Unit.PER_SECOND, i -> perSecond(track, i));
    }
  }

  private void counters() {
    for (Counter counter : Counter.values()) {
      CounterReadings readings = courses.counter(counter.path(), counter.direction());
      if (readings == null) {
        continue;
      }
      Unit unit = counter.unit() == Unit.BYTES ? Unit.BYTES_PER_SECOND : Unit.PER_SECOND;
      add(counter.path() + ".per-second" + counter.qualifier(), unit, readings::perSecond);
    }
    for (MetricQuery part : courses.crossings()) {
      String path = part.part().replaceFirst("(?=\\{)", ".per-second");
      add(path, Unit.BYTES_PER_SECOND, courses.crossed(part)::perSecond);
    }
  }

  private void gauges() {
    for (Utilization utilization : Utilization.values()) {
      GaugeCourse course = courses.gauge(utilization.path(), ViewTally.ALL_REGIONS);
      addGauge(utilization.path(), Unit.FRACTION, course, false);
    }
    for (Level level : Level.values()) {
      GaugeCourse course = courses.gauge(level.path(), ViewTally.ALL_REGIONS);
      addGauge(level.path(), level.unit(), course, level.isSummed());
    }
  }

  private void addGauge(String path, Unit unit, GaugeCourse course, boolean summed) {
    if (course == null) {
      return;
    }
    add(path + ".mean", unit, course::mean);
    if (!summed) {
      add(path + ".max", unit, course::highest);
    }
  }

  private void add(String label, Unit unit, IntToDoubleFunction canonical) {
    double[] values = new double[intervals.count()];
    Arrays.setAll(values, i -> unit.printed(canonical.applyAsDouble(i)));
    columns.add(new Timeline.Column(label, unit.symbol(), values));
  }

  private static double percentileNs(LatencyTrack track, int index, Statistic statistic) {
    IntervalCounts counts = track.intervalOrNull(index);
    return counts == null ? Double.NaN : counts.percentileNs(statistic.percentile());
  }

  /** Latencies are not recorded during the warm-up: there is no rate, rather than none a second. */
  private double perSecond(LatencyTrack track, int index) {
    if (index < intervals.firstMeasured()) {
      return Double.NaN;
    }
    IntervalCounts counts = track.intervalOrNull(index);
    return counts == null ? 0 : counts.total() * NS_PER_SECOND / intervals.lengthNs(index);
  }
}
