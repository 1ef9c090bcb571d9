package dev.haishin.scenario;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** The two regions of a partition, as in {@code [tokyo, bangkok]}. */
final class PartedRegions implements Type<List<String>> {
  @Override
  public List<String> read(Value given, String path, Reading reading) {
    List<String> names = new ArrayList<>();
    if (given instanceof Value.Listing listing) {
      for (Value item : listing.items()) {
        if (item instanceof Value.Scalar scalar) {
          names.add(scalar.text());
        }
      }
    }
    if (names.size() != 2 || names.get(0).equals(names.get(1))) {
      reading.wrong(given, path, "is not two regions", "it takes " + describe());
      return null;
    }
    return names;
  }

  @Override
  public ObjectNode schema() {
    ObjectNode schema = JsonNodeFactory.instance.objectNode();
    schema.put("type", "array").put("minItems", 2).put("maxItems", 2);
    schema.putObject("items").put("type", "string");
    return schema;
  }

  @Override
  public String describe() {
    return "two regions, as in [tokyo, bangkok]";
  }
}
