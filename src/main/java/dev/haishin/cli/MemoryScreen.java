package dev.haishin.cli;

import dev.haishin.experiment.MemoryUse;
import dev.haishin.model.Footprint;

/** What a world takes of the heap at the end of its run, by table, and bytes a user of each. */
final class MemoryScreen {
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
  }

  private static void row(TextTable table, String what, long bytes, long users) {
    table.row(
        "  " + what, Figures.bytes(bytes), Figures.count(Math.rint(10.0 * bytes / users) / 10));
  }
}
