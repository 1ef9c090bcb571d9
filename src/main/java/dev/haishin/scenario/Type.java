package dev.haishin.scenario;

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

  /** The units of a single quantity; empty for anything else. */
  default Optional<Units> units() {
    return Optional.empty();
  }
}
