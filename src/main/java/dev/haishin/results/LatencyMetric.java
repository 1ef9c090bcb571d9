package dev.haishin.results;

import java.util.List;

/** The latencies that users feel, each from an instant of theirs to another. */
public enum LatencyMetric {
  SEND_ACK("send.ack", "sender's tap to the acknowledgement: the message is durable", true),
  DELIVERY_ONLINE(
      "delivery.online",
      "sender's tap to the screen of a recipient who was connected when it was accepted",
      true),
  DELIVERY_ANY(
      "delivery.any", "sender's tap to the first of screen or push, of all recipients", true),
  DELIVERY_SERVER(
      "delivery.server",
      "first gateway's receipt of the send to the last gateway's frame out, no access legs",
      false),
  DELIVERY_SYNC(
      "delivery.sync", "recipient's connect to the last missed message on the screen", false),
  DELIVERY_PUSH_APNS(
      "delivery.push.apns", "sender's tap to Apple's hand-over to the device", false),
  DELIVERY_PUSH_FCM("delivery.push.fcm", "sender's tap to Google's hand-over to the device", false),
  DELIVERY_PUSH_SMS("delivery.push.sms", "sender's tap to the text message that stood in", false),
  DELIVERY_PUSH_LATE(
      "delivery.push.late", "sender's tap to the late notification that stood in", false),
  DELIVERY_BROADCAST(
      "delivery.broadcast", "start of a broadcast to each online recipient's screen", false),
  ENCRYPTION_HISTORY(
      "encryption.history", "an added device's first request to the end of its history", false),
  CONNECT("connect", "a client's first attempt to an established session, retries included", true),
  CLIENTS_OUTAGE(
      "clients.outage",
      "true loss of service to the next established session, detection included",
      false),
  BUNDLE_DELAY(
      "bundle.delay",
      "a small message's arrival where it may wait for others to the frame that takes it along",
      false),
  REDIS_HOT_READ(
      "redis.hot-read", "a read of a hot key of Redis to its answer, all tries included", false);

  private final String path;
  private final String meaning;
  private final boolean overTime;

  LatencyMetric(String path, String meaning, boolean overTime) {
    this.path = path;
    this.meaning = meaning;
    this.overTime = overTime;
  }

  /** The name in scenarios, files and charts. */
  public String path() {
    return path;
  }

  /** One line for people. */
  public String meaning() {
    return meaning;
  }

  /** What narrows it: who the recipient is, and for a message's latency what chat it is of. */
  List<String> qualifiers() {
    return switch (this) {
      case REDIS_HOT_READ -> List.of(Qualifier.REGION);
      case DELIVERY_SYNC,
          DELIVERY_PUSH_APNS,
          DELIVERY_PUSH_FCM,
          DELIVERY_PUSH_SMS,
          DELIVERY_PUSH_LATE,
          DELIVERY_BROADCAST,
          ENCRYPTION_HISTORY,
          CONNECT,
          CLIENTS_OUTAGE,
          BUNDLE_DELAY ->
          List.of(Qualifier.REGION, Qualifier.PLATFORM);
      default -> List.of(Qualifier.REGION, Qualifier.CHAT, Qualifier.PLATFORM);
    };
  }

  /** Whether the distribution of each interval is kept, for the timeline and the interval log. */
  boolean overTime() {
    return overTime;
  }
}
