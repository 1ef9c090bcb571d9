package dev.haishin.cli;

import dev.haishin.results.Verdict;
import dev.haishin.results.file.CheckReport;
import dev.haishin.results.file.CheckReport.Compared;
import dev.haishin.results.file.CheckReport.Expected;
import dev.haishin.results.file.CheckReport.World;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What a terminal shows of a check. */
final class CheckScreen {
  private static final String INDENT = "  ";

  private final Terminal terminal;
  private final PrintWriter out;

  CheckScreen(Terminal terminal) {
    this.terminal = terminal;
    out = terminal.out();
  }

  void show(CheckReport report) {
    report.worlds().forEach(this::show);
    out.println(summary(report));
  }

  private void show(World world) {
    String runs = world.replications() == 1 ? "1 run" : world.replications() + " replications";
    out.println(new RunScreen(terminal).bold(world.title() + "  " + runs));
    TextTable baselines = new TextTable(terminal.columns(), "ll");
    world.baselines().forEach(each -> baselines.row(each.name(), CheckPhrases.sentence(each)));
    baselines.print(out::println, INDENT + "against ");
    comparisons(world.comparisons());
    expectations(world.expectations());
  }

  private void comparisons(List<Compared> comparisons) {
    if (comparisons.isEmpty()) {
      return;
    }
    TextTable table = new TextTable(terminal.columns(), "llrrrl");
    table.row("", "Change", "", "seen from", "tolerated", "");
    List<Compared> worstFirst = new ArrayList<>(comparisons);
    worstFirst.sort(Comparator.comparing(each -> each.verdict() == Verdict.MET));
    for (Compared compared : worstFirst) {
      table.row(
          CheckPhrases.word(compared),
          compared.path(),
          CheckPhrases.change(compared),
          CheckPhrases.detectable(compared),
          compared.tolerance(),
          compared.baseline());
    }
    table.print(out::println, INDENT);
    for (Compared compared : worstFirst) {
      if (compared.verdict() != Verdict.MET) {
        String text = CheckPhrases.sentence(compared);
        TextTable.wrap(text, terminal.columns() - 4).forEach(part -> out.println("    " + part));
      }
    }
  }

  private void expectations(List<Expected> expectations) {
    if (expectations.isEmpty()) {
      return;
    }
    TextTable table = new TextTable(terminal.columns(), "llrl");
    for (Expected expected : expectations) {
      String value =
          expected.value().isPresent()
              ? Figures.of(expected.value().getAsDouble(), expected.unit())
              : "-";
      String word = expected.verdict() == Verdict.MISSED ? "MISSED" : expected.verdict().word();
      String reason = expected.reason().isEmpty() ? "" : " (" + expected.reason() + ")";
      table.row(word, expected.path(), value, CheckPhrases.limit(expected) + reason);
    }
    out.println("Expected");
    table.print(out::println, INDENT);
  }

  /** The last line: what a script's reader looks for. */
  static String summary(CheckReport report) {
    int worse = 0;
    int missed = 0;
    int unknown = 0;
    int same = 0;
    for (World world : report.worlds()) {
      worse += count(world.comparisons().stream().map(Compared::verdict).toList(), Verdict.MISSED);
      missed +=
          count(world.expectations().stream().map(Expected::verdict).toList(), Verdict.MISSED);
      unknown +=
          count(world.comparisons().stream().map(Compared::verdict).toList(), Verdict.UNKNOWN)
              + count(
                  world.expectations().stream().map(Expected::verdict).toList(), Verdict.UNKNOWN)
              + (int) world.baselines().stream().filter(CheckPhrases::isTrouble).count();
      same +=
          (int)
              world.baselines().stream()
                  .filter(each -> each.state() == CheckReport.State.SAME)
                  .count();
    }
    List<String> parts = new ArrayList<>();
    add(parts, worse, "worse than a baseline");
    add(parts, missed, "missed");
    add(parts, unknown, "unknown");
    add(parts, same, "the same as a baseline");
    String details = parts.isEmpty() ? "" : ": " + String.join(", ", parts);
    return switch (report.verdict()) {
      case MET -> "PASSED" + details;
      case MISSED -> "FAILED" + details;
      case UNKNOWN -> "UNKNOWN" + details;
    };
  }

  private static void add(List<String> parts, int count, String what) {
    if (count > 0) {
      parts.add(count + " " + what);
    }
  }

  private static int count(List<Verdict> verdicts, Verdict wanted) {
    return (int) verdicts.stream().filter(verdict -> verdict == wanted).count();
  }
}
