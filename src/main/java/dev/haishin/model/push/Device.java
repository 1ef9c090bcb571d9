package dev.haishin.model.push;

import dev.haishin.engine.Port;

/**
 * The recipient's device, as a push provider or a relay reaches it. The process that holds the
 * recipient implements it with static encoders; it records latencies and keeps the ledger.
 */
public interface Device {

  /**
   * A notification reaches the device.
   *
   * @param atNs when, at least {@link #leastNs} from now
   * @param channel one of {@link Channel}
   */
  void pushed(Port from, long atNs, long messageId, int user, int channel);

  /** Sends on what was {@link #pushed} since the last call, each for its own instant. */
  void handOn(Port from);

  /**
   * Nobody will try any more to notify the device of this message.
   *
   * @param atNs when that becomes known, at least {@link #leastNs} from now
   */
  void expired(Port from, long atNs, long messageId, int user);

  /** The least latency to the process that holds any recipient, nanoseconds. */
  long leastNs();
}
