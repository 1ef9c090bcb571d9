package dev.haishin.cli;

import dev.haishin.results.Aftermath;
import java.util.List;

/** How long each failure was felt, and by whom: a line each. */
final class AftermathTable {
  private static final int MOST = 6;

  private AftermathTable() {}

  static void print(Terminal terminal, List<Aftermath> aftermaths) {
    if (aftermaths.isEmpty()) {
      return;
    }
    TextTable table = new TextTable(terminal.columns(), "lrrrrrr");
    table.row("Failures", "seen", "connected", "latency", "drained", "cut off", "late");
    for (Aftermath after : aftermaths.subList(0, Math.min(MOST, aftermaths.size()))) {
      table.row(
          "  " + Figures.seconds(after.atSeconds()) + " " + after.label(),
          time(after.noticed()),
          time(after.connected()),
          time(after.latencyBack()),
          time(after.drained()),
          count(after.connectionsLost()),
          count(after.lateRecipients()));
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
