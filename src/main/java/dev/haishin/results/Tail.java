package dev.haishin.results;

import java.util.List;
import java.util.SortedMap;

/**
 * Where the slowest online deliveries spent their time: those at or above the 99th percentile.
 *
 * <p>Each delivery is followed from the tap to the screen by {@link Way#legs}: no time is counted
 * twice, a stage beside the way is not counted at all, and the shares add up to 1.
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
    Followed followed = new Followed(traces);
    if (!followed.isComplete()) {
      return unknown("more hops than the trace log holds");
    }
    List<Followed.Delivery> slow = followed.deliveries(atLeastNs);
    if (slow.size() < LEAST_DELIVERIES) {
      return unknown("too few traced deliveries: " + slow.size() + " of " + LEAST_DELIVERIES);
    }
    SortedMap<Long, Way> ways = followed.ways(slow);
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

  private void follow(Followed.Delivery delivery, Way way) {
    for (Waterfall.Leg leg : way.legs(delivery.recipient(), delivery.tapNs(), delivery.atNs())) {
      long ns = leg.endNs() - leg.fromNs();
      spentNs[leg.stage().ordinal()] += ns;
      totalNs += ns;
    }
    deliveries++;
  }
}
