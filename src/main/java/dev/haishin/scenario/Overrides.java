package dev.haishin.scenario;

import java.util.LinkedHashMap;
import java.util.Map;

/** Merging of value trees: maps merge, scalars and lists replace. */
final class Overrides {
  private Overrides() {}

  /** A map with another one merged over it; neither is changed. */
  static Value.Mapping merge(Value.Mapping base, Value.Mapping over) {
    Map<String, Value.Entry> entries = new LinkedHashMap<>(base.entries());
    over.entries()
        .forEach(
            (key, entry) -> {
              Value.Entry below = entries.get(key);
              boolean bothMaps =
                  below != null
                      && below.value() instanceof Value.Mapping
                      && entry.value() instanceof Value.Mapping;
              entries.put(
                  key,
                  bothMaps
                      ? new Value.Entry(
                          key,
                          entry.keyPosition(),
                          merge((Value.Mapping) below.value(), (Value.Mapping) entry.value()))
                      : entry);
            });
    return new Value.Mapping(base.position(), entries, base.duplicates());
  }

  /** A variant's overrides, dotted paths spelt out. */
  static Value.Mapping spellOut(Value.Mapping variant) {
    Value.Mapping whole = Value.Mapping.at(variant.position());
    for (Value.Entry entry : variant.entries().values()) {
      whole = merge(whole, nest(entry.key(), entry.keyPosition(), entry.value()));
    }
    return whole;
  }

  /** A map of maps that leads to one value. */
  static Value.Mapping nest(String dotted, Position position, Value value) {
    int dot = dotted.indexOf('.');
    String key = dot < 0 ? dotted : dotted.substring(0, dot);
    Value inner = dot < 0 ? value : nest(dotted.substring(dot + 1), position, value);
    Value.Mapping mapping = Value.Mapping.at(position);
    mapping.entries().put(key, new Value.Entry(key, position, inner));
    return mapping;
  }
}
