package dev.haishin.scenario;

/**
 * One key of the language: its type, default and where the default comes from.
 *
 * @param defaultText as a file would write it; null where the key is required, empty where leaving
 *     it out means that there is none
 * @param source row of the fact base, the page that fixes it, or {@link #GUESS}
 * @param sureness of that row: V, V2, W, D, STD or G; empty where the design fixes the default
 * @param meaning one line
 * @param <T> what it is read into
 */
public record Key<T>(
    String name, Type<T> type, String defaultText, String source, String sureness, String meaning) {
  /** In place of a source: nobody is known to have said it. Its sureness is G. */
  static final String GUESS = "guess";

  static <T> Key<T> of(
      String name,
      Type<T> type,
      String defaultText,
      String source,
      String sureness,
      String meaning) {
    return new Key<>(name, type, defaultText, source, sureness, meaning);
  }

  static <T> Key<T> required(String name, Type<T> type, String meaning) {
    return new Key<>(name, type, null, "", "", meaning);
  }

  static <T> Key<T> optional(String name, Type<T> type, String meaning) {
    return new Key<>(name, type, "", "", "", meaning);
  }

  boolean isRequired() {
    return defaultText == null;
  }

  boolean hasDefault() {
    return defaultText != null && !defaultText.isEmpty();
  }
}
