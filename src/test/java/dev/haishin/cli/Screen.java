package dev.haishin.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A terminal that a test can read. */
final class Screen {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final Terminal terminal;

  private Screen(boolean isTerminal, boolean colour, int columns) {
    terminal =
        new Terminal(
            new PrintWriter(out), new PrintWriter(err), isTerminal, isTerminal, colour, columns);
  }

  /** A window that a person looks at. */
  static Screen window(int columns) {
    return new Screen(true, false, columns);
  }

  /** The same, with colour. */
  static Screen colourWindow(int columns) {
    return new Screen(true, true, columns);
  }

  /** A file or another program. */
  static Screen pipe() {
    return new Screen(false, false, 80);
  }

  Terminal terminal() {
    return terminal;
  }

  /** Runs a command, and returns its exit status. */
  int run(String... args) {
    return Haishin.run(terminal, Map.of(), args);
  }

  String out() {
    terminal.out().flush();
    return out.toString();
  }

  String err() {
    terminal.err().flush();
    return err.toString();
  }

  /** What one sees of the lines of {@code err} after every return of the carriage. */
  List<String> redrawn() {
    return Arrays.stream(err().split("\r", -1)).map(String::stripTrailing).toList();
  }
}
