package dev.haishin.scenario;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** A key of which only one word is modelled yet. */
final class OnlyWord implements Type<String> {
  private final String word;

  OnlyWord(String word) {
    this.word = word;
  }

  @Override
  public String read(Value value, String path, Reading reading) {
    boolean isWord = value instanceof Value.Scalar scalar && scalar.text().equals(word);
    if (!isWord && reading.refusesUnmodelled()) {
      reading.wrong(value, path, "is not modelled yet", "only " + word + " is");
    }
    return word;
  }

  @Override
  public ObjectNode schema() {
    return SchemaPiece.words(List.of(word));
  }

  @Override
  public String describe() {
    return word;
  }
}
