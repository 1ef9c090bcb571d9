package dev.haishin.model;

import java.util.List;

/** The components in the order in which their processes are numbered. */
final class Component {
  static final int CLIENTS = 0;
  static final int GATEWAYS = 1;
  static final int BROKERS = 2;
  static final int SHARDS = 3;
  static final int REGION_SERVERS = 4;
  static final int WORKERS = 5;
  static final int RELAYS = 6;
  static final int COUNT = 7;

  /** Services of the whole world: no processes of a region, but they can do badly. */
  static final int APNS = 7;

  static final int FCM = 8;

  /** What the processes of each are called within their region. */
  static final List<String> NAMES =
      List.of("clients", "gateway", "kafka", "redis", "store", "fanout", "push");

  private Component() {}
}
