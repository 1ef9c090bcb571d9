package dev.haishin.scenario;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * A kind of value in the language.
 *
 * @param <T> what it is read into
 */
public interface Type<T> {

  /** Reads a value; null when it is wrong, with the reason among the problems. */
  T read(Value value, String path, Reading reading);

  /** What fits, for messages and the reference. */
  String describe();

  /** The same as a JSON Schema, without the words. */
  default ObjectNode schema() {
    return SchemaPiece.any();
  }

  /** The units of a single quantity; empty for anything else. */
  default Optional<Units> units() {
    return Optional.empty();
  }
}
