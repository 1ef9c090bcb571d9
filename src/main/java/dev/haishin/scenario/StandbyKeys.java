package dev.haishin.scenario;

/** The keys of a region's {@code standby}: a second site for its data. */
final class StandbyKeys {
  static final Key<String> REGION = Key.required("region", Types.TEXT, "where the second site is");
  static final Key<Long> LAG =
      Key.of(
          "lag",
          Types.DURATION,
          "1s",
          Key.GUESS,
          "G",
          "how far replication is behind: what the loss of the region costs");
  static final Key<Long> PROMOTE_AFTER =
      Key.of(
          "promote-after",
          Types.between(Types.DURATION, 1_000_000_000L, 86_400_000_000_000L),
          "60s",
          Key.GUESS,
          "G",
          "from the loss of the region until the second site serves in its place");
  static final SectionType TYPE = new SectionType(REGION, LAG, PROMOTE_AFTER);

  private StandbyKeys() {}
}
