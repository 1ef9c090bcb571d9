package dev.haishin.results;

/** A quantity that a host holds and that is weighted by the time for which it holds it. */
public enum Level {
  GATEWAY_CONNECTIONS("gateway.connections", Unit.COUNT, false, "connections held, a gateway"),
  GATEWAY_MEMORY("gateway.memory", Unit.FRACTION, false, "share of a gateway's memory in use"),
  GATEWAY_ACCEPT_QUEUE(
      "gateway.accept-queue", Unit.COUNT, false, "connections waiting to be accepted, a gateway"),
  KAFKA_LAG("kafka.lag", Unit.COUNT, true, "records accepted and not yet sent to the group"),
  KAFKA_LAG_AGE("kafka.lag-age", Unit.DURATION, false, "age of the oldest unread record"),
  KAFKA_PARTITION_LAG(
      "kafka.partition-lag",
      Unit.COUNT,
      false,
      "unread records of the partition that is furthest behind, of those that a broker leads"),
  KAFKA_UNDER_REPLICATED(
      "kafka.under-replicated", Unit.COUNT, true, "partitions with a replica out of sync"),
  REDIS_MEMORY("redis.memory", Unit.FRACTION, false, "share of a shard's memory in use"),
  PUSH_QUEUE("push.queue", Unit.COUNT, true, "notifications waiting for a provider"),
  CLIENTS_CONNECTED("clients.connected", Unit.COUNT, true, "clients with an established session");

  private final String path;
  private final Unit unit;
  private final boolean summed;
  private final String meaning;

  Level(String path, Unit unit, boolean summed, String meaning) {
    this.path = path;
    this.unit = unit;
    this.summed = summed;
    this.meaning = meaning;
  }

  /** The name in scenarios, files and charts. */
  public String path() {
    return path;
  }

  /** The unit of its statistics. */
  public Unit unit() {
    return unit;
  }

  /** Whether the figure is the sum over hosts, or that of each host. */
  public boolean isSummed() {
    return summed;
  }

  /** One line for people. */
  public String meaning() {
    return meaning;
  }
}
