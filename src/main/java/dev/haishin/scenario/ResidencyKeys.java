package dev.haishin.scenario;

/** The keys of a region's {@code residency}: what of its people's data may leave its home. */
public final class ResidencyKeys {
  public static final Key<String> BODY = rule("body", "what people write");
  public static final Key<String> METADATA = rule("metadata", "who writes to whom");
  public static final Key<String> KEYS = rule("keys", "shares of encryption keys");
  public static final Key<String> ON_VIOLATION =
      Key.of(
          "on-violation",
          Types.oneOf("count", "block"),
          "count",
          "semantics",
          "",
          "what breaks a rule is counted, or refused");
  static final SectionType TYPE = new SectionType(BODY, METADATA, KEYS, ON_VIOLATION);

  private ResidencyKeys() {}

  private static Key<String> rule(String name, String meaning) {
    return Key.of(
        name, Types.oneOf("any", "home"), "any", "semantics", "", meaning + ": where it may be");
  }
}
