package dev.haishin.results;

/** Things that happen and are counted, by the time at which they happen. */
public enum Counter {
  SEND_ATTEMPTED("send.attempted", "messages that people tapped"),
  SEND_RESENT("send.resent", "sends repeated for want of an acknowledgement"),
  SEND_FAILED("send.failed", "messages that a client gave up"),
  MESSAGES_ACCEPTED("messages.accepted", "messages that became durable"),
  HEARTBEAT_SENT("heartbeat.sent", "heartbeats of clients"),
  HEARTBEAT_BYTES("heartbeat.bytes", Unit.BYTES, "heartbeats and their answers on the wire"),
  CONNECT_ATTEMPTS("connect.attempts", "connection attempts"),
  CONNECT_REFUSED("connect.refused", "connection attempts turned away"),
  DISCONNECTS("disconnects", "sessions that ended, however"),
  CONNECTIONS_MOVED(
      "connections.moved", "connections that a draining gateway asked to go elsewhere"),
  CONNECTIONS_CUT("connections.cut", "idle connections that a NAT cut silently"),
  REDIS_REFUSED("redis.refused", "sessions that a shard had no memory for"),
  REDIS_EVICTED("redis.evicted", "sessions that made room for new ones"),
  REDIS_READS_LOST("redis.reads-lost", "reads of hot keys that were given up"),
  STORE_EDGE_HITS("store.edge.hits", "reads that an edge cache or a read replica answered"),
  STORE_EDGE_MISSES(
      "store.edge.misses", "reads that an edge cache or a read replica left to the home"),
  STORE_EDGE_STALE(
      "store.edge.stale", "answers of edge caches and read replicas that lacked something newer"),
  STORE_LOST(
      "store.lost",
      "entries of inboxes that a second site did not have, those that a push had told of included"),
  FANOUT_INBOX_WRITES("fanout.inbox-writes", "copies written to inboxes"),
  FANOUT_LOG_APPENDS("fanout.log-appends", "copies written to chat logs"),
  FANOUT_LOG_READS("fanout.log-reads", "fetches from chat logs"),
  FANOUT_NOTIFICATIONS("fanout.notifications", "light notifications to connected members"),
  BUNDLE_SAVED_FRAMES("bundle.saved-frames", "frames that bundling made unnecessary"),
  BUNDLE_SAVED_BYTES(
      "bundle.saved-bytes", Unit.BYTES, "bytes that frames of their own would have taken besides"),
  WIRE_BYTES_UP("wire.bytes", "up", Unit.BYTES, "bytes between clients and gateways"),
  WIRE_BYTES_DOWN("wire.bytes", "down", Unit.BYTES, "bytes between clients and gateways"),
  WIRE_RETRANSMITS("wire.retransmits", "frames lost between clients and gateways, sent again"),
  WIRE_SAVED_BYTES("wire.saved-bytes", Unit.BYTES, "bytes that compression and framing saved"),
  CROSS_BORDER_BYTES(
      "cross-border.bytes",
      Unit.BYTES,
      "bytes between regions, of messages, keys, sessions, typing and receipts"),
  SMALL_DROPPED(
      "small.dropped", "typing indicators and receipts that a cut between regions stopped"),
  RESIDENCY_VIOLATIONS(
      "residency.violations", "rules broken by what left a region, or that refused to let it go"),
  KAFKA_BYTES_WRITTEN(
      "kafka.bytes-written", Unit.BYTES, "records appended, at the leader and at each follower"),
  KAFKA_CACHE_MISSES("kafka.cache-misses", "fetches of the group that had to read from a disk"),
  KAFKA_DISK_READ_BYTES(
      "kafka.disk-read-bytes", Unit.BYTES, "records that the page cache did not hold any more"),
  KAFKA_THROTTLED("kafka.throttled", "times that a quota held a producer or a worker up"),
  STORE_BYTES_WRITTEN(
      "store.bytes-written", Unit.BYTES, "bodies written to inboxes and logs, each copy once"),
  PUSH_APNS_THROTTLED("push.apns.throttled", "requests that Apple's quota refused"),
  PUSH_FCM_THROTTLED("push.fcm.throttled", "requests that Google's quota refused"),
  PUSH_OFFERED("push.offered", "notifications that reached a push relay"),
  PUSH_ACCEPTED("push.accepted", "notifications that a relay knows to be accepted"),
  PUSH_APNS_ERRORS("push.apns.errors", "requests that Apple's service failed or did not answer"),
  PUSH_FCM_ERRORS("push.fcm.errors", "requests that Google's service failed or did not answer"),
  PUSH_INVALID_TOKENS("push.invalid-tokens", "tokens that a provider called void"),
  PUSH_BREAKER_OPENED("push.breaker-opened", "times a relay left a failing provider alone"),
  PUSH_ABANDONED("push.abandoned", "notifications that went down with a push relay"),
  PUSH_RETRIES("push.retries", "push requests made again"),
  PUSH_FALLBACKS("push.fallbacks", "pushes replaced by what the scenario falls back to"),
  PUSH_EXPIRED("push.expired", "pushes whose time ran out"),
  PUSH_COLLAPSED(
      "push.collapsed", "notifications that a later one replaced while their device slept"),
  PUSH_DISCARDED(
      "push.discarded", "notifications that a provider dropped, too many for a sleeping device"),
  PUSH_LAPSED("push.lapsed", "notifications whose time to live ran out while their device slept"),
  ENCRYPTION_REKEYS("encryption.rekeys", "group keys made anew"),
  ENCRYPTION_KEY_BYTES(
      "encryption.key-bytes", Unit.BYTES, "group keys between clients and gateways, frames too"),
  ENCRYPTION_KEYS_RECEIVED("encryption.keys-received", "shares of group keys that came by frame"),
  ENCRYPTION_DEVICES("encryption.devices-added", "devices that began to read their history"),
  ENCRYPTION_HISTORY_BYTES(
      "encryption.history-bytes", Unit.BYTES, "history between gateways and added devices"),
  ORDER_INVERSIONS("order.inversions", "messages shown after a later one of their chat"),
  DUPLICATES_SENT("duplicates.sent", "copies of a message that reached a recipient again"),
  DUPLICATES_SHOWN("duplicates.shown", "copies that the recipient's dedup let through");

  private final String path;
  private final String direction;
  private final Unit unit;
  private final String meaning;

  Counter(String path, String meaning) {
    this(path, Unit.COUNT, meaning);
  }

  Counter(String path, Unit unit, String meaning) {
    this(path, "", unit, meaning);
  }

  Counter(String path, String direction, Unit unit, String meaning) {
    this.path = path;
    this.direction = direction;
    this.unit = unit;
    this.meaning = meaning;
  }

  /** The name in scenarios, files and charts; counters of two directions share one. */
  public String path() {
    return path;
  }

  /** The value of the qualifier {@code direction}, or empty for a counter without directions. */
  public String direction() {
    return direction;
  }

  /** The qualifier as it follows a statistic, {@code {direction=up}}, or empty. */
  public String qualifier() {
    return direction.isEmpty() ? "" : "{direction=" + direction + "}";
  }

  /** The unit of one count. */
  public Unit unit() {
    return unit;
  }

  /** One line for people. */
  public String meaning() {
    return meaning;
  }
}
