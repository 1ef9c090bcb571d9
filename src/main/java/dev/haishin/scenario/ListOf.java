package dev.haishin.scenario;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** A list of maps of one kind. */
final class ListOf implements Type<List<Section>> {
  private final SectionType type;

  ListOf(SectionType type) {
    this.type = type;
  }

  /** What each item is. */
  SectionType type() {
    return type;
  }

  @Override
  public List<Section> read(Value value, String path, Reading reading) {
    if (value instanceof Value.Scalar scalar && scalar.text().isEmpty()) {
      return List.of();
    }
    if (!(value instanceof Value.Listing listing)) {
      reading.wrong(value, path, "is " + value.kind(), "it takes a list");
      return null;
    }
    List<Section> sections = new ArrayList<>();
    for (int i = 0; i < listing.items().size(); i++) {
      Section section = type.read(listing.items().get(i), path + "[" + i + "]", reading);
      if (section != null) {
        sections.add(section);
      }
    }
    return sections;
  }

  @Override
  public ObjectNode schema() {
    return SchemaPiece.list(type.schema());
  }

  @Override
  public String describe() {
    return "a list, each " + type.describe();
  }
}
