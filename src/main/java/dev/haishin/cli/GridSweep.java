package dev.haishin.cli;

import dev.haishin.experiment.sweep.PlannedPoint;
import dev.haishin.experiment.sweep.PointReader;
import dev.haishin.experiment.sweep.Sweep;
import dev.haishin.experiment.sweep.SweepFolder;
import dev.haishin.experiment.sweep.SweepPlan;
import dev.haishin.experiment.trial.Trial;
import dev.haishin.experiment.trial.TrialScenario;
import dev.haishin.report.Report;
import dev.haishin.results.file.SweepTable;
import dev.haishin.scenario.ScenarioSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A sweep over a grid, from the reading of its points to the last line on the screen. */
final class GridSweep {
  private final Workbench bench;
  private final SweepPlan plan;
  private final List<PlannedPoint> points;
  private final ScenarioSpec first;

  /**
   * A sweep whose points have all been read and fit.
   *
   * @param mostEvents that a point may take
   */
  GridSweep(Workbench bench, SweepPlan plan, double mostEvents) {
    this.bench = bench;
    this.plan = plan;
    long heapBytes = Runtime.getRuntime().maxMemory();
    points =
        PointReader.read(
            plan,
            (title, scenario, estimate) ->
                new Fit(title, scenario, estimate).errors(mostEvents, heapBytes));
    Trial trial = plan.trials(points.get(0).point()).get(0);
    first = TrialScenario.read(trial.file(), trial.variant(), trial.settings(), trial.plugins());
  }

  /** Where results go if the user does not say. */
  Path usualFolder() {
    return Path.of("results", first.name(), "sweep");
  }

  /** Runs what is left of it, writes and shows the tables. */
  ExitCode run(Path folder) throws IOException {
    SweepTable.Origin origin = bench.origin(first, plan.settings(), plan.replications());
    try (Interruption interruption = bench.interruption();
        Sweep sweep = Sweep.open(plan, points, origin, SweepFolder.open(folder))) {
      SweepTable table = run(sweep, interruption);
      List<String> warnings = Report.write(folder, table);
      show(table, folder);
      bench.remark(first, warnings);
      return trouble(table);
    }
  }

  private SweepTable run(Sweep sweep, Interruption interruption) throws IOException {
    List<Trial> pending = sweep.pending();
    bench.announce(sweep.changes(), (long) points.size() * plan.replications() - pending.size());
    Map<Trial, Double> events = new LinkedHashMap<>();
    for (PlannedPoint point : points) {
      plan.trials(point.point()).forEach(trial -> events.put(trial, point.events()));
    }
    double all = pending.stream().mapToDouble(events::get).sum();
    Progress progress = bench.progress(first.name() + "/sweep", interruption);
    try {
      return sweep.run(bench.engine(new TrialProgress(progress, all, events::get)));
    } finally {
      progress.end();
    }
  }

  private void show(SweepTable table, Path folder) throws IOException {
    Terminal terminal = bench.terminal();
    if (bench.output().json()) {
      terminal.out().println(Files.readString(folder.resolve(SweepFolder.JSON)).strip());
    } else if (!bench.output().quiet()) {
      new SweepScreen(terminal).show(table);
      terminal.out().println("Results in " + folder + "; open " + folder.resolve("report.html"));
    }
  }

  /** Says at how many points something went wrong, and what at the first. */
  private ExitCode trouble(SweepTable table) {
    List<String> troubles =
        table.rows().stream().map(SweepTable.Row::trouble).filter(t -> !t.isEmpty()).toList();
    if (troubles.isEmpty()) {
      return ExitCode.OK;
    }
    boolean defect = troubles.stream().anyMatch(Sweep::isDefect);
    String where = " at " + troubles.size() + " of " + table.rows().size() + " points, the first: ";
    String what = defect ? "internal error" : "no result";
    bench.terminal().err().println("haishin: " + what + where + troubles.get(0));
    return defect ? ExitCode.INTERNAL : ExitCode.BAD_INPUT;
  }
}
