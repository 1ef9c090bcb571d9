package dev.haishin.scenario;

/**
 * How long a host can stand still without being taken for dead by whoever keeps a session with it:
 * what such a loss leads to is modelled for hosts that go down and not for those that wake up
 * again.
 *
 * <p>Brokers heartbeat two ninths of {@code broker-timeout} apart (2 s of 9 s, facts.md K07),
 * workers 3 s (K45), region servers a third of their session (ZooKeeper pings), and the last
 * heartbeat may have been that long before the pause. Redis nodes are suspected {@code
 * node-timeout} after a ping (D06). A gateway must answer a beat within the clients' {@code
 * heartbeat-timeout}. Nobody keeps a session with a relay.
 */
final class PauseLimits {
  /** No limit. */
  static final long NONE = Long.MAX_VALUE / 2;

  private static final long WORKER_HEARTBEAT_NS = 3_000_000_000L;

  private PauseLimits() {}

  /** The longest pause of a host, nanoseconds. */
  static long longestNs(
      String component, Section clients, Section kafka, Section redis, Section store) {
    return switch (component) {
      case "gateway" ->
          clients.find(ClientKeys.HEARTBEAT).map(HeartbeatSpec::isOn).orElse(false)
              ? clients.find(ClientKeys.HEARTBEAT_TIMEOUT).orElse(NONE)
              : NONE;
      case "broker" -> kafka.find(KafkaKeys.BROKER_TIMEOUT).orElse(NONE) / 9 * 7;
      case "worker" ->
          Math.max(0, kafka.find(KafkaKeys.SESSION_TIMEOUT).orElse(NONE) - WORKER_HEARTBEAT_NS);
      case "redis" -> redis.find(Keys.Redis.NODE_TIMEOUT).orElse(NONE);
      case "store" -> store.find(Keys.Store.SESSION_TIMEOUT).orElse(NONE) / 3 * 2;
      default -> NONE;
    };
  }

  /** The key that sets it, for messages. */
  static String key(String component) {
    return switch (component) {
      case "gateway" -> "clients.heartbeat-timeout";
      case "broker" -> "kafka.broker-timeout";
      case "worker" -> "kafka.session-timeout";
      case "redis" -> "redis.node-timeout";
      default -> "store.session-timeout";
    };
  }
}
