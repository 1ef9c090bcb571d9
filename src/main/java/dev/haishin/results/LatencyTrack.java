package dev.haishin.results;

import java.util.Arrays;
import java.util.List;

/** One latency metric in one recorder: the whole, its views, and its course over time. */
final class LatencyTrack {
  private final Intervals intervals;
  private final ViewTally[] views;
  private final IntervalCounts[] overTime;
  private final Recovery recovery;
  private Latencies total;
  private final long[] pairs = new long[Facet.CHATS.size() + 1];
  private final long[] messages = new long[Facet.CHATS.size() + 1];

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
    recovery = path.equals(LatencyMetric.DELIVERY_ANY.path()) ? new Recovery(intervals) : null;
    this.overTime = overTime ? new IntervalCounts[intervals.count()] : null;
  }

  void record(int facet, long tapNs, long valueNs) {
    if (total == null) {
      total = new Latencies();
    }
    total.record(valueNs);
    for (ViewTally view : views) {
      view.record(facet, tapNs, valueNs);
    }
    if (overTime != null) {
      interval(intervals.index(tapNs)).record(valueNs);
    }
    if (recovery != null) {
      recovery.reached(tapNs, valueNs);
    }
  }

  void intended(int facet, long tapNs, long morePairs) {
    count(facet, morePairs);
    for (ViewTally view : views) {
      view.intended(facet, tapNs, morePairs);
    }
  }

  /** As {@link #intended}, of pairs whose recipients {@link #intendedFor} tells apart. */
  void intendedForMany(int facet, long tapNs, long morePairs) {
    count(facet, morePairs);
    if (recovery != null) {
      recovery.intended(tapNs, morePairs);
    }
    for (ViewTally view : views) {
      if (!view.view().isOfSome()) {
        view.intended(facet, tapNs, morePairs);
      }
    }
  }

  void intendedFor(int facet, long tapNs, long morePairs) {
    for (ViewTally view : views) {
      if (view.view().isOfSome()) {
        view.intended(facet, tapNs, morePairs);
      }
    }
  }

  /** Whether any view depends on who the recipient is. */
  boolean tellsRecipientsApart() {
    for (ViewTally view : views) {
      if (view.view().isOfSome()) {
        return true;
      }
    }
    return false;
  }

  void addAll(LatencyTrack other) {
    if (other.total != null) {
      if (total == null) {
        total = new Latencies();
      }
      total.addAll(other.total);
    }
    for (int chat = 0; chat < pairs.length; chat++) {
      pairs[chat] += other.pairs[chat];
      messages[chat] += other.messages[chat];
    }
    if (recovery != null) {
      recovery.addAll(other.recovery);
    }
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

  /** The course of what is reached soon; null but for deliveries by any way. */
  Recovery recovery() {
    return recovery;
  }

  long pairs() {
    return Arrays.stream(pairs).sum();
  }

  /**
   * How many recipients a message has on average, at least 1; so many as it has, where nobody said.
   *
   * @param chat a facet with the kind of chat, or with none for all messages
   */
  double recipientsOfMessage(int chat) {
    int place = Facet.chatPlace(chat);
    long ofPairs = place == 0 ? pairs() : pairs[place];
    long ofMessages = place == 0 ? Arrays.stream(messages).sum() : messages[place];
    return ofMessages == 0 ? 1 : Math.max(1, (double) ofPairs / ofMessages);
  }

  private void count(int facet, long morePairs) {
    int place = Facet.chatPlace(facet);
    pairs[place] += morePairs;
    messages[place]++;
  }

  private IntervalCounts interval(int index) {
    if (overTime[index] == null) {
      overTime[index] = new IntervalCounts();
    }
    return overTime[index];
  }
}
