package dev.haishin.scenario;

import java.util.List;
import java.util.Optional;

/**
 * A failure that is modelled: one verb on one component, with the keys that go with it.
 *
 * <p>{@link #MODELLED} is what the reader accepts and what {@code chaos} draws from, so that a verb
 * that the language learns is at once one that random schedules use.
 *
 * @param component what the verb is about, {@code gateway}, {@code clients}, {@code zone}, ...;
 *     empty for a partition, which is about two regions
 * @param keys besides {@code at} and the verb itself, in the order in which they are written
 */
public record FailureKind(String verb, String component, List<Key<?>> keys) {
  private static final List<Key<?>> HOSTS =
      List.of(
          FailureKeys.REGION,
          FailureKeys.SHARE,
          FailureKeys.COUNT,
          FailureKeys.INDEX,
          FailureKeys.RESTART);
  private static final List<Key<?>> PROVIDER =
      List.of(FailureKeys.LATENCY, FailureKeys.ERRORS, FailureKeys.QUOTA, FailureKeys.FOR);

  private static final List<Key<?>> SLOWED =
      List.of(
          FailureKeys.REGION,
          FailureKeys.ZONE,
          FailureKeys.SHARE,
          FailureKeys.COUNT,
          FailureKeys.INDEX,
          FailureKeys.LATENCY,
          FailureKeys.FOR);
  private static final List<Key<?>> PAUSED =
      List.of(
          FailureKeys.REGION,
          FailureKeys.ZONE,
          FailureKeys.SHARE,
          FailureKeys.COUNT,
          FailureKeys.INDEX,
          FailureKeys.FOR);

  private static final List<Key<?>> DRAINED =
      List.of(
          FailureKeys.REGION,
          FailureKeys.SHARE,
          FailureKeys.COUNT,
          FailureKeys.INDEX,
          FailureKeys.OVER,
          FailureKeys.RESTART);

  /** Every kind that has an effect. */
  public static final List<FailureKind> MODELLED =
      List.of(
          new FailureKind("crash", "gateway", HOSTS),
          new FailureKind("vanish", "gateway", HOSTS),
          new FailureKind("crash", "relay", HOSTS),
          new FailureKind("vanish", "relay", HOSTS),
          new FailureKind("degrade", "apns", PROVIDER),
          new FailureKind("degrade", "fcm", PROVIDER),
          new FailureKind("crash", "worker", HOSTS),
          new FailureKind("vanish", "worker", HOSTS),
          new FailureKind("crash", "broker", HOSTS),
          new FailureKind("vanish", "broker", HOSTS),
          new FailureKind("crash", "redis", HOSTS),
          new FailureKind("vanish", "redis", HOSTS),
          new FailureKind("crash", "store", HOSTS),
          new FailureKind("vanish", "store", HOSTS),
          new FailureKind(
              "lose", "zone", List.of(FailureKeys.REGION, FailureKeys.ZONE, FailureKeys.FOR)),
          new FailureKind("lose", "region", List.of(FailureKeys.REGION, FailureKeys.FOR)),
          new FailureKind("partition", "", List.of(FailureKeys.FOR)),
          new FailureKind("drain", "gateway", DRAINED),
          new FailureKind(
              "add", "gateway", List.of(FailureKeys.REGION, FailureKeys.COUNT, FailureKeys.READY)),
          new FailureKind(
              "open", "clients", List.of(FailureKeys.REGION, FailureKeys.SHARE, FailureKeys.OVER)),
          new FailureKind("disconnect", "clients", List.of(FailureKeys.REGION, FailureKeys.SHARE)),
          new FailureKind("pause", "gateway", PAUSED),
          new FailureKind("pause", "broker", PAUSED),
          new FailureKind("pause", "redis", PAUSED),
          new FailureKind("pause", "worker", PAUSED),
          new FailureKind("pause", "store", PAUSED),
          new FailureKind("pause", "relay", PAUSED),
          new FailureKind("degrade", "gateway", SLOWED),
          new FailureKind("degrade", "broker", SLOWED),
          new FailureKind("degrade", "redis", SLOWED),
          new FailureKind("degrade", "worker", SLOWED),
          new FailureKind("degrade", "store", SLOWED),
          new FailureKind("degrade", "relay", SLOWED));

  /** Copies the list. */
  public FailureKind {
    keys = List.copyOf(keys);
  }

  /** The kind of a verb on a component, if it is modelled. */
  static Optional<FailureKind> find(String verb, String component) {
    return MODELLED.stream()
        .filter(kind -> kind.verb.equals(verb) && kind.component.equals(component))
        .findFirst();
  }

  /** The verbs that have an effect on anything, each once. */
  static List<String> verbs() {
    return MODELLED.stream().map(FailureKind::verb).distinct().toList();
  }

  /** All of them in words, for messages. */
  static String all() {
    return String.join(", ", names());
  }

  /** All of them, each as its {@link #name}. */
  static List<String> names() {
    return MODELLED.stream().map(FailureKind::name).toList();
  }

  /** What it is called, as in {@code crash broker}. */
  public String name() {
    return component.isEmpty() ? verb : verb + " " + component;
  }

  /** Whether a key goes with it. */
  boolean takes(Key<?> key) {
    return key == FailureKeys.AT || key == FailureKeys.REPEAT || keys.contains(key);
  }

  /** Whether a key of that name goes with it. */
  public boolean takes(String keyName) {
    return keyNames().contains(keyName);
  }

  /** The names of its keys. */
  public List<String> keyNames() {
    return keys.stream().map(Key::name).toList();
  }
}
