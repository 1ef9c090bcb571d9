package dev.haishin.report;

import dev.haishin.results.Unit;
import dev.haishin.results.Verdict;
import dev.haishin.results.file.CheckReport;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;

/** The page of a check: every world's expectations, and its paths beside those of its baselines. */
public final class CheckPage {
  private final CheckReport report;

  private CheckPage(CheckReport report) {
    this.report = report;
  }

  /** The page as HTML. */
  public static String of(CheckReport report) {
    return new CheckPage(report).page().html();
  }

  private Page page() {
    List<Section> sections = new ArrayList<>();
    for (int i = 0; i < report.worlds().size(); i++) {
      CheckReport.World world = report.worlds().get(i);
      sections.add(Section.of("world-" + i, world.title(), world(world, i)));
    }
    List<String> notes =
        List.of(
            "All intervals of this check hold together: if nothing has changed, the chance that"
                + " anything is called worse is at most "
                + Quantity.of(report.falseAlarms(), "fraction")
                + ".",
            "A run that takes the same course as its baseline is the same, and is compared no"
                + " further.");
    sections.add(Section.of("validity", "How far to trust this", Page.notes(notes)));
    sections.add(reproduce());
    List<Page.Fact> facts =
        List.of(
            new Page.Fact("worlds", Quantity.digits(report.worlds().size())),
            new Page.Fact("false alarms", Quantity.of(report.falseAlarms(), "fraction")));
    return new Page(
        "Check", "Is anything missed, or worse than before?", answer(), facts, sections);
  }

  private String answer() {
    List<String> bad = titles(Verdict.MISSED);
    List<String> open = titles(Verdict.UNKNOWN);
    if (!bad.isEmpty()) {
      return Page.joined(bad)
          + (bad.size() == 1 ? " misses what is asked of it." : " miss what is asked of them.");
    }
    if (!open.isEmpty()) {
      return "Too little is known of " + Page.joined(open) + " for a verdict.";
    }
    return "Nothing is missed, and nothing is worse than before.";
  }

  private Section reproduce() {
    StringBuilder command = new StringBuilder("haishin check");
    words(CheckReport.World::file).forEach(file -> command.append(' ').append(file));
    words(CheckReport.World::variant)
        .forEach(variant -> command.append(" --variant '").append(variant).append('\''));
    report.worlds().stream()
        .flatMap(world -> world.baselines().stream())
        .map(CheckReport.Baseline::name)
        .distinct()
        .forEach(name -> command.append(" --baseline '").append(name).append('\''));
    report.worlds().stream()
        .flatMap(world -> world.settings().stream())
        .distinct()
        .forEach(set -> command.append(" --set '").append(set).append('\''));
    String sentence = "From the same folder, with these files as they are:";
    return Section.of("reproduce", "Reproduce", Page.command(sentence, command.toString()));
  }

  private List<String> words(Function<CheckReport.World, String> word) {
    return report.worlds().stream().map(word).distinct().toList();
  }

  private List<String> titles(Verdict verdict) {
    return report.worlds().stream()
        .filter(world -> world.verdict() == verdict)
        .map(CheckReport.World::title)
        .toList();
  }

  private static Markup world(CheckReport.World world, int index) {
    Markup page = new Markup();
    String file =
        world.file() + ", seed " + world.seed() + ", replications " + world.replications();
    page.element("p", file, "class", "note");
    world
        .busiest()
        .filter(busiest -> busiest.utilization() > 0)
        .ifPresent(busiest -> page.element("p", BindsFirst.sentence(busiest) + "."));
    if (!world.baselines().isEmpty()) {
      List<List<String>> rows = new ArrayList<>();
      for (CheckReport.Baseline baseline : world.baselines()) {
        rows.add(List.of(baseline.name(), baseline.state().word(), orDash(baseline.reason())));
      }
      DataTable table = new DataTable(List.of("baseline", "is", "because"), rows);
      page.add(FigureMarkup.texts("Baselines of " + world.title(), table));
    }
    if (!world.expectations().isEmpty()) {
      page.element("h3", "Expectations");
      page.add(FigureMarkup.table("Expectations of " + world.title(), expectations(world)));
    }
    if (!world.comparisons().isEmpty()) {
      page.add(changes(world, index));
    }
    return page;
  }

  private static DataTable expectations(CheckReport.World world) {
    List<List<String>> rows = new ArrayList<>();
    for (CheckReport.Expected expected : world.expectations()) {
      rows.add(
          List.of(
              expected.path(),
              Outcome.text(expected.verdict().word()),
              expected.sign() + " " + expected.limit(),
              value(expected.value(), expected.unit()),
              expected.place().file() + ":" + expected.place().line()));
    }
    return new DataTable(List.of("path", "verdict", "expected", "measured", "where"), rows);
  }

  /** Changes in parts of what was before, so that all paths fit one axis. */
  private static Markup changes(CheckReport.World world, int index) {
    List<IntervalPlot.Mean> means = new ArrayList<>();
    List<List<String>> rows = new ArrayList<>();
    for (CheckReport.Compared compared : world.comparisons()) {
      double was = compared.was().orElse(Double.NaN);
      int colour = compared.verdict() == Verdict.MISSED ? 1 : 0;
      if (compared.change().isPresent() && was != 0 && Double.isFinite(was)) {
        CheckReport.Change change = compared.change().get();
        means.add(
            new IntervalPlot.Mean(
                compared.path(),
                change.mean() / was,
                change.low() / was,
                change.high() / was,
                colour));
      }
      rows.add(
          List.of(
              compared.path(),
              Outcome.text(compared.verdict().word()),
              compared.baseline(),
              value(compared.was(), compared.unit()),
              value(compared.now(), compared.unit()),
              compared.tolerance(),
              orDash(compared.stage()),
              orDash(compared.reason())));
    }
    List<String> header =
        List.of(
            "path", "verdict", "baseline", "was", "now", "tolerance", "slower stage", "because");
    DataTable table = new DataTable(header, rows);
    String title = "Changes since the baseline";
    if (means.isEmpty()) {
      return new Markup().element("h3", title).add(FigureMarkup.table(title, table));
    }
    String summary = "Each path's change as a share of its value before, with its interval.";
    Markup picture =
        IntervalPlot.draw(title + ". " + summary, means, "fraction", OptionalDouble.of(0));
    return FigureMarkup.of("changes-" + index, title, summary, picture, table);
  }

  private static String value(OptionalDouble canonical, Unit unit) {
    return canonical.isPresent()
        ? Quantity.of(unit.printed(canonical.getAsDouble()), unit.symbol())
        : "–";
  }

  private static String orDash(String text) {
    return text.isEmpty() ? "–" : text;
  }
}
