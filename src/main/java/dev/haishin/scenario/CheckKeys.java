package dev.haishin.scenario;

/** The keys of {@code check}: when a change counts as worse than a baseline. */
public final class CheckKeys {
  public static final Key<Value> TOLERANCE =
      Key.optional("tolerance", new AnyValue(), "how much paths may change: {PATH: 5%}");
  public static final Key<Double> FALSE_ALARMS =
      Key.of(
          "false-alarms",
          Types.bounded(Types.FRACTION, share -> share > 0 && share <= 0.5, "above 0%, up to 50%"),
          "1%",
          "language",
          "",
          "chance that a check of no change calls anything worse");
  public static final Key<Long> MAX_REPLICATIONS =
      Key.of(
          "max-replications",
          Types.between(Types.COUNT, 2, 1000),
          "30",
          "language",
          "",
          "replications at most, and those of a new baseline");
  static final SectionType TYPE = new SectionType(TOLERANCE, FALSE_ALARMS, MAX_REPLICATIONS);

  private CheckKeys() {}
}
