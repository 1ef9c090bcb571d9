package dev.haishin.scenario;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A failure as a file writes it, not yet checked against any world: so that a schedule found in one
 * scenario can be tried on another.
 *
 * @param verb the first key that is one, empty if none is
 * @param target what the verb is about
 * @param region where, empty if it does not say
 * @param text all of it, in YAML's flow style
 * @param numbers what can be read of the other keys, in canonical units
 */
public record WrittenFailure(
    String verb, String target, String region, String text, Map<String, BigDecimal> numbers) {

  /** The failures of a file itself, variants and includes left aside; problems are added. */
  public static List<WrittenFailure> in(Path file, Problems problems) {
    Value value = YamlReader.readFile(file, file.toString(), problems);
    Value list = value instanceof Value.Mapping mapping ? mapping.get("failures") : null;
    if (value != null && !(list instanceof Value.Listing)) {
      Position start = value.position();
      problems.add(start, "failures", "is missing", "name a file that chaos wrote");
    }
    return list instanceof Value.Listing listing ? all(listing, problems) : List.of();
  }

  /** The failures of a scenario that has been read. */
  public static List<WrittenFailure> of(ScenarioSpec scenario) {
    Value value = YamlReader.readText(scenario.resolved(), scenario.name(), new Problems());
    Value list = value instanceof Value.Mapping mapping ? mapping.get("failures") : null;
    return list instanceof Value.Listing listing ? all(listing, new Problems()) : List.of();
  }

  private static List<WrittenFailure> all(Value.Listing listing, Problems problems) {
    List<WrittenFailure> failures = new ArrayList<>();
    for (int i = 0; i < listing.items().size(); i++) {
      if (listing.items().get(i) instanceof Value.Mapping failure) {
        failures.add(of(failure));
      } else {
        Value item = listing.items().get(i);
        problems.add(item.position(), "failures[" + i + "]", "is " + item.kind(), "it takes a map");
      }
    }
    return failures;
  }

  private static WrittenFailure of(Value.Mapping mapping) {
    String verb =
        mapping.entries().keySet().stream()
            .filter(FailureKeys.VERBS::contains)
            .findFirst()
            .orElse("");
    Map<String, BigDecimal> numbers = new LinkedHashMap<>();
    Reading lenient = new Reading(new Problems(), Path.of(""), false);
    for (Key<?> key : FailureKeys.TYPE.keys()) {
      Value value = mapping.get(key.name());
      Object read = value == null ? null : key.type().read(value, key.name(), lenient);
      if (read instanceof Number number) {
        numbers.put(key.name(), new BigDecimal(number.toString()));
      }
    }
    String region = mapping.get("region") == null ? "" : text(mapping.get("region"));
    String target = verb.isEmpty() ? "" : text(mapping.get(verb));
    return new WrittenFailure(verb, target, region, text(mapping), numbers);
  }

  /** In YAML's flow style. */
  private static String text(Value value) {
    if (value instanceof Value.Scalar scalar) {
      return ResolvedYaml.quote(scalar.text());
    }
    List<String> parts = new ArrayList<>();
    if (value instanceof Value.Listing listing) {
      listing.items().forEach(item -> parts.add(text(item)));
      return "[" + String.join(", ", parts) + "]";
    }
    ((Value.Mapping) value)
        .entries()
        .forEach((key, entry) -> parts.add(key + ": " + text(entry.value())));
    return "{" + String.join(", ", parts) + "}";
  }
}
