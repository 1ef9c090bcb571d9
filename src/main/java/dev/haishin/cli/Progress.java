package dev.haishin.cli;

import java.util.function.LongSupplier;

/**
 * Shows how far a run has come: a bar with the time left on a terminal, a plain line every ten
 * seconds elsewhere. Ends the run when the user has asked for that.
 */
final class Progress {
  private static final long NS_PER_SECOND = 1_000_000_000L;
  private static final long BAR_EVERY_NS = NS_PER_SECOND / 10;
  private static final long LINE_EVERY_NS = 10 * NS_PER_SECOND;
  private static final int WIDEST_BAR = 40;
  private static final int NARROWEST_BAR = 5;

  private final Terminal terminal;
  private final String name;
  private final Runnable endIfAsked;
  private final LongSupplier clockNs;
  private final long startNs;
  private long shownNs;
  private boolean barStands;

  /**
   * Progress of one run.
   *
   * @param name what runs, {@code quickstart/baseline}
   * @param endIfAsked throws when the user wants the run to end
   * @param clockNs wall-clock time
   */
  Progress(Terminal terminal, String name, Runnable endIfAsked, LongSupplier clockNs) {
    this.terminal = terminal;
    this.name = name;
    this.endIfAsked = endIfAsked;
    this.clockNs = clockNs;
    startNs = clockNs.getAsLong();
    shownNs = startNs;
    if (terminal.errIsTerminal()) {
      bar(name + "  building the world");
    }
  }

  /** The run has reached {@code nowNs} of {@code endNs} simulated time after so many events. */
  void reached(long nowNs, long endNs, long events) {
    endIfAsked.run();
    long wallNs = clockNs.getAsLong();
    if (wallNs - shownNs >= (terminal.errIsTerminal() ? BAR_EVERY_NS : LINE_EVERY_NS)) {
      shownNs = wallNs;
      show((double) nowNs / endNs, events, wallNs - startNs);
    }
  }

  /** Leaves the terminal as it was. */
  void end() {
    if (barStands) {
      terminal.err().print("\r" + " ".repeat(terminal.columns() - 1) + "\r");
      terminal.err().flush();
      barStands = false;
    }
  }

  private void show(double done, long events, long tookNs) {
    String percent = Math.round(100 * done) + "%";
    String rate = Figures.count((double) events * NS_PER_SECOND / tookNs) + " events/s";
    String left = done > 0 ? Figures.clock((long) (tookNs * (1 / done - 1))) + " left" : "";
    if (!terminal.errIsTerminal()) {
      terminal.err().println("haishin: " + name + " " + percent + ", " + rate + ", " + left);
      return;
    }
    // As wide for 1% as for 100%: the bar stands still.
    String tail = " " + " ".repeat(4 - percent.length()) + percent + "  " + left;
    int room = terminal.columns() - 1 - tail.length();
    String head = name + "  ";
    if (room - head.length() - rate.length() - 2 >= NARROWEST_BAR + 2) {
      tail = tail + "  " + rate;
      room -= rate.length() + 2;
    }
    if (room - head.length() < NARROWEST_BAR + 2) {
      head = "";
    }
    int cells = Math.min(WIDEST_BAR, room - head.length() - 2);
    int full = (int) (cells * Math.min(1, done));
    bar(head + "[" + "#".repeat(full) + "-".repeat(cells - full) + "]" + tail);
  }

  private void bar(String text) {
    int width = terminal.columns() - 1;
    String line = text.length() > width ? text.substring(0, width) : text;
    terminal.err().print("\r" + line + " ".repeat(width - line.length()));
    terminal.err().flush();
    barStands = true;
  }
}
