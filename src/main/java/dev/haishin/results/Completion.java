package dev.haishin.results;

import java.util.List;
import java.util.stream.IntStream;

/**
 * How far a broadcast came in a run.
 *
 * @param atNs when it began, nanoseconds from the start of the run
 * @param online how many of its audience held a connection then, half-open ones included
 * @param left how many of them have not had it on the screen by the end of the run
 * @param lastNs when the last of the others had it, or 0
 */
public record Completion(long atNs, long online, long left, long lastNs) {
  private static final int MOST = 50;

  /** Checks the numbers against each other. */
  public Completion {
    if (atNs < 0 || left < 0 || left > online) {
      throw new IllegalArgumentException(
          "broadcast at " + atNs + " ns: " + left + " of " + online + " people left");
    }
  }

  /** From its start to the last screen, nanoseconds; unknown while somebody waits for it. */
  Reading timeNs(long warmupNs) {
    if (atNs < warmupNs) {
      return Reading.unknown("the broadcast began before the end of the warm-up");
    }
    if (online == 0) {
      return Reading.unknown("nobody was connected when the broadcast began");
    }
    return left > 0
        ? Reading.unknown(left + " of " + online + " people had not had it by the run's end")
        : Reading.of(lastNs - atNs);
  }

  /** One broadcast's time by its place from 1, or the longest of all where there is no place. */
  static Reading read(List<Completion> broadcasts, String place, RecordingPlan plan) {
    if (!place.isEmpty()) {
      int number = Integer.parseInt(place);
      return number > broadcasts.size()
          ? Reading.unknown("there is no such broadcast in this run")
          : broadcasts.get(number - 1).timeNs(plan.warmupNs());
    }
    double longestNs = 0;
    for (Completion broadcast : broadcasts) {
      Reading one = broadcast.timeNs(plan.warmupNs());
      if (!one.isKnown()) {
        return one;
      }
      longestNs = Math.max(longestNs, one.value().getAsDouble());
    }
    return broadcasts.isEmpty()
        ? Reading.unknown("there is no broadcast in this run")
        : Reading.of(longestNs);
  }

  /** What a run with so many broadcasts tells of them. */
  static List<MetricQuery> queries(int broadcasts) {
    return IntStream.rangeClosed(1, Math.min(broadcasts, MOST))
        .mapToObj(place -> MetricRegistry.COMPLETE + "{broadcast=" + place + "}")
        .map(MetricRegistry.standard()::parse)
        .toList();
  }
}
