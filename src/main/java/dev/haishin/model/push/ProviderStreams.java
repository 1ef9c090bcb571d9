package dev.haishin.model.push;

import dev.haishin.engine.CounterHash;
import dev.haishin.engine.FifoStation;
import dev.haishin.engine.Port;
import dev.haishin.results.Recorder;

/**
 * One relay's streams to one provider: when a request that is ready leaves, when its answer is
 * back, and what the answer is where the provider has nothing to decide.
 */
final class ProviderStreams {
  private final ProviderConnections provider;
  private final FifoStation streams;
  private final LastLeg lastLeg;
  private final int channel;
  private final long responseKey;
  private long sentNs;
  private long replyAtNs;
  private boolean isHeard;

  /**
   * Streams without requests.
   *
   * @param channel of what the provider brings to the device
   */
  ProviderStreams(
      long seed, ProviderConnections provider, int channel, Device device, Recorder recorder) {
    this.provider = provider;
    this.channel = channel;
    streams = new FifoStation(provider.streams());
    lastLeg = new LastLeg(seed, provider.latency(), provider.health(), device, recorder);
    responseKey = CounterHash.key(seed, "push.response", "");
  }

  /** Takes a request that is ready at an instant; not before the one that came last. */
  void arrive(long readyNs, long messageId, long occasion) {
    sentNs = Math.max(readyNs, streams.nextFreeNs());
    long bits = CounterHash.bits(responseKey, messageId, occasion);
    long responseNs = provider.responseNs(bits, sentNs);
    isHeard = responseNs <= provider.rules().timeoutNs();
    replyAtNs = streams.arrive(readyNs, isHeard ? responseNs : provider.rules().timeoutNs());
  }

  /** When the request that arrived last leaves. */
  long sentNs() {
    return sentNs;
  }

  /** When its answer is back, or its relay waits no more. */
  long replyAtNs() {
    return replyAtNs;
  }

  /** Whether the answer comes in time. */
  boolean isHeard() {
    return isHeard;
  }

  /** Whether the provider decides, and not the relay for it. */
  boolean isAsked() {
    return provider.limited();
  }

  /** When the request is at the provider. */
  long requestedNs() {
    return sentNs + provider.linkNs();
  }

  /** What the provider asks those to wait whom it throttles. */
  long retryAfterNs() {
    return provider.rules().retryAfterNs();
  }

  /**
   * Does with the request that arrived last what a provider does that has nothing to decide.
   *
   * @return the step that the relay takes when it has waited: {@link RelayRack#ARRIVE} for none,
   *     {@link RelayRack#FAILED} or {@link RelayRack#VOID}
   */
  int answer(Port port, long messageId, long occasion) {
    int user = Requests.user(occasion);
    int unheard = isHeard ? RelayRack.ARRIVE : RelayRack.FAILED;
    if (provider.health().fails(messageId, occasion, requestedNs())) {
      return RelayRack.FAILED;
    }
    if (provider.health().isVoid(user)) {
      return isHeard ? RelayRack.VOID : unheard;
    }
    boolean isLate = Requests.attempt(occasion) == HeldPushes.LATE;
    long atNs = requestedNs();
    lastLeg.bring(port, messageId, user, isLate ? Channel.LATE : channel, atNs, atNs);
    return unheard;
  }

  /** Forgets all requests. */
  void reset(long nowNs) {
    streams.reset(nowNs);
  }
}
