package dev.haishin.scenario;

/** The keys of {@code clients}, {@code chats} and {@code traffic}. */
public final class ClientKeys {
  public static final Key<String> BACKOFF =
      Key.of(
          "backoff",
          Types.oneOf("none", "exponential", "equal-jitter", "full-jitter", "decorrelated"),
          "full-jitter",
          "R05",
          "V",
          "rule of the waits");
  public static final Key<Long> BASE =
      Key.of("base", positive(), "1s", "R09", "G", "scale of the first wait");
  public static final Key<Long> CAP = Key.of("cap", positive(), "60s", "R09", "G", "longest wait");
  static final SectionType RECONNECT_TYPE = new SectionType(BACKOFF, BASE, CAP);

  public static final Key<Long> TIMEOUT =
      Key.of("timeout", positive(), "10s", "semantics", "", "wait for an acknowledgement");
  public static final Key<Long> RETRIES =
      Key.of("retries", Types.COUNT, "3", "semantics", "", "sends after the first");
  public static final Key<Long> KEEP =
      Key.of("keep", positive(), "10m", "semantics", "", "how long a message waits");
  static final SectionType OUTBOX_TYPE = new SectionType(TIMEOUT, RETRIES, KEEP);

  public static final Key<Law> ONLINE =
      Key.required("online", Types.DURATION_LAW, "length of a session");
  static final SectionType SESSION_TYPE = new SectionType(ONLINE);

  public static final Key<HeartbeatSpec> HEARTBEAT =
      Key.of("heartbeat", new HeartbeatInterval(), "200s", "L37", "V2", "between two beats");
  public static final Key<String> HEARTBEATS =
      Key.of(
          "heartbeats",
          Types.oneOf("individual", "cohort"),
          "individual",
          "language",
          "",
          "each beat, or those of a tick at once");
  public static final Key<Long> HEARTBEAT_TIMEOUT =
      Key.of(
          "heartbeat-timeout", positive(), "10s", "semantics", "", "wait for the answer to a beat");
  public static final Key<Long> CONNECT_TIMEOUT =
      Key.of("connect-timeout", positive(), "3.2s", "L40", "V", "wait for a gateway that is dark");
  public static final Key<Section> SESSION =
      new Key<>(
          "session",
          Types.or(SESSION_TYPE, "static", new Section(SESSION_TYPE, new Position("", 1, 1))),
          "static",
          "language",
          "",
          "static, or how long people stay online");
  public static final Key<Section> RECONNECT =
      Key.optional("reconnect", RECONNECT_TYPE, "waits between attempts to connect");
  public static final Key<Section> OUTBOX =
      Key.optional("outbox", OUTBOX_TYPE, "what becomes of unacknowledged messages");
  public static final Key<Law> NAT_TIMEOUT =
      Key.of(
          "nat-timeout",
          Types.bounded(
              Types.DURATION_LAW, law -> law.distribution().valueAt(0) >= 1_000_000, "1ms or more"),
          "never",
          "R01",
          "V",
          "after which a NAT cuts an idle connection, a constant of each user");
  static final SectionType CLIENTS =
      new SectionType(
          HEARTBEAT,
          HEARTBEATS,
          HEARTBEAT_TIMEOUT,
          CONNECT_TIMEOUT,
          NAT_TIMEOUT,
          SESSION,
          RECONNECT,
          OUTBOX);

  public static final Key<Double> SHARE =
      Key.required("share", Types.FRACTION, "of the messages sent");
  public static final Key<Law> SIZE =
      Key.optional("size", Types.COUNT_LAW, "members over chats, the sender counted");
  public static final Key<Double> PER_USER =
      Key.optional("per-user", new PerUser(), "chats of the kind a user is in, on average");
  public static final Key<Double> POPULARITY =
      Key.of(
          "popularity", Types.POPULARITY, "uniform", "S11", "G", "share of the messages by rank");
  static final SectionType CHAT_KIND = new SectionType(SHARE, SIZE, PER_USER, POPULARITY);
  public static final Key<Section> DIRECT = Key.optional("direct", CHAT_KIND, "chats of two");
  public static final Key<Section> GROUP = Key.optional("group", CHAT_KIND, "group chats");
  public static final Key<Section> OPEN = Key.optional("open", CHAT_KIND, "open chats");
  public static final Key<Double> LOCALITY =
      Key.of(
          "locality",
          Types.FRACTION,
          "97%",
          "language",
          "",
          "members who live in the chat's region");
  static final SectionType CHATS = new SectionType(DIRECT, GROUP, OPEN, LOCALITY);

  private ClientKeys() {}

  private static Type<Long> positive() {
    return Types.bounded(Types.DURATION, ns -> ns >= 1, "above 0");
  }
}
