package dev.haishin.cli;

import dev.haishin.results.Aftermath;
import java.util.List;

/** How long each failure was felt, and by whom: a line each. */
final class AftermathTable {
  private static final int MOST = 6;
  private static final int WIDE_COLUMNS = 78;

  private AftermathTable() {}

  static void print(Terminal terminal, List<Aftermath> aftermaths) {
    if (aftermaths.isEmpty()) {
      return;
    }
    boolean isWide = terminal.columns() >= WIDE_COLUMNS;
    TextTable table = new TextTable(terminal.columns(), isWide ? "lrrrrrr" : "lrrr");
    table.row(
        isWide
            ? List.of("Failures", "seen", "connected", "latency", "drained", "cut off", "late")
            : List.of("Failures", "seen", "latency", "late"));
    for (Aftermath after : aftermaths.subList(0, Math.min(MOST, aftermaths.size()))) {
      String name = "  " + Figures.seconds(after.atSeconds()) + " " + after.label();
      String seen = time(after.noticed());
      String back = time(after.latencyBack());
      String late = count(after.lateRecipients());
      table.row(
          isWide
              ? List.of(
                  name,
                  seen,
                  time(after.connected()),
                  back,
                  time(after.drained()),
                  count(after.connectionsLost()),
                  late)
              : List.of(name, seen, back, late));
    }
    table.print(terminal.out()::println, "");
    if (aftermaths.size() > MOST) {
      terminal.out().println("  and " + (aftermaths.size() - MOST) + " more in summary.json");
    }
  }

  private static String time(double seconds) {
    if (Double.isNaN(seconds)) {
      return "-";
    }
    return Double.isInfinite(seconds) ? "never" : "+" + Figures.seconds(seconds);
  }

  private static String count(double people) {
    return Double.isNaN(people) ? "?" : Figures.count(people);
  }
}
