package dev.haishin.results;

/** A capacity of a component's hosts, and the share of it in use: 0 to 1. */
public enum Utilization {
  GATEWAY_CPU("gateway.cpu", "cores of the gateways"),
  GATEWAY_LOOP("gateway.loop", "event loops of the gateways, each for itself"),
  GATEWAY_NIC("gateway.nic", "outgoing bandwidth of the gateways"),
  KAFKA_CPU("kafka.cpu", "request handlers of the brokers"),
  KAFKA_DISK("kafka.disk", "disks of the brokers"),
  FANOUT_CPU("fanout.cpu", "cores of the fan-out workers"),
  REDIS_CPU("redis.cpu", "the one command thread of each shard"),
  STORE_CPU("store.cpu", "handlers of the region servers");

  private final String path;
  private final String meaning;

  Utilization(String path, String meaning) {
    this.path = path;
    this.meaning = meaning;
  }

  /** The name in scenarios, files and charts. */
  public String path() {
    return path;
  }

  /** The component, as the path begins. */
  public String component() {
    return path.substring(0, path.indexOf('.'));
  }

  /** One line for people. */
  public String meaning() {
    return meaning;
  }
}
