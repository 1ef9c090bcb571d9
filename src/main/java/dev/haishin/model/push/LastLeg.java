package dev.haishin.model.push;

import dev.haishin.engine.CounterHash;
import dev.haishin.engine.Distribution;
import dev.haishin.engine.Port;
import dev.haishin.results.Recorder;
import dev.haishin.results.Stage;

/** A notification's way from its acceptance by a provider to the device. */
final class LastLeg {
  private final Distribution latency;
  private final ProviderHealth health;
  private final long latencyKey;
  private final Device device;
  private final Recorder recorder;

  /**
   * The way behind a provider.
   *
   * @param latency nanoseconds, drawn by (message, recipient)
   */
  LastLeg(
      long seed, Distribution latency, ProviderHealth health, Device device, Recorder recorder) {
    this.latency = latency;
    this.health = health;
    this.device = device;
    this.recorder = recorder;
    latencyKey = CounterHash.key(seed, "push.latency", "");
  }

  /**
   * Brings a notification to its device.
   *
   * @param channel one of {@link Channel}
   * @param leavesNs when it sets out: once it is accepted, or when its device wakes
   */
  void bring(Port from, long messageId, int user, int channel, long acceptedNs, long leavesNs) {
    long drawnNs = latency.valueAt(CounterHash.bits(latencyKey, messageId, user));
    long latencyNs = Math.max(device.leastNs(), health.slowed(drawnNs, leavesNs));
    device.pushed(from, leavesNs + latencyNs, messageId, user, channel);
    recorder.stage(Stage.PUSH_PROVIDER, acceptedNs, leavesNs - acceptedNs, latencyNs);
  }
}
