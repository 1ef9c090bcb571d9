package dev.haishin.results;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where the slowest online deliveries spent their time: those at or above the 99th percentile.
 *
 * <p>Each delivery is followed backwards from the screen: of the hops that had ended by then, the
 * latest one led there, and the time between is the network's; then the same from where that hop
 * began, until the tap. So no time is counted twice, a stage beside the way is not counted at all,
 * and the shares add up to 1.
 */
@SuppressWarnings("EnumOrdinal") // Enums index arrays here: one load, no map, no boxing.
public final class Tail {
  private static final int LEAST_DELIVERIES = 10;
  private static final Stage[] STAGES = Stage.values();

  private final long[] spentNs = new long[STAGES.length];
  private final String objection;
  private long totalNs;
  private int deliveries;

  private Tail(String objection) {
    this.objection = objection;
  }

  /** The tail of no deliveries. */
  static Tail unknown(String reason) {
    return new Tail(reason);
  }

  /**
   * The tail of traced deliveries.
   *
   * @param atLeastNs what a delivery must have taken to belong to it
   */
  static Tail of(List<Traces> traces, long atLeastNs) {
    for (Traces part : traces) {
      if (!part.hops().isComplete() || !part.deliveries().isComplete()) {
        return unknown("more hops than the trace log holds");
      }
    }
    SortedMap<Long, Way> ways = new TreeMap<>();
    List<Delivery> slow = slowDeliveries(traces, atLeastNs, ways);
    if (slow.size() < LEAST_DELIVERIES) {
      return unknown("too few traced deliveries: " + slow.size() + " of " + LEAST_DELIVERIES);
    }
    collectHops(traces, ways);
    Tail tail = new Tail("");
    slow.forEach(delivery -> tail.follow(delivery, ways.get(delivery.messageId())));
    return tail;
  }

  /** The share of a stage in the time of the slowest deliveries. */
  public Reading share(Stage stage) {
    return objection.isEmpty()
        ? Reading.of((double) spentNs[stage.ordinal()] / totalNs)
        : Reading.unknown(objection);
  }

  /** The share of all stages that the hosts of a component work on. */
  public Reading shareOf(String component) {
    if (!objection.isEmpty()) {
      return Reading.unknown(objection);
    }
    long sumNs = 0;
    for (Stage stage : STAGES) {
      if (stage.component().equals(component)) {
        sumNs += spentNs[stage.ordinal()];
      }
    }
    return Reading.of((double) sumNs / totalNs);
  }

  /** How many deliveries were followed. */
  public int deliveries() {
    return deliveries;
  }

  private void follow(Delivery delivery, Way way) {
    long atNs = delivery.atNs();
    for (Way.Hop hop : way.backwards(delivery.recipient())) {
      if (hop.endNs() <= atNs && hop.endNs() > delivery.tapNs()) {
        spend(Stage.NETWORK, atNs - hop.endNs());
        long fromNs = Math.max(delivery.tapNs(), hop.fromNs());
        spend(hop.stage(), hop.endNs() - fromNs);
        atNs = fromNs;
      }
    }
    spend(Stage.NETWORK, atNs - delivery.tapNs());
    deliveries++;
  }

  private void spend(Stage stage, long ns) {
    spentNs[stage.ordinal()] += ns;
    totalNs += ns;
  }

  private static List<Delivery> slowDeliveries(
      List<Traces> traces, long atLeastNs, SortedMap<Long, Way> ways) {
    List<Delivery> slow = new ArrayList<>();
    TraceLog.Row row =
        (page, at) -> {
          if (page[at + 3] - page[at + 2] >= atLeastNs) {
            int recipient = (int) page[at + 1];
            slow.add(new Delivery(page[at], recipient, page[at + 2], page[at + 3]));
            ways.computeIfAbsent(page[at], id -> new Way()).include(recipient);
          }
        };
    traces.forEach(part -> part.deliveries().forEach(row));
    return slow;
  }

  private static void collectHops(List<Traces> traces, SortedMap<Long, Way> ways) {
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
  }

  private record Delivery(long messageId, int recipient, long tapNs, long atNs) {}
}
