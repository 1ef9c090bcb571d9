package dev.haishin.model;

/** The kinds of processes, as rows of the table of least latencies. */
public final class Groups {
  /** Client shards. */
  public static final int CLIENTS = 0;

  /** Gateways. */
  public static final int GATEWAYS = 1;

  /** Kafka brokers. */
  public static final int KAFKA = 2;

  /** Redis shards. */
  public static final int REDIS = 3;

  /** Region servers of the message store. */
  public static final int STORE = 4;

  /** Fan-out workers. */
  public static final int WORKERS = 5;

  /** Push relays. */
  public static final int PUSH = 6;

  /** Push providers. */
  public static final int PROVIDERS = 7;

  /** Sources of load: taps and broadcasts. */
  public static final int SOURCES = 8;

  /** How many there are. */
  public static final int COUNT = 9;

  private static final String[] NAMES = {
    "clients", "gateways", "kafka", "redis", "store", "workers", "push", "providers", "sources"
  };

  private Groups() {}

  /** What a group is called. */
  public static String name(int group) {
    return NAMES[group];
  }
}
