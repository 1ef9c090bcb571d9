package dev.haishin.cli;

import dev.haishin.experiment.sweep.Grid;
import dev.haishin.experiment.sweep.PlannedPoint;
import dev.haishin.experiment.sweep.PointReader;
import dev.haishin.experiment.sweep.Sweep;
import dev.haishin.experiment.sweep.SweepFolder;
import dev.haishin.experiment.sweep.SweepPlan;
import dev.haishin.experiment.sweep.Variation;
import dev.haishin.experiment.trial.LocalTrials;
import dev.haishin.experiment.trial.Trial;
import dev.haishin.experiment.trial.TrialEngine;
import dev.haishin.experiment.trial.TrialRunner;
import dev.haishin.experiment.trial.TrialScenario;
import dev.haishin.report.SweepChart;
import dev.haishin.results.MetricQuery;
import dev.haishin.results.file.SweepTable;
import dev.haishin.scenario.ScenarioSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Runs a scenario at every point of a grid. */
@Command(
    name = "sweep",
    header = "Run a scenario at every point of a grid, and tabulate what it measures there.",
    description = {
      "",
      "Results go to results/NAME/sweep. A point that has ended is on the disk: after Ctrl-C, a"
          + " kill or a power cut the same command goes on where it stopped, and ends with the same"
          + " bytes.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  haishin sweep launch.yaml --vary kafka.partitions=12,24,48",
      "  haishin sweep launch.yaml --vary 'gateways.per-region=2..8 step 2'",
      "  haishin sweep launch.yaml --vary 'kafka.linger=1ms..1s log 3'    three values a decade",
      "  haishin sweep launch.yaml --vary load=x1,x2 --vary kafka.brokers=3,6    a grid",
      "  haishin sweep launch.yaml --variant all --vary load=x1,x2 --replications 5",
      ""
    },
    mixinStandardHelpOptions = true)
final class SweepCommand implements Callable<Integer> {
  private static final String CHARTS = "charts";
  private static final int MOST_POINTS = 100_000;

  @ParentCommand private Haishin haishin;
  @Mixin private ScenarioOptions scenarios;
  @Mixin private OutputOptions output;
  @Mixin private SweepOptions options;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where results go, instead of results/NAME/sweep.")
  private Path out;

  @Override
  public Integer call() throws IOException {
    SweepPlan plan = plan();
    double mostEvents = options.mostEvents();
    long heapBytes = Runtime.getRuntime().maxMemory();
    List<PlannedPoint> points =
        PointReader.read(
            plan,
            (title, scenario, estimate) ->
                new Fit(title, scenario, estimate).errors(mostEvents, heapBytes));
    Trial trial = plan.trials(points.get(0).point()).get(0);
    ScenarioSpec first = TrialScenario.read(trial.file(), trial.variant(), trial.settings());
    Path folder = out != null ? out : Path.of("results", first.name(), "sweep");
    SweepTable.Origin origin =
        new SweepTable.Origin(
            first.name(),
            first.description(),
            plan.settings(),
            plan.replications(),
            Version.current(),
            first.sha256());
    try (Interruption interruption =
            new Interruption(
                haishin.terminal().err(), "the same command goes on where this one stopped");
        Sweep sweep = Sweep.open(plan, points, origin, SweepFolder.open(folder))) {
      SweepTable table = run(sweep, plan, points, first.name(), interruption);
      List<String> warnings = SweepChart.write(folder.resolve(CHARTS), table);
      return show(table, folder, warnings);
    }
  }

  private SweepPlan plan() {
    List<String> errors = new ArrayList<>();
    List<Variation> variations = options.variations(errors::add);
    List<MetricQuery> figures = options.figures(errors::add);
    options.check(errors::add);
    if (scenarios.files().size() != 1) {
      errors.add("haishin sweep: takes one scenario, not " + scenarios.files().size());
    }
    if (!errors.isEmpty()) {
      throw new BadInputException(errors);
    }
    Path file = scenarios.files().get(0);
    List<String> variants = scenarios.chosen(file).stream().distinct().toList();
    Grid grid = new Grid(variants, variations);
    if (grid.size() > MOST_POINTS) {
      throw new BadInputException(
          List.of("--vary: the grid has more than " + MOST_POINTS + " points; vary less at once"));
    }
    return new SweepPlan(
        file, scenarios.overrides(), grid, options.replications(), figures, scenarios.plugins());
  }

  private SweepTable run(
      Sweep sweep,
      SweepPlan plan,
      List<PlannedPoint> points,
      String name,
      Interruption interruption)
      throws IOException {
    List<Trial> pending = sweep.pending();
    announce(sweep, points.size() * plan.replications(), pending.size());
    Terminal terminal = output.quiet() ? haishin.terminal().silent() : haishin.terminal();
    Progress progress =
        new Progress(terminal, name + "/sweep", interruption::check, System::nanoTime);
    Map<Trial, Double> events = new LinkedHashMap<>();
    for (PlannedPoint point : points) {
      plan.trials(point.point()).forEach(trial -> events.put(trial, point.events()));
    }
    double all = pending.stream().mapToDouble(events::get).sum();
    TrialProgress watch = new TrialProgress(progress, all, events::get);
    TrialEngine local =
        new LocalTrials(
            options.threads(), Fit.usableHeapBytes(), new TrialRunner(Version.current()), watch);
    try {
      return sweep.run(local);
    } finally {
      progress.end();
    }
  }

  private void announce(Sweep sweep, int all, int pending) {
    if (output.quiet()) {
      return;
    }
    if (!sweep.changes().isEmpty()) {
      String what = String.join(" and ", sweep.changes());
      haishin.terminal().err().println("note: starting afresh: " + what + " changed");
    } else if (pending < all) {
      haishin
          .terminal()
          .err()
          .println("note: going on; " + (all - pending) + " of " + all + " runs had ended");
    }
  }

  private int show(SweepTable table, Path folder, List<String> warnings) throws IOException {
    Terminal terminal = haishin.terminal();
    if (output.json()) {
      terminal.out().println(Files.readString(folder.resolve(SweepFolder.JSON)).strip());
    } else if (!output.quiet()) {
      new SweepScreen(terminal).show(table);
      terminal.out().println("Results in " + folder);
    }
    if (!output.quiet()) {
      warnings.forEach(text -> terminal.err().println("warning: " + text));
    }
    return trouble(table).status();
  }

  /** Says at how many points something went wrong, and what at the first. */
  private ExitCode trouble(SweepTable table) {
    List<String> troubles =
        table.rows().stream().map(SweepTable.Row::trouble).filter(t -> !t.isEmpty()).toList();
    if (troubles.isEmpty()) {
      return ExitCode.OK;
    }
    boolean defect = troubles.stream().anyMatch(Sweep::isDefect);
    haishin
        .terminal()
        .err()
        .println(
            "haishin: "
                + (defect ? "internal error" : "no result")
                + " at "
                + troubles.size()
                + " of "
                + table.rows().size()
                + " points, the first: "
                + troubles.get(0));
    return defect ? ExitCode.INTERNAL : ExitCode.BAD_INPUT;
  }
}
