package dev.haishin.cli;

import dev.haishin.results.Unit;
import dev.haishin.results.Waterfall;
import java.io.PrintWriter;

/** Shows the way of one delivery: a line a stretch, under each other as in a waterfall. */
final class WaterfallScreen {
  private static final int LEAST_BAR = 18;
  private static final int MOST_BAR = 50;
  private static final int WORDS = 50;
  private static final String WAIT = ".";
  private static final String SERVICE = "#";

  private final Terminal terminal;

  WaterfallScreen(Terminal terminal) {
    this.terminal = terminal;
  }

  void show(Waterfall way) {
    PrintWriter out = terminal.out();
    out.println(
        "Message "
            + way.messageId()
            + " to user "
            + way.recipient()
            + ": "
            + Figures.of(way.tookNs(), Unit.DURATION)
            + " from tap to screen; number "
            + Figures.grouped(way.rank())
            + " from the slowest of "
            + Figures.grouped(way.followed())
            + (way.isOfSample()
                ? " in a sample of the " + Figures.grouped(way.measured()) + " measured"
                : " that were followed"));
    int width = Math.max(LEAST_BAR, Math.min(MOST_BAR, terminal.columns() - WORDS));
    TextTable table = new TextTable(terminal.columns(), "rlrrr");
    String legend = WAIT + " wait  " + SERVICE + " service";
    table.row("at", "stage", "wait", "service", padded(legend, width));
    for (Waterfall.Leg leg : way.legs()) {
      table.row(
          Figures.of(leg.fromNs() - way.tapNs(), Unit.DURATION),
          leg.stage().stageName(),
          duration(leg.waitNs()),
          duration(leg.serviceNs()),
          padded(bar(way, leg, width), width));
    }
    table.print(out::println, "  ");
  }

  private static String duration(long ns) {
    return ns == 0 ? "-" : Figures.of(ns, Unit.DURATION);
  }

  /** To the left of a column of figures. */
  private static String padded(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }

  /** Blanks up to where the leg begins; a leg that took any time has a mark. */
  private static String bar(Waterfall way, Waterfall.Leg leg, int width) {
    int from = column(leg.fromNs() - way.tapNs(), way, width);
    int start = column(leg.startNs() - way.tapNs(), way, width);
    int end = column(leg.endNs() - way.tapNs(), way, width);
    if (end == from && leg.endNs() > leg.fromNs()) {
      boolean mostlyWait = leg.waitNs() > leg.serviceNs();
      return " ".repeat(Math.min(from, width - 1)) + (mostlyWait ? WAIT : SERVICE);
    }
    return " ".repeat(from) + WAIT.repeat(start - from) + SERVICE.repeat(end - start);
  }

  private static int column(long sinceTapNs, Waterfall way, int width) {
    return way.tookNs() == 0 ? 0 : (int) Math.round((double) sinceTapNs / way.tookNs() * width);
  }
}
