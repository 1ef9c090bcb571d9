package dev.haishin.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Rows of words under each other. The last column wraps into the space that is left. */
final class TextTable {
  private static final String GAP = "  ";
  private static final String CUT = "..";
  private static final int LEAST_WORDS = 20;

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
    boolean lastWraps = alignment.endsWith("l");
    int[] widths = widths(alignment.length() - (lastWraps ? 1 : 0), indent.length());
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder(indent);
      for (int i = 0; i < widths.length; i++) {
        line.append(cell(row.get(i), widths[i], alignment.charAt(i))).append(GAP);
      }
      if (lastWraps) {
        printLast(out, line, row.get(widths.length));
      } else {
        out.accept(line.toString().stripTrailing());
      }
    }
  }

  /**
   * As wide as the widest cell; where a window is too narrow for all, the widest words give way.
   */
  private int[] widths(int count, int indent) {
    int[] widths = new int[count];
    int widest = 0;
    int used = indent - GAP.length();
    for (int i = 0; i < count; i++) {
      int column = i;
      widths[i] = rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
      used += widths[i] + GAP.length();
      widest = alignment.charAt(i) == 'l' && widths[i] > widths[widest] ? i : widest;
    }
    int least = Math.min(widths[widest], LEAST_WORDS);
    widths[widest] = Math.max(least, widths[widest] - Math.max(0, used - columns));
    return widths;
  }

  /** Beside the other cells where there is room, else below them. */
  private void printLast(Consumer<String> out, StringBuilder line, String text) {
    int used = line.length();
    int room = columns - used;
    if (room >= Math.min(LEAST_WORDS, text.length())) {
      List<String> parts = wrap(text, room);
      out.accept(line.append(parts.get(0)).toString().stripTrailing());
      parts.stream().skip(1).forEach(part -> out.accept(" ".repeat(used) + part));
      return;
    }
    out.accept(line.toString().stripTrailing());
    String indent = GAP.repeat(3);
    wrap(text, columns - indent.length()).forEach(part -> out.accept(indent + part));
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
    String shown = text.length() > width ? text.substring(0, width - CUT.length()) + CUT : text;
    String space = " ".repeat(width - shown.length());
    return alignment == 'r' ? space + shown : shown + space;
  }
}
