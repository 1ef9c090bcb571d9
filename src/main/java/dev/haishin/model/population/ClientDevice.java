package dev.haishin.model.population;

import dev.haishin.engine.Port;
import dev.haishin.model.Messages;
import dev.haishin.model.push.Channel;
import dev.haishin.model.push.Device;
import dev.haishin.results.LatencyMetric;

/** A person's device as push relays and providers reach it: through its client shard. */
public final class ClientDevice implements Device {
  private final Clients clients;
  private final Messages messages;
  private final long leastNs;

  /**
   * The devices behind the door to the client shards.
   *
   * @param leastNs the least latency to any of them
   */
  public ClientDevice(Clients clients, Messages messages, long leastNs) {
    this.clients = clients;
    this.messages = messages;
    this.leastNs = leastNs;
  }

  @Override
  public void pushed(Port from, long atNs, long messageId, int user, int channel) {
    clients.pushed(from, atNs, user, messageId, messages.tapNs(messageId), metric(channel));
  }

  @Override
  public void expired(Port from, long atNs, long messageId, int user) {
    clients.expired(from, atNs, user, messageId);
  }

  @Override
  public long leastNs() {
    return leastNs;
  }

  private static LatencyMetric metric(int channel) {
    return switch (channel) {
      case Channel.APNS -> LatencyMetric.DELIVERY_PUSH_APNS;
      case Channel.FCM -> LatencyMetric.DELIVERY_PUSH_FCM;
      case Channel.SMS -> LatencyMetric.DELIVERY_PUSH_SMS;
      default -> LatencyMetric.DELIVERY_PUSH_LATE;
    };
  }
}
