package dev.haishin.scenario;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.SortedMap;
import java.util.TreeMap;

/** A map of names to texts, whose meaning is for somebody else to know. */
final class TextMap implements Type<SortedMap<String, String>> {

  @Override
  public SortedMap<String, String> read(Value value, String path, Reading reading) {
    if (!(value instanceof Value.Mapping mapping)) {
      reading.wrong(value, path, "is " + value.kind(), "it takes " + describe());
      return null;
    }
    SortedMap<String, String> texts = new TreeMap<>();
    for (Value.Entry entry : mapping.entries().values()) {
      String text = Types.TEXT.read(entry.value(), SectionType.join(path, entry.key()), reading);
      if (text != null) {
        texts.put(entry.key(), text);
      }
    }
    return texts;
  }

  @Override
  public ObjectNode schema() {
    return SchemaPiece.map(SchemaPiece.text());
  }

  @Override
  public String describe() {
    return "a map of names to values";
  }
}
