package dev.haishin.cli;

import dev.haishin.experiment.RunExperiment;
import dev.haishin.model.Groups;

/** Where a run's events were received: in all, and for each message accepted, warm-up included. */
final class EventScreen {
  private final Terminal terminal;

  EventScreen(Terminal terminal) {
    this.terminal = terminal;
  }

  void show(RunExperiment.Outcome outcome) {
    double messages = outcome.messagesAccepted();
    long[] events = outcome.eventsByGroup();
    TextTable table = new TextTable(terminal.columns(), "lrr");
    table.row("Events", "received", "a message");
    long sum = 0;
    for (int group = 0; group < events.length; group++) {
      if (events[group] > 0) {
        sum += events[group];
        table.row(
            "  " + Groups.name(group),
            Figures.count(events[group]),
            share(events[group], messages));
      }
    }
    table.row("  all", Figures.count(sum), share(sum, messages));
    table.print(terminal.out()::println, "");
  }

  private static String share(long events, double messages) {
    return messages == 0 ? "-" : Figures.count(Math.rint(10 * events / messages) / 10);
  }
}
