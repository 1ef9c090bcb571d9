package dev.haishin.scenario;

/** The keys that every component of hosts has: what takes time from all of them. */
public final class HostKeys {
  private static final double LEAST_EVERY_NS = 1_000_000;

  public static final Key<Double> BACKGROUND =
      Key.optional(
          "background",
          Types.bounded(Types.FRACTION, share -> share <= 0.99, "99% at most"),
          "CPU taken by other work; default none");
  public static final Key<Law> EVERY =
      Key.required(
          "every",
          Types.bounded(
              Types.DURATION_LAW, law -> law.mean() >= LEAST_EVERY_NS, "a mean of at least 1ms"),
          "from the beginning of one pause of a host to that of the next");
  public static final Key<Law> FOR =
      Key.required("for", Types.DURATION_LAW, "how long a pause lasts");
  static final SectionType PAUSES_TYPE = new SectionType(EVERY, FOR);
  public static final Key<Section> PAUSES =
      Key.optional(
          "pauses", PAUSES_TYPE, "times at which a host stands still, as for garbage collection");

  private HostKeys() {}
}
