package dev.haishin.cli;

import dev.haishin.experiment.sensitivity.Effect;
import dev.haishin.experiment.sensitivity.SensitivityFiles;
import dev.haishin.experiment.sensitivity.Tornado;
import dev.haishin.experiment.statistics.Interval;
import dev.haishin.results.Unit;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;

/** What a terminal shows of assumptions that were varied: the largest effects first. */
final class OneAtATimeScreen {
  private static final int MOST_EFFECTS = 15;
  private static final String INDENT = "  ";

  private final Terminal terminal;
  private final PrintWriter out;

  OneAtATimeScreen(Terminal terminal) {
    this.terminal = terminal;
    out = terminal.out();
  }

  /** Shows what moves each figure. */
  void show(SensitivityFiles files) {
    String runs = files.origin().replications() + " replications";
    for (Tornado tornado : files.tornados()) {
      Unit unit = tornado.query().unit();
      String value = tornado.asItIs().map(i -> Figures.of(i, unit)).orElse("unknown");
      out.println(
          files.origin().scenario()
              + ": what moves "
              + tornado.figure()
              + ", "
              + value
              + ", "
              + runs);
      show(tornado, files.share());
    }
    if (!files.fixed().isEmpty()) {
      out.println(
          INDENT
              + "not varied: "
              + count(files.fixed().size())
              + " that the scenario cannot take alone, in "
              + SensitivityFiles.JSON);
    }
  }

  private void show(Tornado tornado, String share) {
    if (tornado.asItIs().isEmpty()) {
      out.println(
          INDENT + "too few samples in a replication; run longer, or ask for another figure");
      return;
    }
    Unit unit = tornado.query().unit();
    List<Effect> shown = tornado.shown();
    TextTable table = new TextTable(terminal.columns(), "lrrl");
    table.row("assumption", share + " less", share + " more", "as it is");
    for (Effect effect : shown.subList(0, Math.min(MOST_EFFECTS, shown.size()))) {
      table.row(
          effect.assumption().name(),
          side(effect.assumption().down(), effect.down(), unit),
          side(effect.assumption().up(), effect.up(), unit),
          effect.assumption().text());
    }
    if (!shown.isEmpty()) {
      table.print(out::println, INDENT);
    }
    if (shown.size() > MOST_EFFECTS) {
      out.println(
          INDENT + "and " + (shown.size() - MOST_EFFECTS) + " less, in " + SensitivityFiles.CSV);
    }
    int idle = tornado.effects().size() - shown.size();
    if (idle > 0) {
      out.println(INDENT + "no effect shown: " + count(idle) + ", in " + SensitivityFiles.CSV);
    }
  }

  private static String side(Optional<String> value, Optional<Interval> effect, Unit unit) {
    if (value.isEmpty()) {
      return "cannot be";
    }
    if (effect.isEmpty()) {
      return "unknown";
    }
    return Effect.isShown(effect.get())
        ? Figures.signed(effect.get().mean(), unit) + " ±" + Figures.of(effect.get().half(), unit)
        : "no effect shown";
  }

  private static String count(int number) {
    return number + (number == 1 ? " assumption" : " assumptions");
  }
}
