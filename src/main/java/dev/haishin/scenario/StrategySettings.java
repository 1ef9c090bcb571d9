package dev.haishin.scenario;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.SortedMap;
import java.util.TreeMap;

/** What plugged-in strategies take, by strategy, so that variants may choose between them. */
final class StrategySettings implements Type<SortedMap<String, SortedMap<String, String>>> {
  private static final TextMap OWN = new TextMap();

  @Override
  public SortedMap<String, SortedMap<String, String>> read(
      Value value, String path, Reading reading) {
    if (!(value instanceof Value.Mapping mapping)) {
      reading.wrong(value, path, "is " + value.kind(), "it takes " + describe());
      return null;
    }
    SortedMap<String, SortedMap<String, String>> all = new TreeMap<>();
    for (Value.Entry entry : mapping.entries().values()) {
      String ownPath = SectionType.join(path, entry.key());
      if (CodeName.ofStrategy().isOwn(entry.key())) {
        reading
            .problems()
            .add(
                entry.keyPosition(),
                ownPath,
                "is a strategy that has no settings",
                "only plugged-in strategies have them");
        continue;
      }
      SortedMap<String, String> own = OWN.read(entry.value(), ownPath, reading);
      if (own != null) {
        all.put(entry.key(), own);
      }
    }
    return all;
  }

  @Override
  public ObjectNode schema() {
    return SchemaPiece.map(OWN.schema());
  }

  @Override
  public String describe() {
    return "a map of plugged-in strategies, each " + OWN.describe();
  }
}
