package dev.haishin.cli;

import dev.haishin.results.Unit;
import dev.haishin.results.Verdict;
import dev.haishin.results.file.SweepTable;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a terminal shows of a sweep: a line a point. */
final class SweepScreen {
  private static final int MOST_ROWS = 40;
  private static final int MOST_TROUBLES = 5;
  private static final String INDENT = "  ";

  private final Terminal terminal;
  private final PrintWriter out;

  SweepScreen(Terminal terminal) {
    this.terminal = terminal;
    out = terminal.out();
  }

  /** Shows every point, or the first and the last where there are many. */
  void show(SweepTable table) {
    SweepTable.Origin origin = table.origin();
    String runs =
        origin.replications() == 1 ? "" : ", " + origin.replications() + " replications each";
    out.println(origin.scenario() + ": " + count(table.rows().size(), "point") + runs);
    boolean variants = table.rows().stream().map(SweepTable.Row::variant).distinct().count() > 1;
    List<SweepTable.Row> rows = table.rows();
    boolean all = rows.size() <= MOST_ROWS;
    List<List<String>> lines = new ArrayList<>();
    rows.subList(0, all ? rows.size() : MOST_ROWS / 2)
        .forEach(row -> lines.add(cells(table, row, variants)));
    if (!all) {
      rows.subList(rows.size() - MOST_ROWS / 2, rows.size())
          .forEach(row -> lines.add(cells(table, row, variants)));
    }
    print(header(table, variants), lines, variants);
    if (!all) {
      out.println(
          INDENT + "and " + count(rows.size() - MOST_ROWS, "point") + " between, in sweep.csv");
    }
    rows.stream()
        .filter(row -> !row.trouble().isEmpty())
        .limit(MOST_TROUBLES)
        .forEach(row -> out.println(INDENT + title(row) + ": " + row.trouble()));
  }

  private static String title(SweepTable.Row row) {
    return (row.variant() + " " + String.join(" ", row.values())).strip();
  }

  private static List<String> header(SweepTable table, boolean variants) {
    List<String> header = new ArrayList<>();
    if (variants) {
      header.add("variant");
    }
    table.axes().forEach(axis -> header.add(axis.path()));
    table
        .measures()
        .forEach(measure -> header.add((measure.path() + " " + measure.limits()).strip()));
    return header;
  }

  /** Under the names themselves where there is room, else under numbers that stand for them. */
  private void print(List<String> header, List<List<String>> lines, boolean variants) {
    int width = INDENT.length();
    for (int i = 0; i < header.size(); i++) {
      int column = i;
      int widest = lines.stream().mapToInt(line -> line.get(column).length()).max().orElse(0);
      width += Math.max(header.get(i).length(), widest) + 2;
    }
    List<String> shown = new ArrayList<>(header);
    if (width > terminal.columns()) {
      for (int i = 0; i < header.size(); i++) {
        shown.set(i, "(" + (i + 1) + ")");
        out.println(INDENT + shown.get(i) + " " + header.get(i));
      }
    }
    String alignment = variants ? "l" + "r".repeat(header.size() - 1) : "r".repeat(header.size());
    TextTable text = new TextTable(terminal.columns(), alignment);
    text.row(shown);
    lines.forEach(text::row);
    text.print(out::println, INDENT);
  }

  private static List<String> cells(SweepTable table, SweepTable.Row row, boolean variants) {
    List<String> cells = new ArrayList<>();
    if (variants) {
      cells.add(row.variant());
    }
    for (int i = 0; i < row.values().size(); i++) {
      cells.add(row.values().get(i) + table.axes().get(i).unit());
    }
    for (int i = 0; i < row.cells().size(); i++) {
      cells.add(figure(row.cells().get(i), table.measures().get(i).unit()));
    }
    return cells;
  }

  /** The value, after its verdict where that is no good one. */
  private static String figure(SweepTable.Cell cell, Unit unit) {
    String verdict =
        cell.verdict()
            .filter(word -> !word.equals(Verdict.MET.word()))
            .map(word -> word.toUpperCase(Locale.ROOT) + " ")
            .orElse("");
    if (cell.value().isEmpty()) {
      return verdict + "-";
    }
    String value = Figures.of(unit.canonical(cell.value().getAsDouble()), unit);
    return cell.halfWidth().isEmpty()
        ? verdict + value
        : verdict + value + " ±" + Figures.of(unit.canonical(cell.halfWidth().getAsDouble()), unit);
  }

  private static String count(int number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }
}
