package dev.haishin.scenario;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Reads the defaults of the table of keys, each once; one that cannot be read is a fault of the
 * table.
 */
final class Defaults {
  private static final String TABLE = "default";
  private static final Map<Key<?>, Default> READ = new ConcurrentHashMap<>();

  private Defaults() {}

  /** The default of a key that has one. */
  static Default of(Key<?> key) {
    return READ.computeIfAbsent(key, Defaults::read);
  }

  private static Default read(Key<?> key) {
    Problems problems = new Problems();
    Value written = YamlReader.readText(key.defaultText(), TABLE, problems);
    Object value =
        problems.isEmpty()
            ? key.type().read(written, key.name(), new Reading(problems, Path.of(""), false))
            : null;
    if (!problems.isEmpty()) {
      throw new IllegalStateException(key.name() + ": " + problems.list());
    }
    return new Default(written, value);
  }

  /**
   * A key's default.
   *
   * @param written as a file would write it
   * @param value what that is read into
   */
  record Default(Value written, Object value) {}
}
