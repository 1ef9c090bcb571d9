package dev.haishin.scenario;

import java.util.List;

/** The keys of {@code traffic}. */
public final class TrafficKeys {
  public static final Key<Double> RATE = Key.required("rate", Types.RATE, "messages sent, mean");
  public static final Key<ShapeSpec> SHAPE =
      Key.of("shape", new ShapeReader(), "constant", "language", "", "how the rate varies");
  static final SectionType MESSAGES_TYPE = new SectionType(RATE, SHAPE);
  public static final Key<Section> MESSAGES =
      Key.required("messages", MESSAGES_TYPE, "messages that people send");
  public static final Key<Law> PAYLOAD =
      Key.of(
          "payload",
          Types.SIZE_LAW,
          "lognormal(p50=60B p99=2KiB)",
          "S16",
          "G",
          "body of a message");

  public static final Key<Double> PER_MESSAGE =
      Key.required("per-message", Types.FACTOR, "indicators a message");
  public static final Key<Double> PER_DELIVERY =
      Key.required("per-delivery", Types.FRACTION, "share of deliveries that are answered");
  public static final Key<Long> BUNDLE =
      Key.of(
          "bundle",
          Types.DURATION,
          "0ms",
          "language",
          "",
          "how long one may wait, on its way down, for others to share a frame with");
  static final SectionType TYPING_TYPE = new SectionType(PER_MESSAGE, BUNDLE);
  static final SectionType RECEIPTS_TYPE = new SectionType(PER_DELIVERY, BUNDLE);
  public static final Key<Section> TYPING =
      Key.optional("typing", TYPING_TYPE, "typing indicators");
  public static final Key<Section> RECEIPTS =
      Key.optional("receipts", RECEIPTS_TYPE, "read receipts");

  public static final Key<Long> AT = Key.required("at", Types.DURATION, "when it starts");
  public static final Key<String> FROM =
      Key.of("from", Types.TEXT, "official", "language", "", "who sends it");
  public static final Key<Long> AUDIENCE =
      Key.required("audience", Keys.positive(), "people it is for");
  public static final Key<Double> PACE =
      Key.required("pace", Types.RATE, "people reached a second");
  public static final Key<Long> BODY =
      Key.of("payload", Types.SIZE, "300B", "S16", "G", "body of the broadcast");
  static final SectionType BROADCAST_TYPE = new SectionType(AT, FROM, AUDIENCE, PACE, BODY);
  public static final Key<List<Section>> BROADCASTS =
      Key.optional("broadcasts", new ListOf(BROADCAST_TYPE), "official accounts' broadcasts");

  public static final Key<Long> FOR =
      Key.required(
          "for", Types.bounded(Types.DURATION, ns -> ns > 0, "above 0s"), "how long it lasts");
  public static final Key<String> CHAT =
      Key.required("chat", Types.oneOf("direct", "group", "open"), "kind of the chat");
  public static final Key<Long> MEMBERS =
      Key.required(
          "members",
          Types.between(Types.COUNT, 2, Integer.MAX_VALUE),
          "the chat whose size is nearest is taken");
  public static final Key<Double> CHAT_RATE =
      Key.required(
          "rate",
          Types.bounded(Types.RATE, rate -> rate > 0, "above 0"),
          "messages sent to it, beside its share of the others");
  public static final Key<String> REGION =
      Key.optional("region", Types.TEXT, "where the chat belongs; default the first");
  static final SectionType HOT_TYPE = new SectionType(AT, FOR, CHAT, MEMBERS, CHAT_RATE, REGION);
  public static final Key<List<Section>> HOT =
      Key.optional("hot", new ListOf(HOT_TYPE), "load on one real chat");

  public static final Key<String> KEY =
      Key.required(
          "key",
          Types.TEXT,
          "its name; what is in braces alone decides the slot, as in {room:7}:members");
  public static final Key<Double> READ_RATE =
      Key.required(
          "rate", Types.bounded(Types.RATE, rate -> rate > 0, "above 0"), "reads of it a second");
  public static final Key<String> KEY_REGION =
      Key.optional("region", Types.TEXT, "where it is read, from its home; default the first");
  static final SectionType HOT_KEY_TYPE = new SectionType(AT, FOR, KEY, READ_RATE, KEY_REGION);
  public static final Key<List<Section>> HOT_KEYS =
      Key.optional("hot-keys", new ListOf(HOT_KEY_TYPE), "reads of one key of Redis");
  static final SectionType TYPE =
      new SectionType(MESSAGES, PAYLOAD, TYPING, RECEIPTS, BROADCASTS, HOT, HOT_KEYS);

  private TrafficKeys() {}
}
