package dev.haishin.scenario;

import java.util.SortedMap;

/**
 * The keys of the components whose tables are small: network, delivery, redis, store, encryption.
 */
public final class Keys {
  static final Type<Long> LINK = Types.bounded(Types.DURATION, ns -> ns >= 10_000, "at least 10us");

  private static final Type<Long> POSITIVE_TIME =
      Types.bounded(Types.DURATION, ns -> ns > 0, "above 0");

  private Keys() {}

  /** {@code network}. */
  public static final class Network {
    public static final Key<Long> SAME_ZONE =
        Key.of("same-zone", LINK, "100us", "8.1", "G", "one way between hosts of a zone");
    public static final Key<Long> SAME_REGION =
        Key.of("same-region", LINK, "400us", "8.1", "V2", "one way between zones of a region");
    public static final Key<Value> BETWEEN =
        Key.optional("between", new AnyValue(), "round trips between regions");
    public static final Key<Law> ACCESS =
        Key.of(
            "access",
            Types.bounded(
                Types.DURATION_LAW,
                law -> law.distribution().valueAt(-1L) >= 10_000,
                "at least 10us"),
            "lognormal(p50=25ms p99=180ms)",
            "8.1",
            "G",
            "one way between client and gateway");
    public static final Key<Long> ACCESS_FLOOR =
        Key.of("access-floor", LINK, "1ms", "language", "", "no access latency below it");
    public static final Key<Double> LOSS =
        Key.of(
            "loss",
            Types.bounded(Types.FRACTION, share -> share <= 0.5, "50% at most"),
            "0%",
            "language",
            "",
            "client frames lost on the access network, both ways");
    public static final Key<Long> RTO =
        Key.of(
            "rto",
            LINK,
            "200ms",
            "semantics",
            "",
            "retransmission time-out of a lost frame beyond the round trip, doubling");
    public static final Key<Law> JITTER =
        Key.optional(
            "jitter",
            Types.DURATION_LAW,
            "on top of each way between regions; a connection keeps its order");
    static final SectionType TYPE =
        new SectionType(SAME_ZONE, SAME_REGION, BETWEEN, ACCESS, ACCESS_FLOOR, LOSS, RTO, JITTER);

    private Network() {}
  }

  /** {@code delivery}. */
  public static final class Delivery {
    public static final Key<String> STRATEGY =
        Key.of("strategy", CodeName.ofStrategy(), "hybrid", "F05", "V", "when a message is spread");
    public static final Key<Long> WRITE_UP_TO =
        Key.of("write-up-to", Types.COUNT, "500", "L80", "V2", "largest chat that hybrid writes");
    public static final Key<Long> PUSH_COST =
        Key.of("push-cost", cost(), "50us", "F02", "G", "of a copy in an inbox, for cost-based");
    public static final Key<Long> PULL_COST =
        Key.of("pull-cost", cost(), "50us", "F02", "G", "of a fetch from a log, for cost-based");
    public static final Key<Law> READ_EVERY =
        Key.of(
            "read-every",
            Types.bounded(
                Types.DURATION_LAW,
                law -> law.distribution().valueAt(0) >= 1,
                "above 0 whatever is drawn"),
            "lognormal(p50=90m p99=24h)",
            "S17",
            "G",
            "mean time between a member's looks into a chat, for cost-based");
    public static final Key<SortedMap<String, SortedMap<String, String>>> SETTINGS =
        Key.optional("settings", new StrategySettings(), "what plugged-in strategies take");
    static final SectionType FANOUT_TYPE =
        new SectionType(STRATEGY, WRITE_UP_TO, PUSH_COST, PULL_COST, READ_EVERY, SETTINGS);
    public static final Key<Section> FANOUT =
        Key.optional("fanout", FANOUT_TYPE, "the fan-out strategy");
    public static final Key<String> ORDERING =
        Key.of(
            "ordering",
            Types.oneOf("per-chat"),
            "per-chat",
            "language",
            "",
            "what keeps its order");
    public static final Key<Long> DEDUP_WINDOW =
        Key.of(
            "dedup-window",
            Types.DURATION,
            "10m",
            "language",
            "",
            "how long messages are remembered");
    public static final Key<Long> ROUTE_TIMEOUT =
        Key.of("route-timeout", Types.DURATION, "1s", "semantics", "", "wait for a silent gateway");
    public static final Key<String> ROUTER =
        Key.of(
            "router", CodeName.ofRouter(), "retry-once", "semantics", "", "who is tried again how");
    static final SectionType TYPE =
        new SectionType(FANOUT, ROUTER, ORDERING, DEDUP_WINDOW, ROUTE_TIMEOUT);

    private Delivery() {}
  }

  /** {@code redis}. */
  public static final class Redis {
    public static final Key<Long> SHARDS =
        Key.of("shards", hosts(), "3", "D05", "G", "masters per home region");
    public static final Key<Long> REPLICAS =
        Key.of(
            "replicas",
            Types.between(Types.COUNT, 0, 15),
            "1",
            "D05",
            "V",
            "replicas of each master");
    public static final Key<Law> COMMAND_COST =
        Key.of("command-cost", Types.DURATION_LAW, "10us", "D01", "V", "CPU of one command");
    public static final Key<Long> PIPELINE =
        Key.of("pipeline", positive(), "64", "D01", "G", "commands in one request at most");
    public static final Key<Long> MEMORY =
        Key.of("memory", Types.SIZE, "8GiB", "L62", "D", "of one shard");
    public static final Key<Long> NODE_TIMEOUT =
        Key.of(
            "node-timeout",
            POSITIVE_TIME,
            "15s",
            "D06",
            "V",
            "until a silent node is suspected to have failed");
    public static final Key<Long> TIMEOUT =
        Key.of(
            "timeout",
            POSITIVE_TIME,
            "1s",
            "semantics",
            "",
            "wait of a client for an answer, all tries together");
    public static final Key<Boolean> FULL_COVERAGE =
        Key.of(
            "full-coverage",
            Types.FLAG,
            "false",
            "semantics",
            "",
            "whether a slot without a master closes the whole cluster");
    public static final Key<Long> REPLICATION_LAG =
        Key.of(
            "replication-lag",
            Types.DURATION,
            "1ms",
            "D13",
            "G",
            "until a write has left for the replicas: what the last of them lose");
    public static final Key<Long> SESSION_BYTES =
        Key.of("session-bytes", Types.SIZE, "100B", "D10", "V", "memory of one session");
    public static final Key<String> MAXMEMORY_POLICY =
        Key.of(
            "maxmemory-policy",
            Types.oneOf("noeviction", "allkeys-random", "allkeys-lru"),
            "noeviction",
            "semantics",
            "",
            "what goes when a shard is full: the new session, or another one");
    static final SectionType TYPE =
        new SectionType(
            SHARDS,
            REPLICAS,
            COMMAND_COST,
            PIPELINE,
            MEMORY,
            MAXMEMORY_POLICY,
            SESSION_BYTES,
            NODE_TIMEOUT,
            TIMEOUT,
            FULL_COVERAGE,
            REPLICATION_LAG,
            HostKeys.BACKGROUND,
            HostKeys.PAUSES);

    private Redis() {}
  }

  /** {@code store}. */
  public static final class Store {
    public static final Key<Long> REGION_SERVERS =
        Key.of("region-servers", hosts(), "6", "H01", "G", "servers per home region");
    public static final Key<Law> PUT =
        Key.of(
            "put",
            Types.DURATION_LAW,
            "lognormal(p50=3ms p99=15ms)",
            "H01",
            "D",
            "delay of a write");
    public static final Key<Law> GET =
        Key.of(
            "get",
            Types.DURATION_LAW,
            "lognormal(p50=4ms p99=20ms)",
            "H02",
            "D",
            "delay of a read");
    public static final Key<Law> OP_COST =
        Key.of("op-cost", Types.DURATION_LAW, "50us", "semantics", "", "service of one operation");
    public static final Key<Long> HANDLERS =
        Key.of("handlers", cores(), "30", "H04", "G", "servers of a region server");
    public static final Key<Long> SESSION_TIMEOUT =
        Key.of(
            "session-timeout",
            POSITIVE_TIME,
            "60s",
            "H05",
            "G",
            "until a dead region server's session ends");
    public static final Key<Law> RECOVERY =
        Key.of(
            "recovery",
            Types.DURATION_LAW,
            "uniform(30s 120s)",
            "H05",
            "G",
            "from there until a region of it is open elsewhere");
    public static final Key<Long> RPC_TIMEOUT =
        Key.of(
            "rpc-timeout", POSITIVE_TIME, "10s", "H05", "G", "wait of a client for a dark server");
    public static final Key<Long> OPERATION_TIMEOUT =
        Key.of(
            "operation-timeout",
            POSITIVE_TIME,
            "20m",
            "H05",
            "G",
            "until a client gives an operation up, tries and all");
    public static final Key<Long> BALANCE =
        Key.of(
            "balance",
            POSITIVE_TIME,
            "5m",
            "H05",
            "G",
            "how often regions go back to their servers");
    public static final Key<Long> MOVE =
        Key.of("move", Types.DURATION, "1s", "H05", "G", "a region is closed while it moves");
    public static final Key<Long> RETENTION =
        Key.of(
            "retention",
            Types.DURATION,
            "180d",
            "semantics",
            "",
            "how long history is kept, for the price of it");
    public static final Key<Long> REPLICATION =
        Key.of("replication", positive(), "3", "H07", "G", "copies of what is kept, on disks");
    public static final Key<Double> EDGE_HIT_RATE =
        Key.of(
            "hit-rate",
            Types.FRACTION,
            "0%",
            "language",
            "",
            "share of reads that the cache can answer");
    public static final Key<Long> EDGE_LAG =
        Key.of(
            "lag",
            Types.DURATION,
            "1s",
            "language",
            "",
            "from a write at home until the cache has it");
    public static final Key<Law> EDGE_GET =
        Key.of(
            "get",
            Types.DURATION_LAW,
            "lognormal(p50=1ms p99=5ms)",
            "language",
            "",
            "delay of a read that hits");
    public static final Key<Section> EDGE =
        Key.optional(
            "edge",
            new SectionType(EDGE_HIT_RATE, EDGE_LAG, EDGE_GET),
            "a cache in each region whose home is another");
    public static final Key<Long> REPLICA_EVERY =
        Key.required(
            "every", POSITIVE_TIME, "how often the home ships what is new; the way comes on top");
    public static final Key<Law> REPLICA_GET =
        Key.of(
            "get",
            Types.DURATION_LAW,
            "lognormal(p50=4ms p99=20ms)",
            "H02",
            "D",
            "delay of a read");
    public static final Key<Section> READ_REPLICA =
        Key.optional(
            "read-replica",
            new SectionType(REPLICA_EVERY, REPLICA_GET),
            "an asynchronous replica in each region whose home is another");
    static final SectionType TYPE =
        new SectionType(
            REGION_SERVERS,
            PUT,
            GET,
            OP_COST,
            HANDLERS,
            SESSION_TIMEOUT,
            RECOVERY,
            RPC_TIMEOUT,
            OPERATION_TIMEOUT,
            BALANCE,
            MOVE,
            RETENTION,
            REPLICATION,
            EDGE,
            READ_REPLICA,
            HostKeys.BACKGROUND,
            HostKeys.PAUSES);

    private Store() {}
  }

  /** {@code encryption}. */
  public static final class Encryption {
    public static final Key<Boolean> LETTER_SEALING =
        Key.of("letter-sealing", Types.FLAG, "true", "L100", "V", "whether bodies are sealed");
    public static final Key<Long> OVERHEAD =
        Key.of("overhead", Types.SIZE, "63B", "L104", "V2", "added to each sealed body");
    public static final Key<Long> GROUP_KEY_BYTES =
        Key.of(
            "group-key-bytes",
            Types.bounded(Types.SIZE, bytes -> bytes <= 1 << 20, "1MiB at most"),
            "85B",
            "L105",
            "V2",
            "a member's share of a new group key");
    public static final Key<Double> REKEY_RATE =
        Key.of(
            "rekey-rate",
            Types.RATE,
            "0/h",
            "language",
            "",
            "membership changes of each group, which make its key anew");
    public static final Key<Double> DEVICE_ADDS =
        Key.of("device-adds", Types.RATE, "0/h", "language", "", "devices that each person adds");
    public static final Key<Long> HISTORY =
        Key.of(
            "history",
            Types.between(Types.COUNT, 1, 1_000_000),
            "1000",
            "language",
            "",
            "messages that an added device reads again");
    static final SectionType TYPE =
        new SectionType(
            LETTER_SEALING, OVERHEAD, GROUP_KEY_BYTES, REKEY_RATE, DEVICE_ADDS, HISTORY);

    private Encryption() {}
  }

  /** How many hosts a region may have of a component. */
  static Type<Long> hosts() {
    return Types.between(Types.COUNT, 1, 1_000_000);
  }

  /** How many cores, threads or handlers a host may have. */
  static Type<Long> cores() {
    return Types.between(Types.COUNT, 1, 4096);
  }

  private static Type<Long> cost() {
    return Types.bounded(Types.DURATION, ns -> ns >= 1, "above 0");
  }

  static Type<Long> positive() {
    return Types.bounded(Types.COUNT, count -> count >= 1, "at least 1");
  }
}
