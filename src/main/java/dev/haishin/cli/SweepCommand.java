package dev.haishin.cli;

import dev.haishin.experiment.sweep.Grid;
import dev.haishin.experiment.sweep.SweepPlan;
import dev.haishin.experiment.sweep.Variation;
import dev.haishin.experiment.trial.Trial;
import dev.haishin.results.MetricQuery;
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
      "  haishin sweep launch.yaml --one-at-a-time --by 20%% --for delivery.online.p99",
      ""
    },
    mixinStandardHelpOptions = true)
final class SweepCommand implements Callable<Integer> {
  /** Of each assumption that varies alone. */
  private static final int USUAL_REPLICATIONS = 5;

  private static final int MOST_POINTS = 100_000;

  @ParentCommand private Haishin haishin;
  @Mixin private ScenarioOptions scenarios;
  @Mixin private OutputOptions output;
  @Mixin private SweepOptions options;
  @Mixin private OneAtATimeOptions oneAtATime;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where results go, instead of results/NAME/sweep.")
  private Path out;

  @Override
  public Integer call() throws IOException {
    List<String> errors = new ArrayList<>();
    List<Variation> variations = options.variations(errors::add);
    List<MetricQuery> figures = options.figures(errors::add);
    options.check(errors::add);
    oneAtATime.check(options.varies(), options.replications(USUAL_REPLICATIONS), errors::add);
    if (scenarios.files().size() != 1) {
      errors.add("haishin sweep: takes one scenario, not " + scenarios.files().size());
    }
    refuse(errors);
    Workbench bench = new Workbench(haishin.terminal(), output, options.threads());
    return (oneAtATime.asked() ? assumptions(bench) : grid(bench, variations, figures)).status();
  }

  private ExitCode grid(Workbench bench, List<Variation> variations, List<MetricQuery> figures)
      throws IOException {
    Path file = scenarios.files().get(0);
    Grid grid = new Grid(scenarios.chosen(file).stream().distinct().toList(), variations);
    if (grid.size() > MOST_POINTS) {
      refuse(List.of("--vary: the grid has more than " + MOST_POINTS + " points; vary less"));
    }
    SweepPlan plan =
        new SweepPlan(
            file,
            scenarios.overrides(),
            grid,
            options.replications(1),
            figures,
            scenarios.plugins());
    GridSweep sweep = new GridSweep(bench, plan, options.mostEvents());
    return sweep.run(out != null ? out : sweep.usualFolder());
  }

  private ExitCode assumptions(Workbench bench) throws IOException {
    Path file = scenarios.files().get(0);
    List<String> variants = scenarios.chosen(file);
    if (variants.size() != 1) {
      refuse(List.of("--variant: --one-at-a-time takes one; name the one to vary"));
    }
    ScenarioSpec scenario = scenarios.read(file, variants.get(0));
    List<String> errors = new ArrayList<>();
    Map<String, MetricQuery> figures = oneAtATime.figures(scenario, errors::add);
    refuse(errors);
    new Fit(scenario.name() + "/" + variants.get(0), scenario)
        .check(options.mostEvents(), Runtime.getRuntime().maxMemory());
    OneAtATimeSweep sweep =
        new OneAtATimeSweep(
            bench,
            Trial.of(file, variants.get(0), scenarios.overrides(), 0).plugged(scenarios.plugins()),
            scenario,
            oneAtATime,
            figures,
            options.replications(USUAL_REPLICATIONS));
    return sweep.run(out != null ? out : sweep.usualFolder());
  }

  private static void refuse(List<String> errors) {
    if (!errors.isEmpty()) {
      throw new BadInputException(errors);
    }
  }
}
