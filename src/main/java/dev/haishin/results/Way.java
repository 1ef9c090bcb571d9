package dev.haishin.results;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The hops of one message, for those of its recipients who are of interest. */
final class Way {
  /** A traced message's time in a stage, {@code startNs} being where its service began. */
  record Hop(Stage stage, long fromNs, long startNs, long endNs) {}

  /** The latest first; of those that end together, the one that covers most. */
  private static final Comparator<Hop> LATEST_FIRST =
      Comparator.comparingLong(Hop::endNs)
          .reversed()
          .thenComparingLong(Hop::fromNs)
          .thenComparing(Hop::stage)
          .thenComparingLong(Hop::startNs);

  private final List<Hop> shared = new ArrayList<>();
  private final SortedMap<Integer, List<Hop>> own = new TreeMap<>();

  void include(int recipient) {
    own.computeIfAbsent(recipient, number -> new ArrayList<>());
  }

  void add(int recipient, Hop hop) {
    if (recipient == Traces.WHOLE_MESSAGE) {
      shared.add(hop);
    } else if (own.containsKey(recipient)) {
      own.get(recipient).add(hop);
    }
  }

  /**
   * The way to a recipient, in the order of time.
   *
   * <p>It is followed backwards from the screen: of the hops that had ended by then, the latest one
   * led there, and the time between is the network's; then the same from where that hop began,
   * until the tap. So no time is counted twice, and a stage beside the way is left out.
   */
  List<Waterfall.Leg> legs(int recipient, long tapNs, long deliveredNs) {
    List<Waterfall.Leg> legs = new ArrayList<>();
    long atNs = deliveredNs;
    for (Hop hop : backwards(recipient)) {
      if (hop.endNs() <= atNs && hop.endNs() > tapNs) {
        onTheNetwork(legs, hop.endNs(), atNs);
        long fromNs = Math.max(tapNs, hop.fromNs());
        long startNs = Math.min(hop.endNs(), Math.max(fromNs, hop.startNs()));
        legs.add(new Waterfall.Leg(hop.stage(), fromNs, startNs, hop.endNs()));
        atNs = fromNs;
      }
    }
    onTheNetwork(legs, tapNs, atNs);
    Collections.reverse(legs);
    return legs;
  }

  private static void onTheNetwork(List<Waterfall.Leg> legs, long fromNs, long endNs) {
    if (endNs > fromNs) {
      legs.add(new Waterfall.Leg(Stage.NETWORK, fromNs, fromNs, endNs));
    }
  }

  /** The hops that concern a recipient, the latest first. */
  private List<Hop> backwards(int recipient) {
    List<Hop> hops = new ArrayList<>(shared);
    hops.addAll(own.getOrDefault(recipient, List.of()));
    hops.sort(LATEST_FIRST);
    return hops;
  }
}
