package dev.haishin.scenario;

import java.nio.file.Path;

/** Reads the defaults of the table of keys; one that cannot be read is a fault of the table. */
final class Defaults {
  private static final String TABLE = "default";

  private Defaults() {}

  static Value value(Key<?> key) {
    Problems problems = new Problems();
    Value value = YamlReader.readText(key.defaultText(), TABLE, problems);
    if (!problems.isEmpty()) {
      throw new IllegalStateException(key.name() + ": " + problems.list());
    }
    return value;
  }

  static Reading reading() {
    return new Reading(new Problems(), Path.of(""), false);
  }
}
