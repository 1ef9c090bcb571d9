package dev.haishin.scenario;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A map with a fixed set of keys. */
final class SectionType implements Type<Section> {
  private final Map<String, Key<?>> keys = new LinkedHashMap<>();

  SectionType(Key<?>... all) {
    for (Key<?> key : all) {
      keys.put(key.name(), key);
    }
  }

  List<Key<?>> keys() {
    return new ArrayList<>(keys.values());
  }

  /** The key of a name, or null. */
  Key<?> key(String name) {
    return keys.get(name);
  }

  @Override
  public Section read(Value value, String path, Reading reading) {
    if (!(value instanceof Value.Mapping mapping)) {
      boolean isEmpty = value instanceof Value.Scalar scalar && scalar.text().isEmpty();
      reading.wrong(value, path, isEmpty ? "is empty" : "is " + value.kind(), "it takes a map");
      return null;
    }
    Section section = new Section(this, mapping.position());
    mapping.entries().values().forEach(entry -> readEntry(section, entry, path, reading));
    for (Value.Entry duplicate : mapping.duplicates()) {
      readEntry(new Section(this, mapping.position()), duplicate, path, reading);
    }
    keys.values().forEach(key -> fillIn(section, mapping, key, path, reading));
    return section;
  }

  @Override
  public ObjectNode schema() {
    return ScenarioSchema.of(this);
  }

  @Override
  public String describe() {
    return "a map of " + String.join(", ", keys.keySet());
  }

  private void readEntry(Section section, Value.Entry entry, String path, Reading reading) {
    Key<?> key = keys.get(entry.key());
    String keyPath = join(path, entry.key());
    if (key == null) {
      String nearest = Spelling.nearest(entry.key(), keys.keySet());
      reading
          .problems()
          .add(
              entry.keyPosition(),
              keyPath,
              "is no key",
              nearest == null
                  ? "known are " + String.join(", ", keys.keySet())
                  : "did you mean '" + nearest + "'?");
      return;
    }
    Object read = key.type().read(entry.value(), keyPath, reading);
    if (read != null) {
      section.put(key, read, entry.value(), false);
    }
  }

  private void fillIn(
      Section section, Value.Mapping mapping, Key<?> key, String path, Reading reading) {
    if (mapping.entries().containsKey(key.name())) {
      return;
    }
    if (key.isRequired()) {
      reading
          .problems()
          .add(
              mapping.position(),
              join(path, key.name()),
              "is missing",
              "it takes " + key.type().describe());
    } else if (key.hasDefault()) {
      Defaults.Default standard = Defaults.of(key);
      section.put(key, standard.value(), standard.written(), true);
    } else if (key.type() instanceof SectionType nested && nested.hasDefaults()) {
      Value empty = Value.Mapping.at(mapping.position());
      section.put(key, nested.read(empty, join(path, key.name()), reading), empty, true);
    }
  }

  /** Whether the section stands by its defaults alone. */
  private boolean hasDefaults() {
    return keys.values().stream().noneMatch(Key::isRequired)
        && keys.values().stream()
            .anyMatch(key -> key.hasDefault() || key.type() instanceof SectionType);
  }

  static String join(String path, String key) {
    return path.isEmpty() ? key : path + "." + key;
  }
}
