package dev.haishin.results;

/** Figures of a whole run that are worked out or handed in when it ends. */
public enum Derived {
  WRITE_AMPLIFICATION(
      "fanout.write-amplification",
      Kind.GAUGE,
      Unit.COUNT,
      "copies written to inboxes and logs, per message"),
  RECIPIENTS_PER_MESSAGE(
      "fanout.recipients-per-message", Kind.GAUGE, Unit.COUNT, "recipients, per message"),
  COST_PER_MONTH(
      "cost.per-month",
      Kind.GAUGE,
      Unit.USD,
      "fleet for 730 h, traffic and kept data, at this load"),
  COST_OF_STORAGE(
      "cost.storage",
      Kind.GAUGE,
      Unit.USD,
      "a month of what Kafka and the store keep at this load"),
  COST_PER_MILLION_DELIVERIES(
      "cost.per-million-deliveries", Kind.GAUGE, Unit.USD, "cost per month over deliveries"),
  ENGINE_EVENTS("engine.events", Kind.COUNTER, Unit.COUNT, "events that processes received"),
  ENGINE_PENDING_MAX(
      "engine.pending.max", Kind.GAUGE, Unit.COUNT, "events that waited at once, at most");

  private final String path;
  private final Kind kind;
  private final Unit unit;
  private final String meaning;

  Derived(String path, Kind kind, Unit unit, String meaning) {
    this.path = path;
    this.kind = kind;
    this.unit = unit;
    this.meaning = meaning;
  }

  /** The name in scenarios, files and charts. */
  public String path() {
    return path;
  }

  /** Gauge or counter. */
  public Kind kind() {
    return kind;
  }

  /** The unit of the figure. */
  public Unit unit() {
    return unit;
  }

  /** One line for people. */
  public String meaning() {
    return meaning;
  }
}
