package dev.haishin.results;

import java.util.List;

/**
 * What is to be recorded, agreed before the run and shared by all its recorders.
 *
 * @param durationNs simulated time, nanoseconds
 * @param warmupNs where the measured part begins
 * @param intervalNs length of a row of the timeline; see {@link #defaultIntervalNs}
 * @param regions their names, by index
 * @param views parts of latency metrics that someone asks for
 * @param expectedMessages messages of the whole run; decides which share of them is traced
 * @param expectedPairs pairs of message and recipient of the whole run; the same
 * @param namedMessage a message whose way is recorded in any case, or {@link #NO_MESSAGE}; it
 *     changes nothing else that is recorded
 */
public record RecordingPlan(
    long durationNs,
    long warmupNs,
    long intervalNs,
    List<String> regions,
    List<View> views,
    long expectedMessages,
    long expectedPairs,
    long namedMessage) {
  /** What stands for no message: messages have numbers from 0 on. */
  public static final long NO_MESSAGE = -1;

  private static final long NS_PER_SECOND = 1_000_000_000L;
  private static final int MOST_INTERVALS = 3600;
  private static final int MOST_ROWS = 1_000_000;

  /** Checks the times against each other. */
  public RecordingPlan {
    if (durationNs <= 0) {
      throw new IllegalArgumentException("duration " + durationNs + " ns; must be positive");
    }
    if (warmupNs < 0 || warmupNs >= durationNs) {
      throw new IllegalArgumentException(
          "warm-up " + warmupNs + " ns; must lie within the duration of " + durationNs + " ns");
    }
    if (intervalNs <= 0 || durationNs / intervalNs > MOST_ROWS) {
      throw new IllegalArgumentException(
          "interval " + intervalNs + " ns; must be positive and give at most a million rows");
    }
    if (expectedMessages < 0 || expectedPairs < 0) {
      throw new IllegalArgumentException("negative number of expected messages or pairs");
    }
    regions = List.copyOf(regions);
    views = views.stream().distinct().toList();
  }

  /** A plan that names no message. */
  public RecordingPlan(
      long durationNs,
      long warmupNs,
      long intervalNs,
      List<String> regions,
      List<View> views,
      long expectedMessages,
      long expectedPairs) {
    this(
        durationNs,
        warmupNs,
        intervalNs,
        regions,
        views,
        expectedMessages,
        expectedPairs,
        NO_MESSAGE);
  }

  /** The same, which also records the way of a message. */
  public RecordingPlan naming(long messageId) {
    return new RecordingPlan(
        durationNs,
        warmupNs,
        intervalNs,
        regions,
        views,
        expectedMessages,
        expectedPairs,
        messageId);
  }

  /** One second, or what divides a long run into 3600 rows. */
  public static long defaultIntervalNs(long durationNs) {
    return Math.max(NS_PER_SECOND, (durationNs + MOST_INTERVALS - 1) / MOST_INTERVALS);
  }
}
