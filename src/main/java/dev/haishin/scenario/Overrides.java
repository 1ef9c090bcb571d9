package dev.haishin.scenario;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Merging of value trees: maps merge, scalars and lists replace. */
final class Overrides {
  /** What follows one is a metric or another path, whose dots lead to no map. */
  private static final List<String> BEFORE_PATHS = List.of("expect.", "uncertain.", "measured.");

  private static final int MOST_LEVELS = 16;

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
    List<Value.Entry> duplicates = new ArrayList<>(base.duplicates());
    duplicates.addAll(over.duplicates());
    return new Value.Mapping(base.position(), entries, duplicates);
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
    boolean leadsToPath = BEFORE_PATHS.stream().anyMatch(dotted::startsWith);
    String[] keys = dotted.split("\\.", leadsToPath ? 2 : MOST_LEVELS);
    Value.Mapping mapping = null;
    Value inner = value;
    for (int i = keys.length - 1; i >= 0; i--) {
      mapping = Value.Mapping.at(position);
      mapping.entries().put(keys[i], new Value.Entry(keys[i], position, inner));
      inner = mapping;
    }
    return mapping;
  }
}
