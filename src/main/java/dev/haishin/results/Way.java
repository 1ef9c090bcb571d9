package dev.haishin.results;

import java.util.ArrayList;
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

  /** The hops that concern a recipient, the latest first. */
  List<Hop> backwards(int recipient) {
    List<Hop> hops = new ArrayList<>(shared);
    hops.addAll(own.getOrDefault(recipient, List.of()));
    hops.sort(LATEST_FIRST);
    return hops;
  }
}
