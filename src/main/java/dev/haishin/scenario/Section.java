package dev.haishin.scenario;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A map of the language, read: each key with its value, given or by default. */
public final class Section {
  private final SectionType type;
  private final Position position;
  private final Map<Key<?>, Setting> settings = new LinkedHashMap<>();

  Section(SectionType type, Position position) {
    this.type = type;
    this.position = position;
  }

  void put(Key<?> key, Object value, Value written, boolean isDefault) {
    settings.put(key, new Setting(value, written, isDefault));
  }

  SectionType type() {
    return type;
  }

  Position position() {
    return position;
  }

  /** The value of a key that has one in every valid file. */
  public <T> T get(Key<T> key) {
    return find(key)
        .orElseThrow(() -> new IllegalStateException("'" + key.name() + "' has no value"));
  }

  /** The value of a key, or none. */
  @SuppressWarnings("unchecked") // put() pairs a key with what its own type has read
  public <T> Optional<T> find(Key<T> key) {
    Setting setting = settings.get(key);
    return setting == null ? Optional.empty() : Optional.ofNullable((T) setting.value());
  }

  /** Whether the file itself gives the key. */
  boolean isGiven(Key<?> key) {
    Setting setting = settings.get(key);
    return setting != null && !setting.isDefault();
  }

  /** Where a key's value stands, or the section itself. */
  Position position(Key<?> key) {
    Setting setting = settings.get(key);
    return setting == null || setting.isDefault() ? position : setting.written().position();
  }

  /** The value as it was written, or null. */
  Value written(Key<?> key) {
    Setting setting = settings.get(key);
    return setting == null ? null : setting.written();
  }

  /** A key's value. */
  private record Setting(Object value, Value written, boolean isDefault) {}
}
