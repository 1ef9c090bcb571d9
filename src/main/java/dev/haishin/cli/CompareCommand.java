package dev.haishin.cli;

import dev.haishin.experiment.RunExperiment;
import dev.haishin.experiment.compare.CompareExperiment;
import dev.haishin.experiment.compare.CompareFiles;
import dev.haishin.experiment.compare.CompareIdentity;
import dev.haishin.experiment.compare.Contender;
import dev.haishin.experiment.compare.Contest;
import dev.haishin.experiment.compare.Oracle;
import dev.haishin.experiment.compare.Outcomes;
import dev.haishin.experiment.compare.Standing;
import dev.haishin.experiment.compare.Yardstick;
import dev.haishin.experiment.statistics.Interval;
import dev.haishin.experiment.trial.LocalTrials;
import dev.haishin.experiment.trial.TrialRunner;
import dev.haishin.experiment.trial.TrialScenario;
import dev.haishin.experiment.trial.WarmupSearch;
import dev.haishin.report.CostChart;
import dev.haishin.report.Report;
import dev.haishin.results.Unit;
import dev.haishin.results.file.ResultFolder;
import dev.haishin.scenario.ScenarioSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Sets the variants of a scenario against each other. */
@Command(
    name = "compare",
    header = "Set the variants of a scenario against each other, on the same chances.",
    description = {
      "",
      "Replication r of every variant has the same seed: the same people, taps and failures. Shows"
          + " differences with 95%% intervals, a ranking, who wins where, and how far all are from a"
          + " bound: the same world with fan-out and session lookups that take no time. Results go"
          + " to results/NAME/compare.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  haishin compare launch.yaml                             the file itself and every variant",
      "  haishin compare launch.yaml --variant baseline --variant read",
      "  haishin compare launch.yaml --scale 10%% --replications 20",
      "  haishin compare launch.yaml --json | jq '.measures[] | {path, best}'",
      ""
    },
    mixinStandardHelpOptions = true)
final class CompareCommand implements Callable<Integer> {
  private static final int MOST_THREADS = 1024;
  private static final String CHARTS = "charts";

  @ParentCommand private Haishin haishin;
  @Mixin private ScenarioOptions scenarios;
  @Mixin private OutputOptions output;
  @Mixin private ReplicationOptions replications;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where results go, instead of results/NAME/compare.")
  private Path out;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Runs at once (default: one a core). No result depends on it.")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--max-events",
      paramLabel = "N",
      description = "Refuse a run that would take more events, as in 500M (default: 100G).")
  private String maxEvents = "100G";

  @Option(names = "--no-oracle", description = "Leave the bound out.")
  private boolean noOracle;

  private Path file;

  @Override
  public Integer call() throws IOException {
    check();
    file = scenarios.files().get(0);
    List<Contender> contenders = contenders();
    try (Interruption interruption = new Interruption(haishin.terminal().err())) {
      ScenarioSpec reference = TrialScenario.of(contenders.get(0).trial(file, 0));
      String title = reference.name() + "/compare";
      Terminal terminal = output.quiet() ? haishin.terminal().silent() : haishin.terminal();
      Progress progress = new Progress(terminal, title, interruption::check, System::nanoTime);
      Outcomes outcomes;
      try {
        contenders = settled(contenders, progress);
        reference = TrialScenario.of(contenders.get(0).trial(file, 0));
        outcomes = run(contenders, progress);
      } finally {
        progress.end();
      }
      Path folder = out != null ? out : Path.of("results", reference.name(), "compare");
      write(folder, reference, outcomes, interruption);
    }
    return ExitCode.OK.status();
  }

  private void check() {
    List<String> errors = new ArrayList<>(replications.errors());
    if (threads < 1 || threads > MOST_THREADS) {
      errors.add("--threads " + threads + ": is out of bounds; 1 to " + MOST_THREADS);
    }
    if (scenarios.files().size() != 1) {
      errors.add("haishin compare: takes one scenario, not " + scenarios.files().size());
    }
    if (!errors.isEmpty()) {
      throw new BadInputException(errors);
    }
  }

  /** Who is compared, all of them read and found to fit. */
  private List<Contender> contenders() {
    List<String> variants = scenarios.variants();
    List<String> chosen =
        variants.isEmpty()
            ? scenarios.everything(file)
            : scenarios.chosen(file).stream().distinct().toList();
    List<Contender> contenders = new ArrayList<>();
    for (String variant : chosen) {
      contenders.add(
          Contender.variant(variant, scenarios.overrides()).plugged(scenarios.plugins()));
    }
    if (noOracle && contenders.size() < 2) {
      throw new BadInputException(
          List.of(file + ": variants: there is nothing to compare; name two, or keep the oracle"));
    }
    if (!noOracle) {
      if (chosen.contains(Oracle.NAME)) {
        throw new BadInputException(
            List.of(
                file
                    + ": variants.oracle: has the name of the bound; give it another, or add"
                    + " --no-oracle"));
      }
      ScenarioSpec reference = scenarios.read(file, chosen.get(0));
      contenders.add(Oracle.of(reference, contenders.get(0)));
    }
    for (Contender contender : contenders) {
      ScenarioSpec scenario = TrialScenario.of(contender.trial(file, 0));
      String title = scenario.name() + "/" + contender.name();
      new Fit(title, scenario).check(EventCount.read(maxEvents), Runtime.getRuntime().maxMemory());
      if (replications.precision().isPresent() && scenario.expectations().isEmpty()) {
        throw new BadInputException(
            List.of(title + ": --precision needs an expected path; give 'expect' one"));
      }
    }
    return contenders;
  }

  /** All measured from the latest end of a warm-up, where that is yet to be found. */
  private List<Contender> settled(List<Contender> contenders, Progress progress) {
    RunExperiment experiment = new RunExperiment(threads, Version.current(), System::nanoTime);
    Optional<ScenarioSpec> latest = Optional.empty();
    for (Contender contender : contenders) {
      ScenarioSpec scenario = TrialScenario.of(contender.trial(file, 0));
      if (scenario.findsWarmup()) {
        ScenarioSpec settled =
            WarmupSearch.settled(
                scenario,
                experiment,
                (at, end, events) -> progress.reached(at, end * runs(contenders), events));
        boolean isLater = latest.isEmpty() || settled.warmupNs() > latest.get().warmupNs();
        latest = isLater ? Optional.of(settled) : latest;
      }
    }
    if (latest.isEmpty()) {
      return contenders;
    }
    String setting = WarmupSearch.setting(latest.get());
    return contenders.stream().map(contender -> contender.with(setting)).toList();
  }

  private int runs(List<Contender> contenders) {
    int each =
        replications
            .precision()
            .map(precision -> precision.least())
            .orElse(replications.count(CompareExperiment.USUAL_REPLICATIONS));
    return each * contenders.size();
  }

  private Outcomes run(List<Contender> contenders, Progress progress) {
    TrialProgress watch = new TrialProgress(progress, runs(contenders));
    LocalTrials engine =
        new LocalTrials(threads, Fit.usableHeapBytes(), new TrialRunner(Version.current()), watch);
    CompareExperiment experiment =
        new CompareExperiment(file, contenders, engine, Interval.USUAL_CONFIDENCE);
    return replications.precision().isPresent()
        ? experiment.run(replications.precision().get())
        : experiment.run(replications.count(CompareExperiment.USUAL_REPLICATIONS));
  }

  private void write(
      Path folder, ScenarioSpec reference, Outcomes outcomes, Interruption interruption)
      throws IOException {
    CompareIdentity identity = CompareIdentity.of(reference, Version.current());
    List<String> warnings = new ArrayList<>();
    ResultFolder.write(
        folder,
        CompareFiles.JSON,
        partial -> {
          interruption.check();
          new CompareFiles(identity, outcomes).write(partial);
          warnings.addAll(chart(partial, reference, outcomes));
          warnings.addAll(Report.write(partial));
        });
    Terminal terminal = haishin.terminal();
    if (output.json()) {
      terminal.out().println(Files.readString(folder.resolve(CompareFiles.JSON)).strip());
    } else if (!output.quiet()) {
      new CompareScreen(terminal).show(reference.name() + "  " + Horizon.of(reference), outcomes);
      terminal.out().println("Results in " + folder + "; open " + folder.resolve("report.html"));
    }
    if (!output.quiet()) {
      reference.warnings().forEach(text -> terminal.err().println("warning: " + text));
      reference.notes().forEach(text -> terminal.err().println("note: " + text));
      warnings.forEach(text -> terminal.err().println("warning: " + text));
    }
  }

  /** Cost against latency, of the contenders of which both are known. */
  private static List<String> chart(Path folder, ScenarioSpec reference, Outcomes outcomes)
      throws IOException {
    Optional<Contest> costs = contest(outcomes, Yardstick.COST);
    Optional<Contest> latencies = contest(outcomes, Yardstick.P99);
    List<CostChart.Mark> marks = new ArrayList<>();
    if (costs.isPresent() && latencies.isPresent()) {
      for (Contender contender : outcomes.contenders()) {
        Standing cost = costs.get().of(contender);
        Standing latency = latencies.get().of(contender);
        if (cost.mean().isPresent() && latency.mean().isPresent()) {
          marks.add(mark(contender, cost.mean().get(), latency.mean().get()));
        }
      }
    }
    return marks.isEmpty()
        ? List.of("no chart of cost against latency: " + Yardstick.P99 + " is unknown")
        : CostChart.write(folder.resolve(CHARTS), reference.name(), reference.description(), marks);
  }

  private static Optional<Contest> contest(Outcomes outcomes, String path) {
    return outcomes.contests().stream()
        .filter(contest -> contest.yardstick().path().equals(path))
        .findFirst();
  }

  private static CostChart.Mark mark(Contender contender, Interval cost, Interval latency) {
    double half = latency.isBounded() ? latency.half() : 0;
    return new CostChart.Mark(
        contender.name(),
        cost.mean(),
        Unit.DURATION.printed(latency.mean()),
        Unit.DURATION.printed(latency.mean() - half),
        Unit.DURATION.printed(latency.mean() + half),
        contender.competes());
  }
}
