package dev.haishin.scenario;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A node of a scenario file, with its place. */
public sealed interface Value permits Value.Scalar, Value.Listing, Value.Mapping {

  /** Where it stands. */
  Position position();

  /** One word for messages. */
  String kind();

  /** A piece of text; an empty one stands for null. */
  record Scalar(Position position, String text) implements Value {
    @Override
    public String kind() {
      return "a value";
    }
  }

  /** A list. */
  record Listing(Position position, List<Value> items) implements Value {
    @Override
    public String kind() {
      return "a list";
    }
  }

  /** A map; of two equal keys the first stands, the other is kept to be checked. */
  record Mapping(Position position, Map<String, Entry> entries, List<Entry> duplicates)
      implements Value {
    static Mapping at(Position position) {
      return new Mapping(position, new LinkedHashMap<>(), new ArrayList<>());
    }

    @Override
    public String kind() {
      return "a map";
    }

    Value get(String key) {
      Entry entry = entries.get(key);
      return entry == null ? null : entry.value();
    }
  }

  /** A key and its value. */
  record Entry(String key, Position keyPosition, Value value) {}
}
