package dev.haishin.results;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The deliveries of a run whose ways were recorded. */
final class Followed {
  private static final Stage[] STAGES = Stage.values();
  private static final double ROUNDING = 1e-6;
  private static final Comparator<Delivery> FASTEST_FIRST =
      Comparator.comparingLong(Delivery::tookNs)
          .thenComparingLong(Delivery::messageId)
          .thenComparingInt(Delivery::recipient);

  private final List<Traces> traces;

  /** A message on the screen of one recipient. */
  record Delivery(long messageId, int recipient, long tapNs, long atNs) {
    long tookNs() {
      return atNs - tapNs;
    }
  }

  /** Those that these parts of a run have seen. */
  Followed(List<Traces> traces) {
    this.traces = List.copyOf(traces);
  }

  /** Whether nothing was dropped for want of room. */
  boolean isComplete() {
    return traces.stream()
        .allMatch(part -> part.hops().isComplete() && part.deliveries().isComplete());
  }

  /** The deliveries that took at least so long. */
  List<Delivery> deliveries(long atLeastNs) {
    List<Delivery> found = new ArrayList<>();
    TraceLog.Row row =
        (page, at) -> {
          if (page[at + 3] - page[at + 2] >= atLeastNs) {
            found.add(new Delivery(page[at], (int) page[at + 1], page[at + 2], page[at + 3]));
          }
        };
    traces.forEach(part -> part.deliveries().forEach(row));
    return found;
  }

  /** The ways of the messages of these deliveries, by message. */
  SortedMap<Long, Way> ways(List<Delivery> deliveries) {
    SortedMap<Long, Way> ways = new TreeMap<>();
    for (Delivery delivery : deliveries) {
      ways.computeIfAbsent(delivery.messageId(), id -> new Way()).include(delivery.recipient());
    }
    TraceLog.Row row =
        (page, at) -> {
          Way way = ways.get(page[at]);
          if (way != null) {
            Stage stage = STAGES[(int) (page[at + 1] >>> 32)];
            way.add(
                (int) page[at + 1], new Way.Hop(stage, page[at + 2], page[at + 3], page[at + 4]));
          }
        };
    traces.forEach(part -> part.hops().forEach(row));
    return ways;
  }

  /** The delivery that is asked for, if it was recorded. */
  Optional<Waterfall> find(Follow follow) {
    List<Delivery> all = deliveries(0);
    all.sort(FASTEST_FIRST);
    int index = -1;
    if (follow.percentile().isPresent() && !all.isEmpty()) {
      // 99.9% of 1000 is a little more than 999 to a double.
      double exact = follow.percentile().getAsDouble() * all.size() / 100;
      double rank = StrictMath.ceil(exact - ROUNDING);
      index = Math.max(0, (int) rank - 1);
    }
    for (int i = 0; i < all.size() && follow.messageId().isPresent(); i++) {
      index = all.get(i).messageId() == follow.messageId().getAsLong() ? i : index;
    }
    if (index < 0) {
      return Optional.empty();
    }
    Delivery found = all.get(index);
    Way way = ways(List.of(found)).get(found.messageId());
    return Optional.of(
        new Waterfall(
            found.messageId(),
            found.recipient(),
            found.tapNs(),
            found.atNs(),
            all.size() - index,
            all.size(),
            way.legs(found.recipient(), found.tapNs(), found.atNs())));
  }
}
