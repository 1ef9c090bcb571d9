package dev.haishin.scenario;

/** The keys of {@code kafka}. */
public final class KafkaKeys {
  public static final Key<Long> BROKERS =
      Key.of("brokers", Keys.hosts(), "3", "K20", "V2", "brokers per home region");
  public static final Key<Long> THREADS =
      Key.of("io-threads", Keys.cores(), "8", "K06", "V", "request handlers of a broker");
  public static final Key<Long> PARTITIONS =
      Key.of(
          "partitions", Types.between(Types.COUNT, 1, 1 << 19), "48", "K40", "G", "of the topic");
  public static final Key<Long> REPLICATION =
      Key.of(
          "replication",
          Types.between(Types.COUNT, 1, 16),
          "3",
          "K25",
          "V",
          "copies, the leader's counted");
  public static final Key<String> ACKS =
      Key.of(
          "acks", Types.oneOf("0", "1", "all"), "all", "K01", "V", "when a send is acknowledged");
  public static final Key<Long> MIN_INSYNC =
      Key.of(
          "min-insync",
          Keys.positive(),
          "2",
          "K25",
          "V",
          "replicas needed to accept with acks all");
  public static final Key<Long> LINGER =
      Key.of("linger", Types.DURATION, "5ms", "K02", "V", "how long a batch waits for company");
  public static final Key<Long> BATCH =
      Key.of(
          "batch",
          Types.bounded(Types.SIZE, b -> b >= 1 && b <= 1 << 20, "1B to 1MiB"),
          "16KiB",
          "K02",
          "V",
          "size of a full batch");
  public static final Key<Law> APPEND_COST =
      Key.of("append-cost", Types.DURATION_LAW, "30us", "K20", "G", "CPU of one produce request");
  public static final Key<Law> RECORD_COST =
      Key.of("record-cost", Types.DURATION_LAW, "1us", "K20", "D", "CPU of each record in it");
  public static final Key<Law> BYTE_COST =
      Key.of(
          "byte-cost",
          Types.bounded(Types.DURATION_LAW, Law::fixed, "a plain value"),
          "1ns",
          "K24",
          "D",
          "CPU of each byte in it");
  public static final Key<Long> FETCH_COST =
      Key.of("fetch-cost", Types.DURATION, "20us", "K20", "G", "CPU of one fetch");
  public static final Key<Long> DISK =
      Key.of(
          "disk",
          Types.bounded(Types.SIZE, bytes -> bytes >= 1, "above 0"),
          "200MB",
          "K24",
          "D",
          "bytes a second to and from disk");
  public static final Key<Long> DISK_SEEK =
      Key.of("disk-seek", Types.DURATION, "10ms", "8.1", "V", "of a read, for each partition");
  public static final Key<Long> PAGE_CACHE =
      Key.of(
          "page-cache",
          Types.SIZE,
          "256GiB",
          "L52",
          "V",
          "appended bytes that a broker keeps in memory; who lags further reads from disk");
  public static final Key<Long> RETENTION =
      Key.of(
          "retention",
          Types.DURATION,
          "7d",
          "semantics",
          "",
          "how long records are kept, for the price of it");

  public static final Key<Double> PRODUCE = quota("produce", "of a gateway's produce requests");
  public static final Key<Double> FETCH = quota("fetch", "of the answers to a worker's fetches");
  static final SectionType QUOTAS_TYPE = new SectionType(PRODUCE, FETCH);
  public static final Key<Section> QUOTAS =
      Key.optional("quotas", QUOTAS_TYPE, "what each client may move at each broker");

  public static final Key<Long> SESSION_TIMEOUT =
      Key.of(
          "session-timeout",
          Types.bounded(
              Types.DURATION, ns -> ns >= 6_000_000_000L && ns <= 1_800_000_000_000L, "6s to 30m"),
          "45s",
          "K04",
          "V",
          "silence after which a worker is out of its group");
  private static final Type<Long> TIMEOUT =
      Types.bounded(Types.DURATION, ns -> ns >= 1_000_000L, "at least 1ms");
  public static final Key<Long> REQUEST_TIMEOUT =
      Key.of("request-timeout", TIMEOUT, "30s", "K01", "V", "wait of a producer for a broker");
  public static final Key<Long> DELIVERY_TIMEOUT =
      Key.of("delivery-timeout", TIMEOUT, "120s", "K01", "V", "how long a producer retries");
  public static final Key<Long> BROKER_TIMEOUT =
      Key.of("broker-timeout", TIMEOUT, "9s", "K07", "V", "silence after which a broker is fenced");
  public static final Key<Long> REPLICA_LAG_MAX =
      Key.of("replica-lag-max", TIMEOUT, "30s", "K06", "V", "lag after which a replica is out");
  public static final Key<Boolean> UNCLEAN_ELECTION =
      Key.of("unclean-election", Types.FLAG, "false", "K01", "G", "a replica that is out may lead");
  public static final Key<Long> LEADER_BALANCE =
      Key.of(
          "leader-balance",
          TIMEOUT,
          "300s",
          "K07",
          "G",
          "wait before preferred leaders lead again");

  public static final Key<Long> COUNT =
      Key.of("count", Keys.hosts(), "4", "L55", "G", "workers per home region");
  public static final Key<Long> CORES =
      Key.of("cores", Keys.cores(), "8", "L55", "G", "of one worker");
  public static final Key<Law> WORK_RECORD_COST =
      Key.of("record-cost", Types.DURATION_LAW, "40us", "P21", "G", "CPU of one record");
  public static final Key<Law> RECIPIENT_COST =
      Key.of("recipient-cost", Types.DURATION_LAW, "2us", "P21", "G", "CPU of one recipient");
  public static final Key<String> REBALANCE =
      Key.of(
          "rebalance",
          Types.oneOf("cooperative", "eager"),
          "cooperative",
          "K45",
          "V2",
          "what stops while partitions move: those, or all");
  static final SectionType WORKERS_TYPE =
      new SectionType(
          COUNT,
          CORES,
          WORK_RECORD_COST,
          RECIPIENT_COST,
          REBALANCE,
          HostKeys.BACKGROUND,
          HostKeys.PAUSES);
  public static final Key<Section> WORKERS =
      Key.optional("fanout-workers", WORKERS_TYPE, "the consumers that spread messages");
  static final SectionType TYPE =
      new SectionType(
          BROKERS,
          THREADS,
          PARTITIONS,
          REPLICATION,
          ACKS,
          MIN_INSYNC,
          LINGER,
          BATCH,
          APPEND_COST,
          RECORD_COST,
          BYTE_COST,
          FETCH_COST,
          DISK,
          DISK_SEEK,
          PAGE_CACHE,
          RETENTION,
          QUOTAS,
          WORKERS,
          REQUEST_TIMEOUT,
          DELIVERY_TIMEOUT,
          SESSION_TIMEOUT,
          BROKER_TIMEOUT,
          REPLICA_LAG_MAX,
          UNCLEAN_ELECTION,
          LEADER_BALANCE,
          HostKeys.BACKGROUND,
          HostKeys.PAUSES);

  private KafkaKeys() {}

  private static Key<Double> quota(String name, String meaning) {
    return Key.optional(
        name,
        Types.bounded(Types.BANDWIDTH, bytesPerSecond -> bytesPerSecond > 0, "above 0"),
        meaning + "; default none");
  }
}
