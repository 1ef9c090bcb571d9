package dev.haishin.cli;

import dev.haishin.experiment.RunExperiment;
import dev.haishin.experiment.check.Baseline;
import dev.haishin.experiment.check.CheckExperiment;
import dev.haishin.experiment.check.CheckTask;
import dev.haishin.experiment.trial.LocalTrials;
import dev.haishin.experiment.trial.Trial;
import dev.haishin.experiment.trial.TrialRunner;
import dev.haishin.experiment.trial.TrialScenario;
import dev.haishin.experiment.trial.WarmupSearch;
import dev.haishin.report.CheckPage;
import dev.haishin.results.Verdict;
import dev.haishin.results.file.CheckReport;
import dev.haishin.results.file.CheckWriter;
import dev.haishin.results.file.ResultFolder;
import dev.haishin.results.file.WholeFile;
import dev.haishin.scenario.ScenarioSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Holds scenarios against what they expect and against earlier results: a gate for CI. */
@Command(
    name = "check",
    header = "Hold scenarios against what they expect and against earlier results.",
    description = {
      "",
      "A run that takes the same course as its baseline passes at once. Otherwise replications are"
          + " run until every path that the scenario names under check.tolerance is shown to be"
          + " within its tolerance or beyond it.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  haishin check launch.yaml                                 what the scenario expects",
      "  haishin check launch.yaml --baseline base --update-baseline      results to compare with",
      "  haishin check launch.yaml --baseline base                 and is it worse than that?",
      "  haishin check *.yaml --baseline release --baseline main   slow drift shows as well",
      "  haishin check launch.yaml --baseline base --junit check.xml --markdown check.md",
      "  haishin check launch.yaml --baseline base --costs measured.yaml   a slower strategy fails",
      ""
    },
    mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
  private static final int MOST_THREADS = 64;

  @ParentCommand private Haishin haishin;
  @Mixin private ScenarioOptions scenarios;
  @Mixin private OutputOptions output;

  @Option(
      names = "--baseline",
      paramLabel = "DIR",
      description =
          "Earlier results to compare with, as 'run --replications' or --update-baseline leave"
              + " them; may be given several times.")
  private List<Path> baselines = new ArrayList<>();

  @Option(
      names = "--update-baseline",
      description = "Run max-replications of each world and make the baseline of them.")
  private boolean update;

  @Option(
      names = "--costs",
      paramLabel = "FILE",
      description = "Costs that a benchmark has measured, in the place of the scenario's own.")
  private Path costs;

  @Option(names = "--junit", paramLabel = "FILE", description = "Write JUnit XML as well.")
  private Path junit;

  @Option(
      names = "--html",
      paramLabel = "FILE",
      description = "Write a page with tables and charts as well.")
  private Path html;

  @Option(
      names = "--markdown",
      paramLabel = "FILE",
      description = "Write a summary in Markdown as well, for a pull request.")
  private Path markdown;

  @Option(
      names = "--github",
      description =
          "Print annotations of GitHub Actions to standard error; implied where GITHUB_ACTIONS is"
              + " true.")
  private boolean github;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Runs at once (default: one a core). No result depends on it.")
  private int threads = Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors());

  @Option(
      names = "--max-events",
      paramLabel = "N",
      description = "Refuse a run that would take more events, as in 500M (default: 100G).")
  private String maxEvents = "100G";

  @Override
  public Integer call() throws IOException {
    List<String> errors = new ArrayList<>();
    if (threads < 1 || threads > MOST_THREADS) {
      errors.add("--threads " + threads + ": is out of bounds; 1 to " + MOST_THREADS);
    }
    if (update && baselines.size() != 1) {
      errors.add("--update-baseline: needs one --baseline DIR, not " + baselines.size());
    }
    CheckTasks reader = new CheckTasks(scenarios, baselines, update, costs);
    List<CheckTask> tasks = reader.read(EventCount.read(maxEvents), errors);
    if (!errors.isEmpty()) {
      throw new BadInputException(errors);
    }
    if (!output.quiet()) {
      reader.notes().forEach(note -> haishin.terminal().err().println("note: " + note));
    }
    CheckReport report;
    try (Interruption interruption = new Interruption(haishin.terminal().err())) {
      report =
          update ? update(tasks, interruption) : check(settled(tasks, interruption), interruption);
      interruption.check();
      write(report);
    }
    show(report);
    return status(report.verdict()).status();
  }

  /** Warm-ups that are to be found are found once, for all replications. */
  private List<CheckTask> settled(List<CheckTask> tasks, Interruption interruption) {
    RunExperiment experiment = new RunExperiment(threads, Version.current(), System::nanoTime);
    List<CheckTask> settled = new ArrayList<>();
    for (CheckTask task : tasks) {
      if (!task.scenario().findsWarmup()) {
        settled.add(task);
        continue;
      }
      Progress progress = progress(task, interruption);
      try {
        ScenarioSpec found = WarmupSearch.settled(task.scenario(), experiment, progress::reached);
        Trial trial = task.trial().with(List.of(WarmupSearch.setting(found)));
        settled.add(new CheckTask(TrialScenario.of(trial), trial, task.baselines()));
      } finally {
        progress.end();
      }
    }
    return settled;
  }

  private CheckReport check(List<CheckTask> tasks, Interruption interruption) {
    List<Progress> running = new ArrayList<>();
    try {
      return new CheckExperiment(tasks)
          .run(
              task -> {
                running.forEach(Progress::end);
                Progress progress = progress(task, interruption);
                running.add(progress);
                return engine(progress);
              });
    } finally {
      running.forEach(Progress::end);
    }
  }

  /** Its bar makes room for replications as they are found to be needed. */
  private LocalTrials engine(Progress progress) {
    TrialProgress watch = new TrialProgress(progress, 1);
    boolean[] begun = new boolean[10_000];
    begun[0] = true;
    return new LocalTrials(
        threads,
        Fit.usableHeapBytes(),
        new TrialRunner(Version.current()),
        (trial, at, end, events) -> {
          synchronized (begun) {
            if (!begun[trial.replication()]) {
              begun[trial.replication()] = true;
              watch.expectMore(1);
            }
          }
          watch.reached(trial, at, end, events);
        });
  }

  private CheckReport update(List<CheckTask> tasks, Interruption interruption) throws IOException {
    List<CheckReport.World> worlds = new ArrayList<>();
    double falseAlarms = 0;
    for (CheckTask task : tasks) {
      Progress progress = progress(task, interruption);
      ReplicatedJob job =
          new ReplicatedJob(
              task.trial().file(),
              task.trial().variant(),
              task.trial().settings(),
              task.trial().plugins(),
              ReplicationOptions.exactly(task.scenario().check().maxReplications()),
              threads,
              OptionalLong.empty(),
              progress);
      try {
        job.run();
      } finally {
        progress.end();
      }
      Path place = Baseline.place(baselines.get(0), task.scenario().name(), task.trial().variant());
      ResultFolder.write(
          place,
          partial -> {
            interruption.check();
            job.write(partial);
          });
      worlds.add(CheckExperiment.updated(task, job.replications()));
      falseAlarms = Math.max(falseAlarms, task.scenario().check().falseAlarms());
    }
    return new CheckReport(falseAlarms, worlds);
  }

  private Progress progress(CheckTask task, Interruption interruption) {
    Terminal terminal = output.quiet() ? haishin.terminal().silent() : haishin.terminal();
    return new Progress(terminal, task.title(), interruption::check, System::nanoTime);
  }

  private void write(CheckReport report) throws IOException {
    if (junit != null) {
      WholeFile.write(junit, CheckJunit.of(report));
    }
    if (html != null) {
      WholeFile.write(html, CheckPage.of(report));
    }
    if (markdown != null) {
      WholeFile.write(markdown, CheckMarkdown.of(report));
    }
  }

  private void show(CheckReport report) throws IOException {
    Terminal terminal = haishin.terminal();
    if (output.json()) {
      terminal.out().println(CheckWriter.json(report).strip());
    } else if (!output.quiet()) {
      new CheckScreen(terminal).show(report);
    }
    if (github || haishin.environment("GITHUB_ACTIONS").equals("true")) {
      CheckAnnotations.of(report).forEach(terminal.err()::println);
    }
  }

  private static ExitCode status(Verdict verdict) {
    return switch (verdict) {
      case MET -> ExitCode.OK;
      case MISSED -> ExitCode.MISSED;
      case UNKNOWN -> ExitCode.UNKNOWN;
    };
  }
}
