package dev.haishin.cli;

import dev.haishin.experiment.RunExperiment;
import dev.haishin.experiment.sensitivity.AssumptionReader;
import dev.haishin.experiment.sensitivity.Effect;
import dev.haishin.experiment.sensitivity.OneAtATime;
import dev.haishin.experiment.sensitivity.SensitivityFiles;
import dev.haishin.experiment.sensitivity.Tornado;
import dev.haishin.experiment.statistics.Interval;
import dev.haishin.experiment.store.StoreHeader;
import dev.haishin.experiment.store.TrialStore;
import dev.haishin.experiment.sweep.SweepFolder;
import dev.haishin.experiment.trial.Trial;
import dev.haishin.experiment.trial.WarmupSearch;
import dev.haishin.report.TornadoChart;
import dev.haishin.results.MetricQuery;
import dev.haishin.results.Unit;
import dev.haishin.results.file.SweepTable;
import dev.haishin.scenario.ScenarioSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A sweep of one assumption at a time, from their reading to the last line on the screen. */
final class OneAtATimeSweep {
  private static final String CHARTS = "charts";

  private final Workbench bench;
  private final Trial asked;
  private final ScenarioSpec scenario;
  private final OneAtATimeOptions options;
  private final Map<String, MetricQuery> figures;
  private final int replications;

  /**
   * A sweep.
   *
   * @param asked the scenario as it is
   * @param figures that are asked about, by the path that reads them
   */
  OneAtATimeSweep(
      Workbench bench,
      Trial asked,
      ScenarioSpec scenario,
      OneAtATimeOptions options,
      Map<String, MetricQuery> figures,
      int replications) {
    this.bench = bench;
    this.asked = asked;
    this.scenario = scenario;
    this.options = options;
    this.figures = figures;
    this.replications = replications;
  }

  /** Where results go if the user does not say. */
  Path usualFolder() {
    return Path.of("results", scenario.name(), "one-at-a-time");
  }

  /** Runs what is left of it, writes and shows the tables. */
  ExitCode run(Path folder) throws IOException {
    SweepFolder place = SweepFolder.open(folder);
    SweepTable.Origin origin = bench.origin(scenario, asked.settings(), replications);
    StoreHeader header = StoreHeader.of(origin, List.of());
    try (Interruption interruption = bench.interruption();
        TrialStore store = place.store(header)) {
      Progress progress = bench.progress(scenario.name() + "/one-at-a-time", interruption);
      try {
        Trial base = settled(progress);
        AssumptionReader assumptions =
            AssumptionReader.read(
                base, scenario, options.share(), options.among(), asksAboutCosts());
        OneAtATime experiment =
            new OneAtATime(base, assumptions.varied(), figures, replications, store);
        run(experiment, store, progress);
        progress.end();
        finish(place, origin, experiment.tornados(), assumptions);
      } finally {
        progress.end();
      }
    }
    return ExitCode.OK;
  }

  private boolean asksAboutCosts() {
    return figures.values().stream().anyMatch(query -> query.unit() == Unit.USD);
  }

  /** All measured from one end of the warm-up, where that is yet to be found. */
  private Trial settled(Progress progress) {
    if (!scenario.findsWarmup()) {
      return asked;
    }
    RunExperiment experiment =
        new RunExperiment(bench.threads(), Version.current(), System::nanoTime);
    ScenarioSpec settled = WarmupSearch.settled(scenario, experiment, progress::reached);
    return asked.with(List.of(WarmupSearch.setting(settled)));
  }

  private void run(OneAtATime experiment, TrialStore store, Progress progress) throws IOException {
    int pending = experiment.pending().size();
    bench.announce(store.changes(), store.size());
    TrialProgress watch = new TrialProgress(progress, pending);
    int[] rounds = {0};
    experiment.run(
        (trials, results) -> {
          if (rounds[0]++ > 0) {
            watch.expectMore(trials.size());
          }
          bench.engine(watch).run(trials, results);
        });
  }

  private void finish(
      SweepFolder place,
      SweepTable.Origin origin,
      List<Tornado> tornados,
      AssumptionReader assumptions)
      throws IOException {
    SensitivityFiles files =
        new SensitivityFiles(origin, options.shareText(), tornados, assumptions.fixed());
    place.replace(SensitivityFiles.CSV, files.csv());
    place.replace(SensitivityFiles.JSON, files.json());
    List<String> warnings = new ArrayList<>();
    for (Tornado tornado : tornados) {
      warnings.addAll(chart(place.path().resolve(CHARTS), tornado));
    }
    Terminal terminal = bench.terminal();
    if (bench.output().json()) {
      terminal.out().println(files.json().strip());
    } else if (!bench.output().quiet()) {
      new OneAtATimeScreen(terminal).show(files);
      terminal.out().println("Results in " + place.path());
    }
    bench.remark(scenario, warnings.stream().distinct().toList());
  }

  private List<String> chart(Path folder, Tornado tornado) throws IOException {
    if (tornado.asItIs().isEmpty() || tornado.shown().isEmpty()) {
      return List.of();
    }
    Unit unit = tornado.query().unit();
    double asItIs = tornado.asItIs().get().mean();
    List<TornadoChart.Bar> bars = new ArrayList<>();
    for (Effect effect : tornado.shown()) {
      bars.add(
          new TornadoChart.Bar(
              effect.assumption().name(),
              moved(asItIs, effect.down(), unit),
              moved(asItIs, effect.up(), unit)));
    }
    return TornadoChart.write(
        folder,
        new TornadoChart.Subject(
            scenario.name(),
            scenario.description(),
            tornado.figure(),
            unit.symbol(),
            unit.printed(asItIs),
            options.shareText()),
        bars);
  }

  private static double moved(double asItIs, Optional<Interval> difference, Unit unit) {
    return difference
        .filter(Effect::isShown)
        .map(interval -> unit.printed(asItIs + interval.mean()))
        .orElse(Double.NaN);
  }
}
