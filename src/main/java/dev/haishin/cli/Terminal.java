package dev.haishin.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;

/**
 * Where a command's words go, and how they may look there.
 *
 * @param out results, for people or for the next program
 * @param err everything else: progress, warnings, errors
 * @param outIsTerminal whether a person looks at {@code out}
 * @param errIsTerminal whether a person looks at {@code err}
 * @param colour whether {@code out} may carry colour
 * @param columns width of a line
 */
record Terminal(
    PrintWriter out,
    PrintWriter err,
    boolean outIsTerminal,
    boolean errIsTerminal,
    boolean colour,
    int columns) {
  private static final int USUAL_COLUMNS = 80;
  private static final int LEAST_COLUMNS = 40;

  Terminal {
    columns = Math.max(LEAST_COLUMNS, columns);
  }

  /**
   * The terminal of this process, as the launcher found it: Java alone cannot ask for one stream.
   */
  static Terminal ofProcess() {
    return of(
        writer(FileDescriptor.out),
        writer(FileDescriptor.err),
        System.getenv(),
        System.getProperties());
  }

  static Terminal of(
      PrintWriter out, PrintWriter err, Map<String, String> environment, Properties launcher) {
    boolean dumb = environment.getOrDefault("TERM", "dumb").equals("dumb");
    boolean outIsTerminal = "terminal".equals(launcher.getProperty("haishin.out"));
    boolean errIsTerminal = "terminal".equals(launcher.getProperty("haishin.err"));
    // https://no-color.org: any value but an empty one counts.
    boolean plain = !environment.getOrDefault("NO_COLOR", "").isEmpty();
    String columns =
        environment.getOrDefault("COLUMNS", launcher.getProperty("haishin.columns", ""));
    return new Terminal(
        out,
        err,
        outIsTerminal,
        errIsTerminal && !dumb,
        outIsTerminal && !dumb && !plain,
        columns(columns));
  }

  /** The same without a word about progress. */
  Terminal silent() {
    return new Terminal(
        out, new PrintWriter(Writer.nullWriter()), outIsTerminal, false, colour, columns);
  }

  private static int columns(String text) {
    return text.matches("[1-9][0-9]{0,4}") ? Integer.parseInt(text) : USUAL_COLUMNS;
  }

  private static PrintWriter writer(FileDescriptor descriptor) {
    return new PrintWriter(
        new OutputStreamWriter(new FileOutputStream(descriptor), StandardCharsets.UTF_8), true);
  }
}
