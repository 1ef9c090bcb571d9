package dev.haishin.scenario;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** The keys of {@code chaos}: what random failures may do, and what they have found before. */
final class ChaosKeys {
  static final Key<List<String>> VERBS =
      Key.optional(
          "verbs", new WordsType(new VerbType()), "what may happen; default all that is modelled");
  static final Key<Long> AT_ONCE =
      Key.optional(
          "at-once",
          Types.between(Types.COUNT, 1, 100),
          "how many failures may last at the same time; default 1");
  static final Key<Double> SHARE =
      Key.optional(
          "share",
          Types.bounded(Types.FRACTION, share -> share > 0, "above 0%"),
          "of a component's hosts, or of the clients, in one failure; default 10%, at least one");
  static final Key<Long> MOST =
      Key.optional(
          "most", Types.between(Types.COUNT, 1, 100), "failures in one schedule; default 4");
  static final Key<List<String>> KNOWN =
      Key.optional(
          "known",
          new WordsType(Types.TEXT),
          "findings that are not reported again: files that chaos wrote");
  static final SectionType TYPE = new SectionType(VERBS, AT_ONCE, SHARE, MOST, KNOWN);

  private ChaosKeys() {}

  /**
   * A verb that has an effect, on whatever it can be about or on one thing: {@code crash broker}.
   */
  private static final class VerbType implements Type<String> {
    private final Type<String> verb = Types.oneOf(FailureKeys.VERBS.toArray(String[]::new));

    @Override
    public String read(Value value, String path, Reading reading) {
      if (value instanceof Value.Scalar scalar && scalar.text().contains(" ")) {
        return ofOneThing(scalar, path, reading);
      }
      String read = verb.read(value, path, reading);
      if (read != null && !FailureKind.verbs().contains(read) && reading.refusesUnmodelled()) {
        reading.wrong(
            value,
            path,
            "'" + read + "' is not modelled yet",
            "modelled are " + String.join(", ", FailureKind.verbs()));
      }
      return read;
    }

    private static String ofOneThing(Value.Scalar value, String path, Reading reading) {
      if (FailureKind.names().contains(value.text())) {
        return value.text();
      }
      reading.wrong(
          value,
          path,
          "'" + value.text() + "' is no failure that is modelled",
          "a verb, or one of " + FailureKind.all());
      return null;
    }

    @Override
    public ObjectNode schema() {
      List<String> words = new ArrayList<>(FailureKind.verbs());
      words.addAll(FailureKind.names());
      return SchemaPiece.words(words);
    }

    @Override
    public String describe() {
      return verb.describe() + ", alone or with what it is about, as in `vanish gateway`";
    }
  }
}
