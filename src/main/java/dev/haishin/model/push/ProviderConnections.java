package dev.haishin.model.push;

import dev.haishin.engine.Distribution;

/**
 * One relay's connections to one provider.
 *
 * @param process the provider's process number
 * @param linkNs one way from the relay to the provider, nanoseconds
 * @param streams requests that may wait for an answer at the same time, over all the relay's
 *     connections; at least 1
 * @param response nanoseconds from a request to its answer as the relay sees it, for which the
 *     stream is held; never less than the way there and back
 * @param limited whether the provider has something to decide; if not, its relays do its part
 * @param latency nanoseconds from acceptance to the device, drawn by (message, recipient)
 * @param rules what the provider answers besides, and how the relay takes it
 * @param health what the provider would answer if it had no quota
 */
public record ProviderConnections(
    int process,
    long linkNs,
    int streams,
    Distribution response,
    boolean limited,
    Distribution latency,
    ProviderRules rules,
    ProviderHealth health) {

  /** Refuses values out of range. */
  public ProviderConnections {
    if (linkNs < 1) {
      throw new IllegalArgumentException("linkNs is " + linkNs + "; it must be at least 1");
    }
    if (streams < 1) {
      throw new IllegalArgumentException("streams is " + streams + "; it must be at least 1");
    }
  }

  /** How long a request's answer takes that is sent at an instant, and so holds its stream. */
  long responseNs(long bits, long sentNs) {
    long soundNs = Math.max(2 * linkNs, response.valueAt(bits));
    return health.slowed(soundNs, sentNs);
  }

  /**
   * A relay's share of a provider's streams.
   *
   * @param streams of one connection
   * @param connections of all relays together
   * @param relays that share them
   * @return at least 1
   */
  public static int share(int streams, int connections, int relays) {
    long all = (long) streams * connections;
    return (int) Math.max(1, Math.min(Integer.MAX_VALUE, all / relays));
  }
}
