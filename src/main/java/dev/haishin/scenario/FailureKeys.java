package dev.haishin.scenario;

import java.util.List;

/** The keys of one failure, and what each verb takes. */
public final class FailureKeys {
  static final List<String> COMPONENTS =
      List.of("gateway", "broker", "redis", "worker", "store", "relay", "apns", "fcm", "clients");
  static final List<String> PROVIDERS = List.of("apns", "fcm");
  static final List<String> LOSABLE = List.of("zone", "region");
  static final List<String> VERBS =
      List.of(
          "crash",
          "vanish",
          "lose",
          "partition",
          "degrade",
          "disconnect",
          "drain",
          "pause",
          "add",
          "open");

  public static final Key<Long> AT = Key.required("at", Types.DURATION, "when, from t=0");
  public static final Key<String> CRASH = Key.optional("crash", Types.TEXT, "the process dies");
  public static final Key<String> VANISH = Key.optional("vanish", Types.TEXT, "the host goes dark");
  public static final Key<String> LOSE =
      Key.optional("lose", Types.TEXT, "a zone or region vanishes");
  public static final Key<List<String>> PARTITION =
      Key.optional("partition", new PartedRegions(), "no message crosses between two regions");
  public static final Key<String> DEGRADE =
      Key.optional("degrade", Types.TEXT, "slower, failing or throttled");
  public static final Key<String> DISCONNECT =
      Key.optional("disconnect", Types.TEXT, "a carrier drops clients");
  public static final Key<String> DRAIN = Key.optional("drain", Types.TEXT, "a rolling deploy");
  public static final Key<String> PAUSE = Key.optional("pause", Types.TEXT, "a host stands still");
  public static final Key<String> ADD = Key.optional("add", Types.TEXT, "more hosts");
  public static final Key<String> OPEN =
      Key.optional("open", Types.TEXT, "people come online at once");
  public static final Key<String> REGION = Key.optional("region", Types.TEXT, "where");
  public static final Key<Long> ZONE = Key.optional("zone", Types.COUNT, "which zone");
  public static final Key<Double> SHARE =
      Key.optional("share", Types.FRACTION, "which share of the hosts");
  public static final Key<Long> COUNT = Key.optional("count", Keys.positive(), "how many hosts");
  public static final Key<Long> INDEX = Key.optional("index", Types.COUNT, "which host");
  public static final Key<Long> RESTART =
      Key.optional("restart", Types.DURATION, "until it is back");
  public static final Key<Long> FOR = Key.optional("for", Types.DURATION, "how long");
  public static final Key<Long> OVER = Key.optional("over", Types.DURATION, "spread over");
  public static final Key<Double> LATENCY = Key.optional("latency", Types.FACTOR, "times slower");
  public static final Key<Double> ERRORS =
      Key.optional("errors", Types.FRACTION, "share that fails");
  public static final Key<Double> QUOTA =
      Key.optional("quota", Types.FRACTION, "of the quota left");
  public static final Key<Long> READY = Key.optional("ready", Types.DURATION, "until they serve");
  static final Key<Long> EVERY =
      Key.required(
          "every", Types.bounded(Types.DURATION, ns -> ns > 0, "above 0s"), "from one to the next");
  static final Key<Long> TIMES =
      Key.optional("times", Keys.positive(), "how often in all; default until the end of the run");
  static final SectionType REPEAT_TYPE = new SectionType(EVERY, TIMES);
  static final Key<Section> REPEAT =
      Key.optional("repeat", REPEAT_TYPE, "the same again, hosts drawn anew each time");
  static final SectionType TYPE =
      new SectionType(
          AT,
          CRASH,
          VANISH,
          LOSE,
          PARTITION,
          DEGRADE,
          DISCONNECT,
          DRAIN,
          PAUSE,
          ADD,
          OPEN,
          REGION,
          ZONE,
          SHARE,
          COUNT,
          INDEX,
          RESTART,
          FOR,
          OVER,
          LATENCY,
          ERRORS,
          QUOTA,
          READY,
          REPEAT);

  private FailureKeys() {}
}
