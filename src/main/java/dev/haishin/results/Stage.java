package dev.haishin.results;

/**
 * A stretch of a message's way. Most are stations with a wait and a service of their own; the last
 * ones only take part in the breakdown of slow deliveries.
 */
public enum Stage {
  GATEWAY_IN("gateway-in", "gateway", "the sender's gateway reads the frame"),
  KAFKA_PRODUCE("kafka-produce", "kafka", "batching, the produce request and the append"),
  KAFKA_REPLICATE("kafka-replicate", "kafka", "append to high watermark"),
  KAFKA_FETCH("kafka-fetch", "kafka", "high watermark to the worker's hands"),
  FANOUT("fanout", "fanout", "the fan-out worker's own work"),
  SESSION_LOOKUP("session-lookup", "redis", "where the recipient is connected"),
  INBOX_WRITE("inbox-write", "store", "a copy in a recipient's inbox"),
  LOG_APPEND("log-append", "store", "the one copy in the chat's log"),
  LOG_READ("log-read", "store", "a member fetches from the chat's log"),
  GATEWAY_OUT("gateway-out", "gateway", "the recipient's gateway writes the frame"),
  PUSH_QUEUE("push-queue", "push", "waiting for a stream and for quota"),
  PUSH_PROVIDER("push-provider", "push", "the provider's answer"),
  NETWORK("network", "network", "on links, and whatever no other stage accounts for"),
  CLIENT("client", "clients", "in the sender's outbox, waiting for a connection"),
  RETRY("retry", "clients", "until a lost attempt was made again"),
  SYNC("sync", "clients", "fetched by the recipient after a reconnect"),
  RELAY("relay", "kafka", "from one home region to another");

  private final String stageName;
  private final String component;
  private final String meaning;

  Stage(String stageName, String component, String meaning) {
    this.stageName = stageName;
    this.component = component;
    this.meaning = meaning;
  }

  /** The NAME of {@code stage.NAME.wait} and {@code tail.NAME.share}. */
  public String stageName() {
    return stageName;
  }

  /** The metric of the time before service. */
  public String waitPath() {
    return "stage." + stageName + ".wait";
  }

  /** The metric of the time in service. */
  public String servicePath() {
    return "stage." + stageName + ".service";
  }

  /** The metric of its part in the slowest deliveries. */
  public String sharePath() {
    return "tail." + stageName + ".share";
  }

  /** The component whose hosts do the work, as metric paths begin. */
  public String component() {
    return component;
  }

  /** One line for people. */
  public String meaning() {
    return meaning;
  }

  /** Whether wait and service are measured, or the stage is known to the tail alone. */
  public boolean isStation() {
    return compareTo(NETWORK) <= 0;
  }
}
