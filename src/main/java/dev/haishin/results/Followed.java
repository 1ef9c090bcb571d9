package dev.haishin.results;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

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

  /** The deliveries of the sample that took at least so long. */
  List<Delivery> deliveries(long atLeastNs) {
    return deliveries(Traces::deliveries, atLeastNs);
  }

  private List<Delivery> deliveries(Function<Traces, TraceLog> log, long atLeastNs) {
    List<Delivery> found = new ArrayList<>();
    TraceLog.Row row =
        (page, at) -> {
          if (page[at + 3] - page[at + 2] >= atLeastNs) {
            found.add(new Delivery(page[at], (int) page[at + 1], page[at + 2], page[at + 3]));
          }
        };
    traces.forEach(part -> log.apply(part).forEach(row));
    return found;
  }

  /** The ways of the messages of these deliveries of the sample, by message. */
  SortedMap<Long, Way> ways(List<Delivery> deliveries) {
    return ways(Traces::hops, deliveries);
  }

  private SortedMap<Long, Way> ways(Function<Traces, TraceLog> log, List<Delivery> deliveries) {
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
    traces.forEach(part -> log.apply(part).forEach(row));
    return ways;
  }

  /**
   * The delivery that is asked for, if it was recorded.
   *
   * @param measured how many deliveries the run measured, in the sample or not
   */
  Optional<Waterfall> find(Follow follow, long measured) {
    return follow.messageId().isPresent()
        ? findMessage(follow.messageId().getAsLong(), measured)
        : findPercentile(follow.percentile().orElseThrow(), measured);
  }

  private Optional<Waterfall> findPercentile(double percentile, long measured) {
    List<Delivery> all = deliveries(0);
    if (all.isEmpty()) {
      return Optional.empty();
    }
    all.sort(FASTEST_FIRST);
    // 99.9% of 1000 is a little more than 999 to a double.
    double rank = StrictMath.ceil(percentile * all.size() / 100 - ROUNDING);
    int index = Math.max(0, (int) rank - 1);
    Delivery found = all.get(index);
    Way way = ways(List.of(found)).get(found.messageId());
    return Optional.of(waterfall(found, way, all.size() - index, all.size(), measured));
  }

  /** The slowest delivery of a message: the one that the plan named, or one of the sample. */
  private Optional<Waterfall> findMessage(long messageId, long measured) {
    List<Delivery> all = deliveries(0);
    Predicate<Delivery> isOfMessage = each -> each.messageId() == messageId;
    Optional<Delivery> named =
        deliveries(Traces::namedDeliveries, 0).stream().filter(isOfMessage).max(FASTEST_FIRST);
    Optional<Delivery> found = named.or(() -> all.stream().filter(isOfMessage).max(FASTEST_FIRST));
    return found.map(
        delivery -> {
          Function<Traces, TraceLog> log = named.isPresent() ? Traces::namedHops : Traces::hops;
          Way way = ways(log, List.of(delivery)).get(messageId);
          int slower =
              (int) all.stream().filter(each -> FASTEST_FIRST.compare(each, delivery) > 0).count();
          int others = all.contains(delivery) ? 0 : 1;
          return waterfall(delivery, way, slower + 1, all.size() + others, measured);
        });
  }

  private static Waterfall waterfall(
      Delivery found, Way way, int rank, int followed, long measured) {
    return new Waterfall(
        found.messageId(),
        found.recipient(),
        found.tapNs(),
        found.atNs(),
        rank,
        followed,
        Math.max(followed, measured),
        way.legs(found.recipient(), found.tapNs(), found.atNs()));
  }
}
