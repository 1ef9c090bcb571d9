package dev.haishin.results;

import java.util.Arrays;

/** A gauge over the rows of the timeline. */
final class GaugeCourse {
  private final Intervals intervals;

  /** Over a component's hosts, by row. */
  private final double[] means;

  /** The hottest host's, by row. */
  private final double[] highest;

  /** The value at the end. */
  private final double last;

  private GaugeCourse(Intervals intervals, double[] means, double[] highest, double last) {
    this.intervals = intervals;
    this.means = means;
    this.highest = highest;
    this.last = last;
  }

  /** The course of a utilisation over the hosts of a region, or of all; null where none is. */
  static GaugeCourse of(StationTrack station, int region, Intervals intervals) {
    Hosts hosts = station.hosts();
    double[] means = new double[intervals.count()];
    double[] highest = new double[means.length];
    int chosen = 0;
    for (int host = 0; host < hosts.count(); host++) {
      if (region != ViewTally.ALL_REGIONS && hosts.region(host) != region) {
        continue;
      }
      chosen++;
      for (int i = 0; i < means.length; i++) {
        double share = station.utilization(host, i);
        means[i] += share;
        highest[i] = Math.max(highest[i], share);
      }
    }
    return chosen == 0 ? null : averaged(intervals, means, highest, chosen);
  }

  /** The course of a level over the hosts of a region, or of all; null where none is. */
  static GaugeCourse of(Level level, LevelTrack track, int region, Intervals intervals) {
    double[] means = new double[intervals.count()];
    double[] highest = new double[means.length];
    double last = 0;
    int chosen = 0;
    for (int row = 0; row < track.rows(); row++) {
      if (region != ViewTally.ALL_REGIONS && track.region(row) != region) {
        continue;
      }
      chosen++;
      last += track.last(row);
      double[] course = track.means(row);
      for (int i = 0; i < means.length; i++) {
        means[i] += course[i];
        highest[i] = Math.max(highest[i], course[i]);
      }
    }
    if (chosen == 0) {
      return null;
    }
    if (level.isSummed()) {
      return new GaugeCourse(intervals, means, means, last);
    }
    GaugeCourse averaged = averaged(intervals, means, highest, chosen);
    return new GaugeCourse(intervals, averaged.means, highest, last / chosen);
  }

  /** The mean over hosts in a row of the timeline. */
  double mean(int index) {
    return means[index];
  }

  /** The hottest host's value in a row of the timeline. */
  double highest(int index) {
    return highest[index];
  }

  Reading read(MetricQuery query) {
    Rows rows = Rows.of(query, intervals);
    if (rows.isEmpty()) {
      return Reading.unknown("no whole interval of the measured part lies in the window");
    }
    return switch (query.statistic().type()) {
      case MEAN -> Reading.of(mean(rows));
      case LAST -> Reading.of(rows.to() == intervals.count() ? last : means[rows.to() - 1]);
      case MAX -> {
        double[] sorted = top(rows);
        yield Reading.of(sorted[sorted.length - 1]);
      }
      default -> percentile(query.statistic(), rows);
    };
  }

  private double mean(Rows rows) {
    double sum = 0;
    for (int i = rows.from(); i < rows.to(); i++) {
      sum += means[i] * intervals.lengthNs(i);
    }
    return sum / intervals.spanNs(rows.from(), rows.to());
  }

  private Reading percentile(Statistic statistic, Rows rows) {
    double[] sorted = top(rows);
    String objection = SampleRule.objection(statistic, sorted.length);
    if (!objection.isEmpty()) {
      return Reading.unknown(objection);
    }
    int rank = (int) StrictMath.ceil(statistic.percentile() / 100 * sorted.length);
    return Reading.of(sorted[Math.max(1, rank) - 1]);
  }

  /** The hottest host's value of each row of full length, ascending. */
  private double[] top(Rows rows) {
    boolean onlyWhole = rows.anyWhole(intervals);
    double[] values = new double[rows.to() - rows.from()];
    int size = 0;
    for (int i = rows.from(); i < rows.to(); i++) {
      if (!onlyWhole || intervals.isWhole(i)) {
        values[size++] = highest[i];
      }
    }
    double[] sorted = Arrays.copyOf(values, size);
    Arrays.sort(sorted);
    return sorted;
  }

  private static GaugeCourse averaged(
      Intervals intervals, double[] sums, double[] highest, int hosts) {
    double[] means = new double[sums.length];
    for (int i = 0; i < means.length; i++) {
      means[i] = sums[i] / hosts;
    }
    return new GaugeCourse(intervals, means, highest, means[means.length - 1]);
  }
}
