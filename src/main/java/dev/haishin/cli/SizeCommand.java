package dev.haishin.cli;

import dev.haishin.experiment.size.SizeExperiment;
import dev.haishin.experiment.size.SizeRange;
import dev.haishin.experiment.size.SizeTask;
import dev.haishin.experiment.size.Spare;
import dev.haishin.experiment.sweep.Grid;
import dev.haishin.experiment.sweep.Variation;
import dev.haishin.experiment.trial.Trial;
import dev.haishin.report.Report;
import dev.haishin.report.SweepChart;
import dev.haishin.results.file.SizePlan;
import dev.haishin.results.file.SizeTables;
import dev.haishin.results.file.SizeWriter;
import dev.haishin.results.file.SweepTable;
import dev.haishin.scenario.ScenarioSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Finds how much of something is needed. */
@Command(
    name = "size",
    header = "Find the least of something with which a scenario meets all its expectations.",
    description = {
      "",
      "Looks for the way with few runs of a small world, then decides about the answer, and about"
          + " one step less, by intervals at the scale that was asked for. The scenario's own"
          + " failures happen in every run. Results go to results/NAME/size; after Ctrl-C or a kill"
          + " the same command goes on where it stopped.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  haishin size launch.yaml --find gateways.per-region --between 2..64",
      "  haishin size launch.yaml --find gateways.per-region=2..64 --find redis.shards=3..48",
      "  haishin size launch.yaml --find load --between x1..x4      how much more it can carry",
      "  haishin size launch.yaml --find gateways.per-region --between 2..64 --spare zone",
      "  haishin size launch.yaml --find kafka.brokers --between 3..48 --vary load=x1,x1.5,x2",
      ""
    },
    mixinStandardHelpOptions = true)
final class SizeCommand implements Callable<Integer> {
  private static final String CHARTS = "charts";

  @ParentCommand private Haishin haishin;
  @Mixin private ScenarioOptions scenarios;
  @Mixin private OutputOptions output;
  @Mixin private SizeOptions options;
  @Mixin private TrialOptions trials;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where results go, instead of results/NAME/size.")
  private Path out;

  @Override
  public Integer call() throws IOException {
    List<String> errors = new ArrayList<>(trials.errors());
    List<SizeRange> ranges = options.ranges(errors::add);
    List<Variation> variations = options.variations(errors::add);
    Spare spare = options.spare(errors::add);
    if (scenarios.files().size() != 1) {
      errors.add("haishin size: takes one scenario, not " + scenarios.files().size());
    } else if (scenarios.chosen(scenarios.files().get(0)).size() != 1) {
      errors.add("--variant: haishin size takes one; run it once for each");
    }
    if (!errors.isEmpty()) {
      throw new BadInputException(errors);
    }
    Path file = scenarios.files().get(0);
    String variant = scenarios.chosen(file).get(0);
    ScenarioSpec scenario = scenarios.read(file, variant);
    Trial base = Trial.of(file, variant, scenarios.overrides(), 0).plugged(scenarios.plugins());
    Grid steps = new Grid(List.of(variant), variations);
    long heapBytes = Runtime.getRuntime().maxMemory();
    double mostEvents = trials.mostEvents();
    SizeTask task =
        SizeTask.read(
            base,
            ranges,
            spare,
            steps.points(),
            (title, world, estimate) ->
                new Fit(title, world, estimate).errors(mostEvents, heapBytes));
    return status(run(task, variant, scenario)).status();
  }

  private static ExitCode status(SizePlan plan) {
    if (plan.isFound()) {
      return ExitCode.OK;
    }
    return plan.isUnknown() ? ExitCode.UNKNOWN : ExitCode.MISSED;
  }

  private SizePlan run(SizeTask task, String variant, ScenarioSpec scenario) throws IOException {
    Workbench bench = new Workbench(haishin.terminal(), output, trials.threads());
    String name = variant.equals(Trial.BASELINE) ? "size" : "size-" + variant;
    Path folder = out != null ? out : Path.of("results", scenario.name(), name);
    SweepTable.Origin origin =
        bench.origin(scenario, scenarios.overrides(), options.replications());
    try (Interruption interruption = bench.interruption();
        SizeExperiment experiment = SizeExperiment.open(task, folder, origin)) {
      bench.announce(experiment.changes(), experiment.kept());
      Progress progress = bench.progress(scenario.name() + "/size", interruption);
      SizePlan plan;
      try {
        plan = experiment.run(bench.growing(new TrialProgress(progress, 0)));
      } finally {
        progress.end();
      }
      List<String> warnings = new ArrayList<>();
      experiment.put(CHARTS, charts -> draw(plan, charts, warnings));
      warnings.addAll(Report.write(folder));
      show(plan, folder);
      bench.remark(scenario, warnings);
      return plan;
    }
  }

  /** A chart an expectation, in a folder a path where several were sized. */
  private static void draw(SizePlan plan, Path charts, List<String> warnings) throws IOException {
    Map<String, SweepTable> tables = SizeTables.of(plan);
    for (Map.Entry<String, SweepTable> table : tables.entrySet()) {
      Path folder = tables.size() == 1 ? charts : charts.resolve(table.getKey());
      for (String warning : SweepChart.write(folder, table.getValue())) {
        if (!warnings.contains(warning)) {
          warnings.add(warning);
        }
      }
    }
  }

  private void show(SizePlan plan, Path folder) throws IOException {
    if (output.json()) {
      haishin.terminal().out().println(SizeWriter.json(plan).strip());
    } else if (!output.quiet()) {
      new SizeScreen(haishin.terminal()).show(plan);
      haishin
          .terminal()
          .out()
          .println("Results in " + folder + "; open " + folder.resolve("report.html"));
    }
  }
}
