package dev.haishin.results.file;

import java.util.List;
import java.util.OptionalDouble;

/**
 * Builds one table of comma-separated values (RFC 4180, but with a line feed alone), always with
 * the same digits; a field is empty where there is no value.
 */
public final class CsvText {
  private final StringBuilder text = new StringBuilder();
  private boolean lineBegun;

  /** A table with a first line of titles. */
  public CsvText(List<String> titles) {
    titles.forEach(this::put);
    endLine();
  }

  /** Adds a field to the current line. */
  public CsvText put(String field) {
    if (lineBegun) {
      text.append(',');
    }
    lineBegun = true;
    boolean quoted = field.matches("(?s).*[,\"\\n\\r].*");
    text.append(quoted ? '"' + field.replace("\"", "\"\"") + '"' : field);
    return this;
  }

  /** Adds a whole number. */
  public CsvText put(long value) {
    return put(Long.toString(value));
  }

  /** Adds a number to six significant digits; nothing where it is not finite. */
  public CsvText put(double value) {
    return put(Double.isFinite(value) ? Decimal.of(value) : "");
  }

  /** Adds a number, or nothing where it is unknown. */
  public CsvText put(OptionalDouble value) {
    return put(value.orElse(Double.NaN));
  }

  /** Ends the current line. */
  public CsvText endLine() {
    text.append('\n');
    lineBegun = false;
    return this;
  }

  /** The whole table. */
  @Override
  public String toString() {
    return text.toString();
  }
}
