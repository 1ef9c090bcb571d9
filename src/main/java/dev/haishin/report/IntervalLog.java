package dev.haishin.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.HdrHistogram.EncodableHistogram;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogReader;

/**
 * The distributions of one latency metric, interval by interval, as its {@code .hlog} file holds
 * them: HdrHistogram's interval log with values in nanoseconds.
 *
 * @param path the metric
 * @param intervals in the order of time, neighbours merged to no more than {@link #MOST_INTERVALS}
 */
record IntervalLog(String path, List<Interval> intervals) {
  static final int MOST_INTERVALS = 120;

  /** What was recorded from one instant to another. */
  record Interval(double fromSeconds, double toSeconds, Histogram latencies) {}

  IntervalLog {
    intervals = List.copyOf(intervals);
  }

  /** Reads a log; empty where the file is missing or nothing was recorded. */
  static Optional<IntervalLog> read(Path file, String path) throws IOException {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    List<Interval> intervals = new ArrayList<>();
    try (HistogramLogReader reader = new HistogramLogReader(file.toFile())) {
      while (reader.hasNext()) {
        EncodableHistogram next = reader.nextIntervalHistogram();
        if (next instanceof Histogram latencies) {
          intervals.add(interval(latencies));
        }
      }
    }
    boolean nothing = intervals.stream().allMatch(i -> i.latencies().getTotalCount() == 0);
    return nothing ? Optional.empty() : Optional.of(new IntervalLog(path, merged(intervals)));
  }

  private static Interval interval(Histogram latencies) {
    double from = latencies.getStartTimeStamp() / 1000.0;
    return new Interval(from, latencies.getEndTimeStamp() / 1000.0, latencies);
  }

  private static List<Interval> merged(List<Interval> intervals) {
    int group = (intervals.size() + MOST_INTERVALS - 1) / MOST_INTERVALS;
    List<Interval> merged = new ArrayList<>();
    for (int from = 0; from < intervals.size(); from += group) {
      List<Interval> parts = intervals.subList(from, Math.min(intervals.size(), from + group));
      Histogram sum = new Histogram(3);
      parts.forEach(part -> sum.add(part.latencies()));
      double end = parts.get(parts.size() - 1).toSeconds();
      merged.add(new Interval(parts.get(0).fromSeconds(), end, sum));
    }
    return merged;
  }
}
