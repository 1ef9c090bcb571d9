package dev.haishin.cli;

import dev.haishin.results.Comparison;
import dev.haishin.results.Expectation;
import dev.haishin.results.Reading;
import dev.haishin.results.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Expectations with their verdicts, those that are not met first. */
final class VerdictTable {
  private static final int MOST_ROWS = 8;
  private static final String INDENT = "  ";

  private final Terminal terminal;
  private final List<Row> rows = new ArrayList<>();

  VerdictTable(Terminal terminal) {
    this.terminal = terminal;
  }

  /**
   * Adds an expectation.
   *
   * @param reading why there is no value, if there is none
   * @param value as people read it
   */
  void add(Verdict verdict, Expectation expectation, Reading reading, String value) {
    rows.add(new Row(verdict, expectation, reading, value));
  }

  void print() {
    rows.sort(Comparator.comparing((Row row) -> row.verdict() == Verdict.MET));
    TextTable table = new TextTable(terminal.columns(), "llrl");
    for (Row row : rows.subList(0, Math.min(MOST_ROWS, rows.size()))) {
      table.row(word(row.verdict()), row.expectation().path(), row.value(), row.limit());
    }
    table.print(line -> terminal.out().println(coloured(line)), INDENT);
    int more = rows.size() - MOST_ROWS;
    if (more > 0) {
      terminal.out().println(INDENT + "and " + more + " more, in summary.json");
    }
  }

  private static String word(Verdict verdict) {
    return verdict == Verdict.MISSED ? "MISSED" : verdict.word();
  }

  /** Colours the verdict that a line begins with. */
  private String coloured(String line) {
    if (!terminal.colour()) {
      return line;
    }
    return line.replaceFirst("^( *)(MISSED)", "$1\u001b[31m$2\u001b[0m")
        .replaceFirst("^( *)(met)", "$1\u001b[32m$2\u001b[0m")
        .replaceFirst("^( *)(unknown)", "$1\u001b[33m$2\u001b[0m");
  }

  private record Row(Verdict verdict, Expectation expectation, Reading reading, String value) {
    String limit() {
      boolean isRange = expectation.comparison() == Comparison.BETWEEN;
      String sign = isRange ? "" : expectation.comparison().sign() + " ";
      String limit = sign + expectation.limit();
      return reading.isKnown() ? limit : limit + " (" + reading.reason() + ")";
    }
  }
}
