package dev.haishin.scenario;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** The top of the table of all keys. */
public final class Language {
  private static final Type<String> CLOCK_TEXT =
      new JavaTimeText(
          "an ISO-8601 instant with offset such as 2026-12-31T23:58:30+09:00",
          "date and time",
          OffsetDateTime::parse);

  /** Fixed: rules of zones change with the JDK's data and would change results. */
  private static final Type<String> OFFSET_TEXT =
      new JavaTimeText("an offset from UTC such as +09:00", "offset", ZoneOffset::of);

  /** Users of a region are numbered by an int. */
  static final long MOST_USERS = 2_000_000_000L;

  public static final Key<String> NAME =
      Key.required(
          "name",
          Types.bounded(
              Types.TEXT,
              SchemaPiece.text("^[a-z0-9-]{1,64}$"),
              name -> name.matches("[a-z0-9-]{1,64}"),
              "1 to 64 of a-z, 0-9 and -"),
          "names the results");
  public static final Key<String> DESCRIPTION =
      Key.optional("description", Types.TEXT, "one line for reports");
  public static final Key<Long> SEED =
      Key.of("seed", Types.COUNT, "1", "language", "", "the only source of randomness");
  public static final Key<Long> DURATION =
      Key.required(
          "duration",
          Types.between(Types.DURATION, 1_000_000L, 366 * 86_400_000_000_000L),
          "simulated time");
  public static final Key<Long> WARMUP =
      Key.optional(
          "warmup",
          new WarmupType(),
          "not measured; default 10% of the duration, auto finds where the run settles");
  public static final Key<String> CLOCK = Key.optional("clock", CLOCK_TEXT, "date and time at t=0");
  public static final Key<Double> SCALE =
      Key.of(
          "scale",
          Types.bounded(Types.FRACTION, scale -> scale > 0, "above 0%"),
          "100%",
          "language",
          "",
          "shrinks the world");
  public static final Key<Double> LOAD =
      Key.of(
          "load",
          Types.bounded(Types.FACTOR, factor -> factor > 0, "above 0"),
          "x1",
          "semantics",
          "",
          "multiplies users and load");
  public static final Key<Value> REGIONS =
      Key.required("regions", new AnyValue(), "the regions by name");
  public static final Key<Section> NETWORK =
      Key.optional("network", Keys.Network.TYPE, "latencies");
  public static final Key<Section> CLIENTS =
      Key.optional("clients", ClientKeys.CLIENTS, "people's devices");
  public static final Key<Section> CHATS =
      Key.optional("chats", ClientKeys.CHATS, "kinds of chats");
  public static final Key<Section> TRAFFIC =
      Key.required("traffic", TrafficKeys.TYPE, "what people send");
  public static final Key<Section> DELIVERY =
      Key.optional("delivery", Keys.Delivery.TYPE, "the delivery code");
  public static final Key<Section> GATEWAYS =
      Key.optional("gateways", GatewayKeys.TYPE, "hosts that hold connections");
  public static final Key<Section> KAFKA = Key.optional("kafka", KafkaKeys.TYPE, "the backbone");
  public static final Key<Section> REDIS =
      Key.optional("redis", Keys.Redis.TYPE, "the session directory");
  public static final Key<Section> STORE =
      Key.optional("store", Keys.Store.TYPE, "inboxes and history");
  public static final Key<Section> PUSH =
      Key.optional("push", PushKeys.TYPE, "APNs, FCM and fall-backs");
  public static final Key<Section> ENCRYPTION =
      Key.optional("encryption", Keys.Encryption.TYPE, "sealed messages");
  public static final Key<Section> COSTS = Key.optional("costs", CostKeys.TYPE, "prices");
  public static final Key<List<Section>> FAILURES =
      Key.optional("failures", new ListOf(FailureKeys.TYPE), "what fails when");
  public static final Key<Value> EXPECT =
      Key.optional("expect", new AnyValue(), "what the answer should be");
  public static final Key<Section> CHECK =
      Key.optional("check", CheckKeys.TYPE, "when a change is worse than a baseline");
  static final Key<Section> CHAOS =
      Key.optional("chaos", ChaosKeys.TYPE, "what random failures may do");
  public static final Key<Value> VARIANTS =
      Key.optional("variants", new AnyValue(), "named overrides");

  public static final Key<Value> UNCERTAIN =
      Key.optional("uncertain", new AnyValue(), "assumptions drawn anew a replication");

  static final Key<Value> MEASURED =
      Key.optional(
          "measured", new AnyValue(), "measurements to compare with: {PATH: {file, column, unit}}");

  static final Key<List<String>> REPORT =
      Key.optional(
          "report",
          new WordsType(Types.TEXT),
          "figures that nothing is expected of, for the results");

  /** Components that a region may override. */
  static final List<Key<Section>> COMPONENTS =
      List.of(CLIENTS, GATEWAYS, KAFKA, REDIS, STORE, PUSH, COSTS);

  static final SectionType ROOT =
      new SectionType(
          NAME,
          DESCRIPTION,
          SEED,
          DURATION,
          WARMUP,
          CLOCK,
          SCALE,
          LOAD,
          REGIONS,
          NETWORK,
          CLIENTS,
          CHATS,
          TRAFFIC,
          DELIVERY,
          GATEWAYS,
          KAFKA,
          REDIS,
          STORE,
          PUSH,
          ENCRYPTION,
          COSTS,
          FAILURES,
          EXPECT,
          VARIANTS,
          UNCERTAIN,
          CHECK,
          CHAOS,
          MEASURED,
          REPORT);

  public static final Key<Long> USERS =
      Key.required("users", Types.between(Types.COUNT, 1, MOST_USERS), "people who live there");
  public static final Key<ConnectedSpec> CONNECTED =
      Key.required("connected", new ConnectedType(), "share that holds a connection");
  public static final Key<Long> ZONES =
      Key.of("zones", Types.between(Types.COUNT, 1, 16), "3", "R02", "G", "availability zones");
  public static final Key<Double> IOS =
      Key.of("ios", Types.FRACTION, "50%", "S17", "G", "share of iPhones");
  public static final Key<Double> ANDROID =
      Key.of("android", Types.FRACTION, "50%", "S17", "G", "share of Android phones");
  static final SectionType PLATFORMS_TYPE = new SectionType(IOS, ANDROID);
  public static final Key<Section> PLATFORMS =
      Key.optional("platforms", PLATFORMS_TYPE, "shares of platforms, together 100%");
  public static final Key<String> HOME =
      Key.optional("home", Types.TEXT, "region that holds their data");
  public static final Key<String> TIME_ZONE =
      Key.optional("time-zone", OFFSET_TEXT, "where their day begins");
  public static final Key<ShapeSpec> SHAPE =
      Key.optional("shape", new ShapeReader(), "their own course of the load");
  public static final Key<Section> RESIDENCY =
      Key.optional("residency", ResidencyKeys.TYPE, "what of their data may leave their home");
  public static final Key<List<String>> FAILOVER =
      Key.optional("failover", new RegionNames(), "where its people go when it is lost");
  static final Key<Section> STANDBY =
      Key.optional("standby", StandbyKeys.TYPE, "a second site that takes over its data");
  static final SectionType REGION =
      new SectionType(
          USERS, CONNECTED, ZONES, PLATFORMS, HOME, TIME_ZONE, SHAPE, CLIENTS, GATEWAYS, KAFKA,
          REDIS, STORE, PUSH, COSTS, FAILOVER, STANDBY, RESIDENCY);

  private Language() {}

  /** The type of what stands at a dotted path, or nothing where no key has that path. */
  static Optional<Type<?>> typeAt(String path) {
    Type<?> type = ROOT;
    String[] names = path.split("\\.", -1);
    for (int i = 0; i < names.length; i++) {
      if (!(type instanceof SectionType section)) {
        return Optional.empty();
      }
      Key<?> key = section.key(names[i]);
      if (key == null) {
        return Optional.empty();
      }
      type = key.type();
      if (key == REGIONS && i + 1 < names.length) {
        type = REGION;
        i++;
      } else if (key == Keys.Network.BETWEEN && i + 2 == names.length) {
        return Optional.of(Keys.LINK);
      }
    }
    return Optional.of(type);
  }
}
