package dev.haishin.experiment.chaos;

import dev.haishin.scenario.WrittenFailure;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One failure of a schedule.
 *
 * @param region its name; empty where two regions are the component
 * @param amounts the time first; at most one of a key
 */
record Incident(String verb, String component, String region, List<Amount> amounts) {
  /** What ends after the run. */
  static final long NEVER = Long.MAX_VALUE;

  /** Copies the list and checks that it begins with the time. */
  Incident {
    amounts = List.copyOf(amounts);
    if (amounts.isEmpty() || !amounts.get(0).key().equals("at")) {
      throw new IllegalArgumentException("a failure begins with its time: " + amounts);
    }
  }

  /**
   * A failure as a file writes it.
   *
   * @throws IllegalArgumentException when it has no time
   */
  static Incident written(WrittenFailure failure) {
    List<Amount> amounts = new ArrayList<>();
    for (Map.Entry<String, BigDecimal> entry : failure.numbers().entrySet()) {
      Measure measure = Measure.of(entry.getKey());
      long value = entry.getValue().movePointRight(measure.decimals()).longValue();
      Amount amount = new Amount(entry.getKey(), measure, value);
      amounts.add(measure == Measure.INSTANT ? 0 : amounts.size(), amount);
    }
    return new Incident(failure.verb(), failure.target(), failure.region(), amounts);
  }

  /** When it begins. */
  long atNs() {
    return amounts.get(0).value();
  }

  /** When what it took is back; its own beginning where nothing is taken for any time. */
  long endNs() {
    for (Amount amount : amounts) {
      if (amount.measure() == Measure.DURATION) {
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

  /** How many of {@code hosts} hosts it hits: one where it names one or does not say. */
  long hit(int hosts) {
    long count = value("count");
    if (count >= 0) {
      return Math.min(hosts, count);
    }
    double fraction = value("share") / (100.0 * Measure.PER_PERCENT);
    return fraction < 0 ? 1 : Math.max(1, Math.round(fraction * hosts));
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
