package dev.haishin.scenario;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** One region or several in the order of preference, as in {@code [osaka, singapore]}. */
final class RegionNames implements Type<List<String>> {
  @Override
  public List<String> read(Value given, String path, Reading reading) {
    List<String> names = new ArrayList<>();
    List<Value> items = given instanceof Value.Listing listing ? listing.items() : List.of(given);
    for (Value item : items) {
      if (!(item instanceof Value.Scalar scalar) || scalar.text().isEmpty()) {
        reading.wrong(item, path, "is no name of a region", "it takes " + describe());
        return null;
      }
      if (names.contains(scalar.text())) {
        reading.wrong(item, path, "names '" + scalar.text() + "' twice", "name each region once");
        return null;
      }
      names.add(scalar.text());
    }
    if (names.isEmpty()) {
      reading.wrong(given, path, "names no region", "it takes " + describe());
      return null;
    }
    return List.copyOf(names);
  }

  @Override
  public ObjectNode schema() {
    ObjectNode schema = JsonNodeFactory.instance.objectNode();
    schema.putArray("type").add("string").add("number").add("boolean").add("array");
    schema.put("minItems", 1).put("uniqueItems", true);
    schema.putObject("items").putArray("type").add("string").add("number").add("boolean");
    return schema;
  }

  @Override
  public String describe() {
    return "a region, or a list of regions";
  }
}
