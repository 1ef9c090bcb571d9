package dev.haishin.model.kafka;

import dev.haishin.engine.Port;
import java.util.Arrays;

/**
 * Which brokers owe a consumer an answer, and how long they have been silent. Where no broker fails
 * nobody looks at that; elsewhere it takes an event of the consumer each request time-out.
 */
final class FetchesUnderWay {
  private final Port port;
  private final int silenceKind;
  private final boolean watches;
  private final long timeoutNs;
  private final boolean[] isOut;
  private final boolean[] isWatched;
  private final long[] heardNs;

  /**
   * Nothing asked.
   *
   * @param silenceKind event kind of the consumer for {@link #isSilent}
   * @param timeoutNs how long a broker may be silent
   */
  FetchesUnderWay(Port port, KafkaCluster cluster, int silenceKind, long timeoutNs) {
    this.port = port;
    this.silenceKind = silenceKind;
    this.timeoutNs = timeoutNs;
    watches = cluster.fails();
    isOut = new boolean[cluster.brokers()];
    isWatched = new boolean[cluster.brokers()];
    heardNs = new long[cluster.brokers()];
  }

  /** Whether a broker owes an answer. */
  boolean isOut(int broker) {
    return isOut[broker];
  }

  /** A broker is asked. */
  void sent(int broker) {
    if (!isOut[broker]) {
      isOut[broker] = true;
      heardNs[broker] = port.nowNs();
      watch(broker);
    }
  }

  /** A broker has answered; the next fetch may be under way at once. */
  void heard(int broker) {
    heardNs[broker] = port.nowNs();
  }

  /** A broker owes nothing any more. */
  void ended(int broker) {
    isOut[broker] = false;
  }

  /** The consumer is gone. */
  void clear() {
    Arrays.fill(isOut, false);
    Arrays.fill(isWatched, false);
  }

  /** Whether a broker has owed an answer for the time-out, now that it is to be looked at. */
  boolean isSilent(int broker) {
    isWatched[broker] = false;
    if (isOut[broker] && heardNs[broker] + timeoutNs > port.nowNs()) {
      watch(broker);
      return false;
    }
    return isOut[broker];
  }

  private void watch(int broker) {
    if (watches && !isWatched[broker]) {
      isWatched[broker] = true;
      port.at(heardNs[broker] + timeoutNs, silenceKind, broker, 0);
    }
  }
}
