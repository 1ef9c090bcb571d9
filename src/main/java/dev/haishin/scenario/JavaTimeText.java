package dev.haishin.scenario;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.util.function.Consumer;

/**
 * Text that {@code java.time} can read, kept as it was written.
 *
 * @param describe what fits
 * @param noun what the text is not if it cannot be read
 * @param parser throws on other text
 */
record JavaTimeText(String describe, String noun, Consumer<String> parser) implements Type<String> {
  @Override
  public ObjectNode schema() {
    return SchemaPiece.ofTypes("string");
  }

  @Override
  public String read(Value value, String path, Reading reading) {
    String text = Types.TEXT.read(value, path, reading);
    if (text == null) {
      return null;
    }
    try {
      parser.accept(text);
      return text;
    } catch (DateTimeException wrong) {
      reading.wrong(value, path, "'" + text + "' is no " + noun, "it takes " + describe);
      return null;
    }
  }
}
