package dev.haishin.cli;

import dev.haishin.results.file.ChaosFindings;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;

/** What a terminal shows of a search by random failures: what breaks, and by how little. */
final class ChaosScreen {
  private static final String INDENT = "  ";

  private final Terminal terminal;
  private final PrintWriter out;

  ChaosScreen(Terminal terminal) {
    this.terminal = terminal;
    out = terminal.out();
  }

  /**
   * Shows all findings.
   *
   * @param folder where they are
   */
  void show(ChaosFindings findings, Path folder) {
    String searched = Figures.grouped(findings.schedules()) + " schedules";
    int found = findings.found().size();
    String result =
        found == 0 ? "nothing new found" : found == 1 ? "1 finding" : found + " findings";
    wrapped(
        findings.origin().scenario() + "/" + findings.origin().variant() + "  ",
        searched + ", " + result);
    for (String symptom : findings.healthy()) {
      wrapped("Without any failure  ", symptom + "; not looked for");
    }
    for (ChaosFindings.Finding finding : findings.found()) {
      show(finding, findings.schedules());
    }
    for (ChaosFindings.Finding known : findings.known()) {
      boolean shows = !known.shows().isEmpty();
      wrapped(
          "Known  ",
          known.file()
              + (shows ? ": " + seen(known, findings.schedules()) : ": does not show any more"));
    }
    out.println("Results in " + folder);
  }

  private void show(ChaosFindings.Finding finding, int schedules) {
    wrapped("Finding  ", String.join("; ", finding.shows()));
    for (String failure : finding.failures()) {
      wrapped(INDENT, failure);
    }
    wrapped(
        INDENT,
        finding.file()
            + ", from schedule "
            + finding.schedule()
            + " in "
            + finding.tried()
            + " runs; "
            + seen(finding, schedules));
  }

  private static String seen(ChaosFindings.Finding finding, int schedules) {
    return "seen in " + finding.seen() + " of " + schedules + " schedules";
  }

  private void wrapped(String head, String text) {
    List<String> lines = TextTable.wrap(text, Math.max(20, terminal.columns() - head.length()));
    for (int i = 0; i < lines.size(); i++) {
      out.println((i == 0 ? head : " ".repeat(head.length())) + lines.get(i));
    }
  }
}
