package dev.haishin.model.population;

import dev.haishin.engine.Port;
import dev.haishin.model.Messages;
import dev.haishin.model.push.Channel;
import dev.haishin.model.push.Device;
import dev.haishin.results.LatencyMetric;

/**
 * People's devices as one provider, or the relays of one home, reach them: through their shards.
 */
public final class ClientDevice implements Device {
  private final Clients clients;
  private final Messages messages;
  private final long leastNs;
  private final Batches pushes;

  /**
   * The devices behind the door to the client shards.
   *
   * @param leastNs the least latency to any of them
   */
  public ClientDevice(Clients clients, Messages messages, long leastNs) {
    this.clients = clients;
    this.messages = messages;
    this.leastNs = leastNs;
    this.pushes = new Batches(clients.people());
  }

  @Override
  public void pushed(Port from, long atNs, long messageId, int user, int channel) {
    long tapNs = messages.tapNs(messageId);
    Steps.appendPush(pushes.of(user, atNs), atNs, messageId, tapNs, user, metric(channel));
  }

  @Override
  public void handOn(Port from) {
    pushes.send(from, ClientKinds.PUSHES, 0);
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
