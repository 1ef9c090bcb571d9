package dev.haishin.results;

/** What one view has seen. */
final class ViewTally {
  static final int ALL_REGIONS = -1;

  private final View view;
  private final int mask;
  private final int wanted;
  private final long lastTapNs;
  private final Latencies latencies;
  private long hits;
  private long pairs;

  ViewTally(View view, RecordingPlan plan) {
    this.view = view;
    int region = plan.regions().indexOf(view.region());
    if (region < 0 && !view.region().isEmpty()) {
      throw new IllegalArgumentException(
          view.path() + ": no region " + view.region() + " among " + plan.regions());
    }
    mask =
        (view.region().isEmpty() ? 0 : Facet.REGION_MASK)
            | (view.chat().isEmpty() ? 0 : Facet.CHAT_MASK)
            | (view.platform().isEmpty() ? 0 : Facet.PLATFORM_MASK);
    wanted =
        mask
            & (Math.max(0, region)
                | Facet.chat(Facet.CHATS.indexOf(view.chat()))
                | Facet.platform(Facet.PLATFORMS.indexOf(view.platform())));
    // A tap younger than the bound at the end has not had its chance: it is left out.
    lastTapNs = Math.min(view.toNs() - 1, plan.durationNs() - view.withinNs());
    latencies = view.withinNs() > 0 ? null : new Latencies();
  }

  void record(int facet, long tapNs, long valueNs) {
    if (!covers(facet, tapNs)) {
      return;
    }
    if (latencies != null) {
      latencies.record(valueNs);
    } else if (valueNs <= view.withinNs()) {
      hits++;
    }
  }

  void intended(int facet, long tapNs, long morePairs) {
    if (covers(facet, tapNs)) {
      pairs += morePairs;
    }
  }

  void addAll(ViewTally other) {
    if (latencies != null) {
      latencies.addAll(other.latencies);
    }
    hits += other.hits;
    pairs += other.pairs;
  }

  View view() {
    return view;
  }

  /** The distribution; null for a view of the share within a bound. */
  Latencies latencies() {
    return latencies;
  }

  /** Pairs that kept the bound. */
  long hits() {
    return hits;
  }

  /** Pairs that were to arrive. */
  long pairs() {
    return pairs;
  }

  private boolean covers(int facet, long tapNs) {
    return tapNs >= view.fromNs() && tapNs <= lastTapNs && (facet & mask) == wanted;
  }
}
