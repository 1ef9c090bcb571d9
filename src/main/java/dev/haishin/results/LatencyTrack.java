package dev.haishin.results;

import java.util.List;

/** One latency metric in one recorder: the whole, its views, and its course over time. */
final class LatencyTrack {
  private final Intervals intervals;
  private final ViewTally[] views;
  private final IntervalCounts[] overTime;
  private Latencies total;
  private long pairs;
  private long messages;

  /**
   * @param overTime whether the distribution of each interval is wanted
   */
  LatencyTrack(String path, RecordingPlan plan, Intervals intervals, boolean overTime) {
    this.intervals = intervals;
    views =
        plan.views().stream()
            .filter(view -> view.path().equals(path))
            .map(view -> new ViewTally(view, plan))
            .toArray(ViewTally[]::new);
    this.overTime = overTime ? new IntervalCounts[intervals.count()] : null;
  }

  void record(int region, long tapNs, long valueNs) {
    if (total == null) {
      total = new Latencies();
    }
    total.record(valueNs);
    for (ViewTally view : views) {
      view.record(region, tapNs, valueNs);
    }
    if (overTime != null) {
      interval(intervals.index(tapNs)).record(valueNs);
    }
  }

  void intended(int region, long tapNs, long morePairs) {
    pairs += morePairs;
    messages++;
    for (ViewTally view : views) {
      view.intended(region, tapNs, morePairs);
    }
  }

  void addAll(LatencyTrack other) {
    if (other.total != null) {
      if (total == null) {
        total = new Latencies();
      }
      total.addAll(other.total);
    }
    pairs += other.pairs;
    messages += other.messages;
    for (int i = 0; i < views.length; i++) {
      views[i].addAll(other.views[i]);
    }
    if (overTime != null) {
      for (int i = 0; i < overTime.length; i++) {
        if (other.overTime[i] != null) {
          interval(i).addAll(other.overTime[i]);
        }
      }
    }
  }

  /** The whole distribution, or null where nothing was recorded. */
  Latencies total() {
    return total;
  }

  List<ViewTally> views() {
    return List.of(views);
  }

  /** The distribution of an interval, or null where it has none. */
  IntervalCounts intervalOrNull(int index) {
    return overTime == null ? null : overTime[index];
  }

  /** A percentile of all intervals that begin in a time, or not a number where they have none. */
  double percentileNs(double percentile, long fromNs, long toNs) {
    IntervalCounts all = new IntervalCounts();
    for (int i = 0; i < overTime.length; i++) {
      if (overTime[i] != null && intervals.startNs(i) >= fromNs && intervals.startNs(i) < toNs) {
        all.addAll(overTime[i]);
      }
    }
    return all.total() == 0 ? Double.NaN : all.percentileNs(percentile);
  }

  boolean hasCourse() {
    return overTime != null;
  }

  long pairs() {
    return pairs;
  }

  long messages() {
    return messages;
  }

  private IntervalCounts interval(int index) {
    if (overTime[index] == null) {
      overTime[index] = new IntervalCounts();
    }
    return overTime[index];
  }
}
