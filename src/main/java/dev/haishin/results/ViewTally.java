package dev.haishin.results;

/** What one view has seen. */
final class ViewTally {
  static final int ALL_REGIONS = -1;

  private final View view;
  private final int region;
  private final long lastTapNs;
  private final Latencies latencies;
  private long hits;
  private long pairs;
  private long messages;

  ViewTally(View view, RecordingPlan plan) {
    this.view = view;
    region = view.region().isEmpty() ? ALL_REGIONS : plan.regions().indexOf(view.region());
    if (region < 0 && !view.region().isEmpty()) {
      throw new IllegalArgumentException(
          view.path() + ": no region " + view.region() + " among " + plan.regions());
    }
    // A tap younger than the bound at the end has not had its chance: it is left out.
    lastTapNs = Math.min(view.toNs() - 1, plan.durationNs() - view.withinNs());
    latencies = view.withinNs() > 0 ? null : new Latencies();
  }

  void record(int ofRegion, long tapNs, long valueNs) {
    if (!covers(ofRegion, tapNs)) {
      return;
    }
    if (latencies != null) {
      latencies.record(valueNs);
    } else if (valueNs <= view.withinNs()) {
      hits++;
    }
  }

  void intended(int ofRegion, long tapNs, long morePairs) {
    if (covers(ofRegion, tapNs)) {
      pairs += morePairs;
      messages++;
    }
  }

  void addAll(ViewTally other) {
    if (latencies != null) {
      latencies.addAll(other.latencies);
    }
    hits += other.hits;
    pairs += other.pairs;
    messages += other.messages;
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

  /** Messages that these pairs belong to. */
  long messages() {
    return messages;
  }

  private boolean covers(int ofRegion, long tapNs) {
    return tapNs >= view.fromNs()
        && tapNs <= lastTapNs
        && (region == ALL_REGIONS || region == ofRegion);
  }
}
