package dev.haishin.results;

/**
 * The ways of some messages in full: which stage held them from when to when.
 *
 * <p>Which messages is decided by a hash of their id and by what the plan expects, so every
 * recorder decides alike. The message that the plan names is kept apart from this sample, so that
 * what follows from the sample does not depend on it.
 */
@SuppressWarnings("EnumOrdinal") // Enums index arrays here: one load, no map, no boxing.
final class Traces {
  static final int WHOLE_MESSAGE = -1;
  static final long MOST_ROWS = 8_000_000;

  private static final long MOST_MESSAGES = 100_000;
  private static final long MOST_PAIRS = 400_000;

  private final long mask;
  private final TraceLog hops = new TraceLog(5, MOST_ROWS);
  private final TraceLog deliveries = new TraceLog(4, MOST_ROWS);
  private final long named;
  private final TraceLog namedHops = new TraceLog(5, MOST_ROWS);
  private final TraceLog namedDeliveries = new TraceLog(4, MOST_ROWS);

  Traces(RecordingPlan plan) {
    int bits = 0;
    while (plan.expectedMessages() >>> bits > MOST_MESSAGES
        || plan.expectedPairs() >>> bits > MOST_PAIRS) {
      bits++;
    }
    mask = (1L << bits) - 1;
    named = plan.namedMessage();
  }

  boolean includes(long messageId) {
    return isOfSample(messageId) || messageId == named;
  }

  private boolean isOfSample(long messageId) {
    return (Hash64.mix(messageId) & mask) == 0;
  }

  void hop(long messageId, int recipient, Stage stage, long fromNs, long startNs, long endNs) {
    long what = pack(stage.ordinal(), recipient);
    if (messageId == named) {
      namedHops.add(messageId, what, fromNs, startNs, endNs);
    }
    if (isOfSample(messageId)) {
      hops.add(messageId, what, fromNs, startNs, endNs);
    }
  }

  /**
   * A delivery.
   *
   * @param measured whether all of it lies in the measured part of the run
   */
  void delivered(long messageId, int recipient, long tapNs, long atNs, boolean measured) {
    if (messageId == named) {
      namedDeliveries.add(messageId, recipient, tapNs, atNs);
    }
    if (measured && isOfSample(messageId)) {
      deliveries.add(messageId, recipient, tapNs, atNs);
    }
  }

  /** The message that the plan names, be it in the sample or not. */
  TraceLog namedHops() {
    return namedHops;
  }

  TraceLog namedDeliveries() {
    return namedDeliveries;
  }

  TraceLog hops() {
    return hops;
  }

  TraceLog deliveries() {
    return deliveries;
  }

  private static long pack(int stage, int recipient) {
    return ((long) stage << 32) | (recipient & 0xffffffffL);
  }
}
