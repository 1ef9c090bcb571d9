package dev.haishin.cli;

import dev.haishin.experiment.compare.Contender;
import dev.haishin.experiment.compare.Contest;
import dev.haishin.experiment.compare.Difference;
import dev.haishin.experiment.compare.Outcomes;
import dev.haishin.experiment.compare.Standing;
import dev.haishin.experiment.statistics.Interval;
import dev.haishin.results.Comparison;
import dev.haishin.results.Expectation;
import dev.haishin.results.Unit;
import dev.haishin.results.Verdict;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** What a terminal shows of a comparison: each figure with its ranking, then who wins where. */
final class CompareScreen {
  private static final String INDENT = "  ";
  private static final double LEAST_SAVED = 1.05;

  private final Terminal terminal;
  private final PrintWriter out;

  CompareScreen(Terminal terminal) {
    this.terminal = terminal;
    out = terminal.out();
  }

  /**
   * Shows a comparison.
   *
   * @param title what was compared
   */
  void show(String title, Outcomes outcomes) {
    long competing = outcomes.contenders().stream().filter(Contender::competes).count();
    out.println(new RunScreen(terminal).bold(title));
    words(
        competing
            + (competing == 1 ? " variant, " : " variants, ")
            + outcomes.count()
            + " replications each, 95% intervals; differences are to "
            + outcomes.reference().name());
    pairing(outcomes);
    for (Contest contest : outcomes.contests()) {
      contest(contest);
    }
    winners(outcomes);
  }

  private void words(String text) {
    TextTable.wrap(text, terminal.columns()).forEach(out::println);
  }

  /** Says who did not meet the same taps as the reference. */
  private void pairing(Outcomes outcomes) {
    List<String> unpaired =
        outcomes.contenders().stream()
            .filter(contender -> !outcomes.paired(outcomes.reference(), contender))
            .map(Contender::name)
            .toList();
    words(
        unpaired.isEmpty()
            ? "All met the same taps: differences are paired"
            : "Not the same taps as "
                + outcomes.reference().name()
                + ": "
                + String.join(", ", unpaired)
                + "; their differences are of independent samples (Welch)");
  }

  private void contest(Contest contest) {
    Unit unit = contest.yardstick().unit();
    out.println(
        contest.yardstick().path() + contest.yardstick().limit().map(this::limit).orElse(""));
    TextTable table = new TextTable(terminal.columns(), "rlrrl");
    for (Standing standing : contest.standings()) {
      String rank = standing.rank().isPresent() ? standing.rank().getAsInt() + "" : "";
      String mean = standing.mean().map(interval -> mean(interval, unit)).orElse("-");
      table.row(
          rank,
          standing.contender().name(),
          mean,
          standing.toReference().map(each -> difference(each, unit)).orElse(""),
          remark(standing));
    }
    table.print(out::println, INDENT);
  }

  private String limit(Expectation expectation) {
    boolean isRange = expectation.comparison() == Comparison.BETWEEN;
    return INDENT + (isRange ? "" : expectation.comparison().sign() + " ") + expectation.limit();
  }

  /** What did not vary, or was seen once, has no interval to show. */
  private static String mean(Interval interval, Unit unit) {
    boolean varies = interval.isBounded() && interval.half() > 0;
    return varies ? Figures.of(interval, unit) : Figures.of(interval.mean(), unit);
  }

  private static String difference(Difference difference, Unit unit) {
    if (difference.isNone()) {
      return "";
    }
    Interval interval = difference.interval();
    String value = Figures.signed(interval.mean(), unit);
    if (interval.half() == 0) {
      return value;
    }
    return value + " ± " + (interval.isBounded() ? Figures.of(interval.half(), unit) : "-");
  }

  private static String remark(Standing standing) {
    List<String> remarks = new ArrayList<>();
    standing
        .verdict()
        .ifPresent(verdict -> remarks.add(verdict == Verdict.MISSED ? "MISSED" : verdict.word()));
    if (standing.mean().isEmpty()) {
      remarks.add(standing.reason());
    }
    standing
        .toReference()
        .ifPresent(
            difference -> {
              if (difference.isNone()) {
                remarks.add("the same in each");
                return;
              }
              if (!difference.isShown()) {
                remarks.add("no difference shown");
              }
              if (difference.paired() && difference.varianceSaved() > LEAST_SAVED) {
                remarks.add("pairing saves " + saved(difference.varianceSaved()));
              }
            });
    if (!standing.contender().competes()) {
      remarks.add("bound");
    }
    return String.join(", ", remarks);
  }

  private static String saved(double variance) {
    return Double.isFinite(variance) ? "x" + Figures.of(variance, Unit.COUNT) : "all";
  }

  private void winners(Outcomes outcomes) {
    Map<String, List<String>> wins = new LinkedHashMap<>();
    List<String> undecided = new ArrayList<>();
    long competing = outcomes.contenders().stream().filter(Contender::competes).count();
    if (competing < 2) {
      return;
    }
    for (Contest contest : outcomes.contests()) {
      List<Contender> best = contest.best();
      String path = contest.yardstick().path();
      long ranked =
          contest.standings().stream().map(Standing::rank).filter(OptionalInt::isPresent).count();
      if (best.size() == 1 && ranked > 1) {
        wins.computeIfAbsent(best.get(0).name(), name -> new ArrayList<>()).add(path);
      } else if (best.size() > 1) {
        List<String> names = best.stream().map(Contender::name).toList();
        undecided.add(path + (ranked > best.size() ? " (" + String.join(", ", names) + ")" : ""));
      }
    }
    out.println("Who wins where");
    RunScreen screen = new RunScreen(terminal);
    wins.forEach((name, paths) -> screen.paragraph(INDENT + name + INDENT, paths));
    if (!undecided.isEmpty()) {
      screen.paragraph(INDENT + "no difference shown" + INDENT, undecided);
    }
  }
}
