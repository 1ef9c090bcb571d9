package dev.haishin.scenario;

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
}
