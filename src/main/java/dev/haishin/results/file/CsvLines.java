package dev.haishin.results.file;

import java.util.ArrayList;
import java.util.List;

/** Reads what {@link CsvText} writes: comma-separated values, quoted where they need it. */
public final class CsvLines {
  private final String text;
  private final List<List<String>> lines = new ArrayList<>();
  private List<String> line = new ArrayList<>();
  private int at;

  private CsvLines(String text) {
    this.text = text;
  }

  /**
   * The fields of each line, the titles' line first.
   *
   * @throws IllegalArgumentException where a quoted field does not end
   */
  public static List<List<String>> of(String text) {
    return new CsvLines(text).read();
  }

  private List<List<String>> read() {
    while (at < text.length()) {
      line.add(text.charAt(at) == '"' ? quoted() : plain());
      boolean ends = at >= text.length() || text.charAt(at) == '\n';
      at++;
      if (ends) {
        lines.add(line);
        line = new ArrayList<>();
      } else if (at == text.length()) {
        line.add("");
      }
    }
    if (!line.isEmpty()) {
      lines.add(line);
    }
    return lines;
  }

  private String plain() {
    int from = at;
    while (at < text.length() && text.charAt(at) != ',' && text.charAt(at) != '\n') {
      at++;
    }
    return text.substring(from, at);
  }

  private String quoted() {
    StringBuilder field = new StringBuilder();
    at++;
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c != '"') {
        field.append(c);
      } else if (at < text.length() && text.charAt(at) == '"') {
        field.append(c);
        at++;
      } else {
        return field.toString();
      }
    }
    throw new IllegalArgumentException("a quoted field does not end");
  }
}
