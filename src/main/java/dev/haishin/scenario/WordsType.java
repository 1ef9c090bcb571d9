package dev.haishin.scenario;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** A list of words, each checked by itself. */
final class WordsType implements Type<List<String>> {
  private final Type<String> word;

  WordsType(Type<String> word) {
    this.word = word;
  }

  @Override
  public List<String> read(Value value, String path, Reading reading) {
    if (!(value instanceof Value.Listing listing)) {
      reading.wrong(value, path, "is " + value.kind(), "it takes " + describe());
      return null;
    }
    List<String> words = new ArrayList<>();
    for (int i = 0; i < listing.items().size(); i++) {
      String read = word.read(listing.items().get(i), path + "[" + i + "]", reading);
      if (read != null) {
        words.add(read);
      }
    }
    return words;
  }

  @Override
  public ObjectNode schema() {
    return SchemaPiece.list(word.schema());
  }

  @Override
  public String describe() {
    return "a list, each " + word.describe();
  }
}
