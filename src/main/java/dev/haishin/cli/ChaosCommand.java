package dev.haishin.cli;

import dev.haishin.experiment.chaos.ChaosSearch;
import dev.haishin.experiment.trial.Trial;
import dev.haishin.experiment.trial.TrialEngine;
import dev.haishin.results.file.ChaosFindings;
import dev.haishin.scenario.ScenarioSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Looks for failures that break what a scenario expects or promises. */
@Command(
    name = "chaos",
    header = "Try random failures, and shrink those that break something.",
    description = {
      "",
      "Draws failure schedules from the seed, inside what the scenario's 'chaos' allows, and runs"
          + " each in the place of the file's own failures. A schedule that misses an expectation,"
          + " loses what the configuration promises to keep, leaves the ledger unbalanced or"
          + " crashes is shrunk to the little that still does, and written as a scenario that"
          + " 'run' shows it with. Results go to results/NAME/chaos; after Ctrl-C or a kill the"
          + " same command goes on where it stopped.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  haishin chaos launch.yaml --schedules 200",
      "  haishin chaos launch.yaml --scale 1%% --schedules 1000     small, but many",
      "  haishin chaos launch.yaml --set 'chaos.verbs=[vanish]'   only hosts that go dark",
      "  haishin run results/launch/chaos/finding-1.yaml --strict  see a finding again",
      ""
    },
    mixinStandardHelpOptions = true)
final class ChaosCommand implements Callable<Integer> {
  private static final int MOST_SCHEDULES = 1_000_000;

  @ParentCommand private Haishin haishin;
  @Mixin private ScenarioOptions scenarios;
  @Mixin private OutputOptions output;
  @Mixin private TrialOptions trials;

  @Option(
      names = "--schedules",
      paramLabel = "N",
      description = "How many schedules to draw (default: ${DEFAULT-VALUE}).")
  private int schedules = 100;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where results go, instead of results/NAME/chaos.")
  private Path out;

  @Override
  public Integer call() throws IOException {
    Path file = checked();
    String variant = scenarios.chosen(file).get(0);
    ScenarioSpec scenario = scenarios.read(file, variant);
    String title = scenario.name() + "/" + variant;
    new Fit(title, scenario).check(trials.mostEvents(), Runtime.getRuntime().maxMemory());
    String name = variant.equals(Trial.BASELINE) ? "chaos" : "chaos-" + variant;
    Path folder = out != null ? out : Path.of("results", scenario.name(), name);
    ChaosFindings findings =
        search(
            Trial.of(file, variant, scenarios.overrides(), 0).plugged(scenarios.plugins()),
            scenario,
            folder);
    if (output.json()) {
      haishin.terminal().out().println(findings.json().strip());
    } else if (!output.quiet()) {
      new ChaosScreen(haishin.terminal()).show(findings, folder);
    }
    return (findings.isClean() ? ExitCode.OK : ExitCode.MISSED).status();
  }

  private Path checked() {
    List<String> errors = new ArrayList<>(trials.errors());
    if (schedules < 1 || schedules > MOST_SCHEDULES) {
      errors.add("--schedules " + schedules + ": is out of bounds; 1 to " + MOST_SCHEDULES);
    }
    if (scenarios.files().size() != 1) {
      errors.add("haishin chaos: takes one scenario, not " + scenarios.files().size());
    } else if (scenarios.chosen(scenarios.files().get(0)).size() != 1) {
      errors.add("--variant: haishin chaos takes one; run it once for each");
    }
    if (!errors.isEmpty()) {
      throw new BadInputException(errors);
    }
    return scenarios.files().get(0);
  }

  private ChaosFindings search(Trial base, ScenarioSpec scenario, Path folder) throws IOException {
    Workbench bench = new Workbench(haishin.terminal(), output, trials.threads());
    try (Interruption interruption = bench.interruption()) {
      Progress progress = bench.progress(scenario.name() + "/chaos", interruption);
      try {
        TrialEngine engine = bench.growing(new TrialProgress(progress, 0));
        return new ChaosSearch(base, scenario, engine, trials.threads(), Version.current())
            .search(schedules, folder, this::note);
      } finally {
        progress.end();
      }
    }
  }

  private void note(String text) {
    if (!output.quiet()) {
      haishin.terminal().err().println("note: " + text);
    }
  }
}
