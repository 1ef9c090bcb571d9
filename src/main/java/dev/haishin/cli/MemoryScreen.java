package dev.haishin.cli;

import dev.haishin.experiment.MemoryUse;
import dev.haishin.model.Footprint;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * What a world takes of the heap at the end of its run, by table and by the class that holds it,
 * and bytes a user of each.
 */
final class MemoryScreen {
  private static final int MOST_HOLDERS = 15;

  private final Terminal terminal;

  MemoryScreen(Terminal terminal) {
    this.terminal = terminal;
  }

  /**
   * Shows it.
   *
   * @param estimatedBytes what the whole run was expected to take
   * @param mostBytes the most heap in use at once, what waited for the collector included
   */
  void show(MemoryUse memory, long estimatedBytes, long mostBytes) {
    Footprint tables = memory.tables();
    TextTable table = new TextTable(terminal.columns(), "lrr");
    table.row("Memory at the end", "bytes", "a user");
    row(table, "people and their sessions", tables.rowBytes(), tables.users());
    row(table, "connections of gateways", tables.connectionBytes(), tables.users());
    row(table, "session directories", tables.sessionBytes(), tables.users());
    row(table, "all tables of people", tables.bytes(), tables.users());
    row(table, "messages not yet freed", memory.messageBytes(), tables.users());
    row(table, "everything that is held", memory.liveHeapBytes(), tables.users());
    row(table, "the most heap in use", mostBytes, tables.users());
    row(table, "estimated before the run", estimatedBytes, tables.users());
    table.print(terminal.out()::println, "");
    showHolders(memory.holders(), tables.users());
  }

  private void showHolders(Map<String, Long> bytes, long users) {
    List<Map.Entry<String, Long>> largest =
        bytes.entrySet().stream()
            .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()))
            .toList();
    TextTable table = new TextTable(terminal.columns(), "lrr");
    table.row("Held by the world", "bytes", "a user");
    int shown = Math.min(MOST_HOLDERS, largest.size());
    for (Map.Entry<String, Long> holder : largest.subList(0, shown)) {
      row(table, holder.getKey(), holder.getValue(), users);
    }
    long others =
        largest.subList(shown, largest.size()).stream().mapToLong(Map.Entry::getValue).sum();
    row(table, (largest.size() - shown) + " others", others, users);
    table.print(terminal.out()::println, "");
  }

  private static void row(TextTable table, String what, long bytes, long users) {
    table.row(
        "  " + what, Figures.bytes(bytes), Figures.count(Math.rint(10.0 * bytes / users) / 10));
  }
}
