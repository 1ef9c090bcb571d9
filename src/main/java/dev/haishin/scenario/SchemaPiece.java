package dev.haishin.scenario;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * Pieces of a JSON Schema (draft 2020-12) in which types say what fits them.
 *
 * <p>An editor sees what YAML makes of a scalar: {@code 3} is a number there and {@code 3ms} a
 * text, and where the language reads words, both may stand. A piece never refuses what the parser
 * takes; bounds that need units, and what needs the rest of the file, are left to the parser.
 */
final class SchemaPiece {
  private static final JsonNodeFactory NODES = JsonNodeFactory.withExactBigDecimals(true);
  private static final String LAWS =
      "exp|uniform|lognormal|gamma|pareto|powerlaw|empirical|mix|shift";

  /** A percentage above 100. */
  private static final String NOT_MORE_THAN_ALL =
      "(?!0*(10[1-9]|1[1-9][0-9]|[2-9][0-9]{2}|[1-9][0-9]{3,})(\\.[0-9]+)?\\s*%)";

  private SchemaPiece() {}

  /** Anything. */
  static ObjectNode any() {
    return NODES.objectNode();
  }

  /** A text, as which YAML may see a number or a flag. */
  static ObjectNode text() {
    return ofTypes("string", "number", "boolean");
  }

  /** A text that a regular expression finds something in. */
  static ObjectNode text(String pattern) {
    return ofTypes("string").put("pattern", pattern);
  }

  /** One of some words. */
  static ObjectNode words(List<String> words) {
    ObjectNode piece = any();
    ArrayNode choice = piece.putArray("enum");
    for (String word : words) {
      choice.add(word);
      if (word.matches("[0-9]{1,9}")) {
        choice.add(Integer.parseInt(word));
      } else if (word.equals("true") || word.equals("false")) {
        choice.add(Boolean.parseBoolean(word));
      }
    }
    return piece;
  }

  /** One quantity. */
  static ObjectNode quantity(Units units) {
    String most = units == Units.FRACTION ? NOT_MORE_THAN_ALL : "";
    return withPattern(units, "^" + most + units.pattern() + "$");
  }

  /** One quantity or a distribution of it. */
  static ObjectNode law(Units units) {
    return withPattern(units, "^(" + units.pattern() + "|never|(" + LAWS + ")\\(.*\\))$");
  }

  private static ObjectNode withPattern(Units units, String pattern) {
    boolean unitless = units.factor("").isPresent();
    ObjectNode piece = unitless ? ofTypes("string", "number") : ofTypes("string");
    piece.put("pattern", pattern);
    if (unitless) {
      piece.put("minimum", 0);
    }
    if (units == Units.FRACTION) {
      piece.put("maximum", 1);
    }
    ArrayNode examples = piece.putArray("examples");
    units.examples().forEach(examples::add);
    return piece;
  }

  /** Either of two; the examples are those of the first. */
  static ObjectNode either(ObjectNode one, ObjectNode other) {
    ObjectNode piece = any();
    if (one.has("examples")) {
      piece.set("examples", one.get("examples").deepCopy());
    }
    piece.putArray("anyOf").add(one).add(other);
    return piece;
  }

  /** A list. */
  static ObjectNode list(ObjectNode item) {
    ObjectNode piece = ofTypes("array");
    piece.set("items", item);
    return piece;
  }

  /** A map whose keys are for somebody else to know. */
  static ObjectNode map(ObjectNode value) {
    ObjectNode piece = ofTypes("object");
    piece.set("additionalProperties", value);
    return piece;
  }

  /** Bounds what YAML sees as a number; a text with a unit is left to the parser. */
  static ObjectNode between(ObjectNode piece, long least, long most) {
    return piece.has("minimum") ? piece.put("minimum", least).put("maximum", most) : piece;
  }

  /** A piece for these types of JSON. */
  static ObjectNode ofTypes(String... types) {
    ObjectNode piece = any();
    if (types.length == 1) {
      return piece.put("type", types[0]);
    }
    ArrayNode all = piece.putArray("type");
    for (String type : types) {
      all.add(type);
    }
    return piece;
  }
}
