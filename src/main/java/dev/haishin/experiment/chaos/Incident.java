package dev.haishin.experiment.chaos;

import java.util.ArrayList;
import java.util.List;

/**
 * One failure of a schedule.
 *
 * @param region its name; empty where two regions are the component
 * @param amounts the time first; at most one of a key
 */
record Incident(String verb, String component, String region, List<Amount> amounts) {
  /** What ends after the run. */
  static final long NEVER = Long.MAX_VALUE;

  private static final List<String> LASTING = List.of("restart", "for", "over");

  /** Copies the list and checks that it begins with the time. */
  Incident {
    amounts = List.copyOf(amounts);
    if (amounts.isEmpty() || !amounts.get(0).key().equals("at")) {
      throw new IllegalArgumentException("a failure begins with its time: " + amounts);
    }
  }

  /** When it begins. */
  long atNs() {
    return amounts.get(0).value();
  }

  /** When what it took is back; its own beginning where nothing is taken for any time. */
  long endNs() {
    for (Amount amount : amounts) {
      if (LASTING.contains(amount.key())) {
        return atNs() + amount.value();
      }
    }
    return verb.equals("crash") || verb.equals("vanish") || verb.equals("lose") ? NEVER : atNs();
  }

  /** A value of it, or -1. */
  long value(String key) {
    return amounts.stream()
        .filter(amount -> amount.key().equals(key))
        .mapToLong(Amount::value)
        .findFirst()
        .orElse(-1);
  }

  /** The same with another value at a place. */
  Incident with(int place, long value) {
    List<Amount> changed = new ArrayList<>(amounts);
    changed.set(place, changed.get(place).with(value));
    return new Incident(verb, component, region, changed);
  }

  /** What is the same of all such failures: {@code crash gateway}. */
  String kind() {
    return verb + " " + component;
  }

  /** As a scenario writes it. */
  String text() {
    StringBuilder text = new StringBuilder("{").append(amounts.get(0).text());
    text.append(", ").append(verb).append(": ").append(component);
    if (!region.isEmpty()) {
      text.append(", region: ").append(region);
    }
    for (Amount amount : amounts.subList(1, amounts.size())) {
      text.append(", ").append(amount.text());
    }
    return text.append('}').toString();
  }
}
