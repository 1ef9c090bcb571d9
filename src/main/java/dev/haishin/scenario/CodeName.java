package dev.haishin.scenario;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A piece of delivery code by name: one of the language's own, or one that is plugged in. */
final class CodeName implements Type<String> {
  private final List<String> own;
  private final Function<PluggedCode, List<String>> plugged;
  private final String kind;

  private CodeName(String kind, List<String> own, Function<PluggedCode, List<String>> plugged) {
    this.kind = kind;
    this.own = own;
    this.plugged = plugged;
  }

  static CodeName ofStrategy() {
    return new CodeName(
        "strategy", List.of("write", "read", "hybrid", "cost-based"), PluggedCode::strategies);
  }

  static CodeName ofRouter() {
    return new CodeName("router", List.of("retry-once"), PluggedCode::routers);
  }

  /** Whether a name is one of the language's own. */
  boolean isOwn(String name) {
    return own.contains(name);
  }

  @Override
  public String read(Value value, String path, Reading reading) {
    String name = Types.TEXT.read(value, path, reading);
    if (name == null || !reading.refusesUnmodelled()) {
      return name;
    }
    List<String> known = new ArrayList<>(own);
    known.addAll(plugged.apply(reading.plugged()));
    if (!known.contains(name)) {
      String nearest = Spelling.nearest(name, known);
      reading.wrong(
          value,
          path,
          "'" + name + "' is no known " + kind,
          "known are "
              + String.join(", ", known)
              + (nearest == null
                  ? "; others come with --plugin"
                  : " (did you mean '" + nearest + "'?)"));
    }
    return name;
  }

  @Override
  public ObjectNode schema() {
    return SchemaPiece.either(SchemaPiece.words(own), SchemaPiece.text());
  }

  @Override
  public String describe() {
    return String.join(", ", own) + ", or the name of a plugged-in " + kind;
  }
}
