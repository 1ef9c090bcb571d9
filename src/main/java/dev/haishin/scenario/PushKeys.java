package dev.haishin.scenario;

/** The keys of {@code push}. */
public final class PushKeys {
  private static final long DAY_NS = 86_400_000_000_000L;

  public static final Key<Double> QUOTA =
      Key.of(
          "quota",
          Types.or(Types.RATE, "none", Double.POSITIVE_INFINITY),
          "none",
          "N08",
          "G",
          "requests accepted");
  public static final Key<Double> FCM_QUOTA =
      Key.of(
          "quota",
          Types.or(Types.RATE, "none", Double.POSITIVE_INFINITY),
          "600k/min",
          "N20",
          "V",
          "requests accepted");
  public static final Key<Long> QUOTA_WINDOW =
      Key.of("quota-window", positive(), "60s", "N20", "V", "after which a quota is whole again");
  public static final Key<Long> STEADY_QUOTA =
      Key.of(
          "quota-window",
          Types.or(positive(), "none", 0L),
          "none",
          "semantics",
          "",
          "after which a quota is whole again");
  public static final Key<Long> STREAMS =
      Key.of("streams", Keys.positive(), "1000", "N02", "G", "requests at once on a connection");
  public static final Key<Long> CONNECTIONS =
      Key.of("connections", Keys.positive(), "50", "N08", "G", "of all relays together");
  public static final Key<Law> RESPONSE =
      Key.of(
          "response",
          Types.DURATION_LAW,
          "lognormal(p50=50ms p99=300ms)",
          "semantics",
          "",
          "request to answer; holds a stream");
  public static final Key<Law> LATENCY =
      Key.of(
          "latency",
          Types.DURATION_LAW,
          "lognormal(p50=800ms p99=6s)",
          "N44",
          "D",
          "acceptance to device");
  public static final Key<Long> TIMEOUT =
      Key.of("timeout", positive(), "60s", "N07", "V2", "a relay waits for an answer");
  public static final Key<Long> RETRY_AFTER =
      Key.of(
          "retry-after",
          Types.or(positive(), "none", 0L),
          "none",
          "N05",
          "G",
          "what it asks those to wait whom it throttles");
  public static final Key<Long> FCM_RETRY_AFTER =
      Key.of(
          "retry-after",
          Types.or(positive(), "none", 0L),
          "60s",
          "N25",
          "V2",
          "what it asks those to wait whom it throttles");
  public static final Key<Double> INVALID_TOKENS =
      Key.of(
          "invalid-tokens",
          Types.FRACTION,
          "0%",
          "N05",
          "G",
          "devices whose token it does not know any more");
  public static final Key<Double> PER_DEVICE =
      Key.of(
          "per-device",
          Types.or(Types.RATE, "none", Double.POSITIVE_INFINITY),
          "none",
          "N05",
          "G",
          "requests accepted for one device, by the minute");
  public static final Key<Double> FCM_PER_DEVICE =
      Key.of(
          "per-device",
          Types.or(Types.RATE, "none", Double.POSITIVE_INFINITY),
          "240/min",
          "N22",
          "V",
          "requests accepted for one device, by the minute");
  public static final Key<Double> PER_DEVICE_HOUR =
      Key.of(
          "per-device-hour",
          Types.or(Types.RATE, "none", Double.POSITIVE_INFINITY),
          "none",
          "N05",
          "G",
          "requests accepted for one device, by the hour");
  public static final Key<Double> FCM_PER_DEVICE_HOUR =
      Key.of(
          "per-device-hour",
          Types.or(Types.RATE, "none", Double.POSITIVE_INFINITY),
          "5k/h",
          "N22",
          "V",
          "requests accepted for one device, by the hour");
  public static final Key<Double> ASLEEP =
      Key.of("asleep", Types.FRACTION, "0%", "N44", "G", "devices that sleep between their wakes");
  public static final Key<Law> WAKE =
      Key.of(
          "wake",
          Types.DURATION_LAW,
          "exp(10m)",
          "N44",
          "G",
          "between two wakes of a device that sleeps, drawn once a device");
  public static final Key<Long> TTL =
      Key.of(
          "ttl",
          atMost(30),
          "30d",
          "N03",
          "V",
          "how long a notification is kept for a device that sleeps; 0s: tried once");
  public static final Key<Long> FCM_TTL =
      Key.of(
          "ttl",
          atMost(28),
          "28d",
          "N24",
          "V",
          "how long a notification is kept for a device that sleeps; 0s: tried once");
  public static final Key<Boolean> COLLAPSIBLE =
      Key.of(
          "collapsible",
          Types.FLAG,
          "false",
          "N23",
          "V",
          "one notification kept a device instead of 100, and a bucket of 20 a device");
  static final SectionType APNS_TYPE =
      new SectionType(
          QUOTA,
          STEADY_QUOTA,
          STREAMS,
          CONNECTIONS,
          RESPONSE,
          LATENCY,
          TIMEOUT,
          RETRY_AFTER,
          INVALID_TOKENS,
          PER_DEVICE,
          PER_DEVICE_HOUR,
          ASLEEP,
          WAKE,
          TTL);
  static final SectionType FCM_TYPE =
      new SectionType(
          FCM_QUOTA,
          QUOTA_WINDOW,
          STREAMS,
          CONNECTIONS,
          RESPONSE,
          LATENCY,
          TIMEOUT,
          FCM_RETRY_AFTER,
          INVALID_TOKENS,
          FCM_PER_DEVICE,
          FCM_PER_DEVICE_HOUR,
          ASLEEP,
          WAKE,
          FCM_TTL,
          COLLAPSIBLE);
  public static final Key<Section> APNS = Key.optional("apns", APNS_TYPE, "Apple's service");
  public static final Key<Section> FCM = Key.optional("fcm", FCM_TYPE, "Google's service");

  public static final Key<String> BACKOFF =
      Key.of("backoff", ClientKeys.BACKOFF.type(), "full-jitter", "N25", "G", "rule of the waits");
  public static final Key<Long> BASE =
      Key.of("base", positive(), "10s", "N25", "V2", "scale of the first wait");
  public static final Key<Long> CAP = Key.of("cap", positive(), "10m", "N25", "G", "longest wait");
  public static final Key<Long> ATTEMPTS =
      Key.of("attempts", Types.between(Types.COUNT, 1, 100), "6", "N25", "G", "tries in all");
  static final SectionType RETRY_TYPE = new SectionType(BACKOFF, BASE, CAP, ATTEMPTS);
  public static final Key<Section> RETRY =
      Key.optional("retry", RETRY_TYPE, "when a throttled push is tried again");

  public static final Key<Double> BREAKER_ERRORS =
      Key.of(
          "errors",
          Types.FRACTION,
          "50%",
          Key.GUESS,
          "G",
          "share of failures that opens it; 0: never");
  public static final Key<Long> BREAKER_WINDOW =
      Key.of(
          "window",
          Types.between(Types.COUNT, 1, 1 << 20),
          "100",
          Key.GUESS,
          "G",
          "latest requests that the share is taken of");
  public static final Key<Long> BREAKER_OPEN =
      Key.of("open", positive(), "30s", Key.GUESS, "G", "how long nothing is sent then");
  public static final Key<Long> BREAKER_PROBES =
      Key.of(
          "probes",
          Types.between(Types.COUNT, 1, 1 << 20),
          "10",
          Key.GUESS,
          "G",
          "requests that must succeed for it to close");
  static final SectionType BREAKER_TYPE =
      new SectionType(BREAKER_ERRORS, BREAKER_WINDOW, BREAKER_OPEN, BREAKER_PROBES);
  public static final Key<Section> BREAKER =
      Key.optional("breaker", BREAKER_TYPE, "when a relay leaves a failing provider alone");

  public static final Key<Long> AFTER =
      Key.of("after", positive(), "5m", "language", "", "how long a push is tried before it");
  public static final Key<String> TO =
      Key.of(
          "to",
          Types.oneOf("sms", "late-notification", "none"),
          "none",
          "language",
          "",
          "what replaces a push");
  public static final Key<Double> PACE =
      Key.of(
          "pace",
          Types.bounded(Types.RATE, rate -> rate > 0, "above 0"),
          "100/s",
          "N62",
          "W",
          "text messages sent");
  public static final Key<Law> SMS_LATENCY =
      Key.of(
          "sms-latency",
          Types.DURATION_LAW,
          "lognormal(p50=5s p95=45s)",
          "N64",
          "G",
          "text message to device");
  public static final Key<Long> LATE_AFTER =
      Key.of(
          "late-after",
          Types.DURATION,
          "5m",
          "language",
          "",
          "how long after that the late notification is tried");
  static final SectionType FALLBACK_TYPE =
      new SectionType(AFTER, TO, PACE, SMS_LATENCY, LATE_AFTER);
  public static final Key<Section> FALLBACK =
      Key.optional("fallback", FALLBACK_TYPE, "what replaces a failed push");

  public static final Key<Long> COUNT =
      Key.of("count", Keys.hosts(), "4", "N07", "G", "relays per home region");
  public static final Key<Long> CORES =
      Key.of("cores", Keys.cores(), "8", "N07", "G", "of one relay");
  public static final Key<Law> COST =
      Key.of("dispatch-cost", Types.DURATION_LAW, "20us", "G15", "G", "CPU of one request");
  public static final Key<Long> QUEUE =
      Key.of(
          "queue",
          Types.between(Types.COUNT, 1, 1 << 28),
          "1M",
          "semantics",
          "",
          "pushes a relay holds");
  public static final Key<String> OVERFLOW =
      Key.of(
          "overflow",
          Types.oneOf("drop-oldest", "drop-newest"),
          "drop-oldest",
          "semantics",
          "",
          "what goes when it is full");
  public static final Key<Long> SUBMIT_TIMEOUT =
      Key.of(
          "timeout",
          positive(),
          "1s",
          "semantics",
          "",
          "after which a worker submits to another relay");
  static final SectionType RELAYS_TYPE =
      new SectionType(
          COUNT,
          CORES,
          COST,
          QUEUE,
          OVERFLOW,
          SUBMIT_TIMEOUT,
          HostKeys.BACKGROUND,
          HostKeys.PAUSES);
  public static final Key<Section> RELAYS =
      Key.optional("relays", RELAYS_TYPE, "hosts that speak to the providers");
  public static final Key<Double> OPENS =
      Key.of(
          "opens",
          Types.FRACTION,
          "0%",
          "semantics",
          "",
          "receivers of a broadcast's push who open the app");
  public static final Key<Law> OPENS_AFTER =
      Key.of(
          "opens-after",
          Types.DURATION_LAW,
          "lognormal(p50=20s p99=10m)",
          "semantics",
          "",
          "how long after the push they do");
  static final SectionType TYPE =
      new SectionType(APNS, FCM, RETRY, BREAKER, FALLBACK, RELAYS, OPENS, OPENS_AFTER);

  private PushKeys() {}

  private static Type<Long> atMost(int days) {
    return Types.bounded(Types.DURATION, ns -> ns <= days * DAY_NS, "at most " + days + "d");
  }

  private static Type<Long> positive() {
    return Types.bounded(Types.DURATION, ns -> ns >= 1, "above 0");
  }
}
