package dev.haishin.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Rows of words under each other. The last column wraps into the space that is left. */
final class TextTable {
  private static final String GAP = "  ";
  private static final int LEAST_LAST_COLUMN = 20;

  private final int columns;
  private final String alignment;
  private final List<List<String>> rows = new ArrayList<>();

  /**
   * An empty table.
   *
   * @param columns of the terminal
   * @param alignment one letter a column: {@code l} for words, {@code r} for figures
   */
  TextTable(int columns, String alignment) {
    this.columns = columns;
    this.alignment = alignment;
  }

  TextTable row(List<String> cells) {
    if (cells.size() != alignment.length()) {
      throw new IllegalArgumentException(cells.size() + " cells for columns " + alignment);
    }
    rows.add(List.copyOf(cells));
    return this;
  }

  TextTable row(String... cells) {
    return row(List.of(cells));
  }

  boolean isEmpty() {
    return rows.isEmpty();
  }

  /** Hands over line after line. */
  void print(Consumer<String> out, String indent) {
    int last = alignment.length() - 1;
    int[] widths = new int[last];
    for (List<String> row : rows) {
      for (int i = 0; i < last; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    int used = indent.length();
    for (int width : widths) {
      used += width + GAP.length();
    }
    int room = columns - used;
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder(indent);
      for (int i = 0; i < last; i++) {
        line.append(cell(row.get(i), widths[i], alignment.charAt(i))).append(GAP);
      }
      printLast(out, line, row.get(last), room, used);
    }
  }

  private void printLast(
      Consumer<String> out, StringBuilder line, String text, int room, int used) {
    if (alignment.endsWith("r")) {
      int width = rows.stream().mapToInt(row -> row.get(row.size() - 1).length()).max().orElse(0);
      out.accept(line.append(cell(text, width, 'r')).toString().stripTrailing());
      return;
    }
    if (room >= Math.min(LEAST_LAST_COLUMN, text.length())) {
      List<String> parts = wrap(text, room);
      out.accept(line.append(parts.get(0)).toString().stripTrailing());
      parts.stream().skip(1).forEach(part -> out.accept(" ".repeat(used) + part));
      return;
    }
    out.accept(line.toString().stripTrailing());
    int indent = GAP.length() * 3;
    wrap(text, columns - indent).forEach(part -> out.accept(" ".repeat(indent) + part));
  }

  /** Words in lines no longer than {@code width}, unless a word is. */
  static List<String> wrap(String text, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ", -1)) {
      if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }

  private static String cell(String text, int width, char alignment) {
    String space = " ".repeat(width - text.length());
    return alignment == 'r' ? space + text : text + space;
  }
}
