package dev.haishin.cli;

import dev.haishin.experiment.RunExperiment;
import dev.haishin.experiment.trial.WarmupSearch;
import dev.haishin.report.Report;
import dev.haishin.results.Judgement;
import dev.haishin.results.RunResult;
import dev.haishin.results.Verdict;
import dev.haishin.results.file.ResultFolder;
import dev.haishin.results.file.RunFiles;
import dev.haishin.scenario.ScenarioSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Runs scenarios, writes their results and shows each on one screen. */
@Command(
    name = "run",
    header = "Run a scenario, write its results and show them on one screen.",
    description = {
      "",
      "Results go to results/NAME, one folder a variant. A folder is there as a whole or not at"
          + " all.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  haishin run launch.yaml                         the file itself",
      "  haishin run launch.yaml --scale 1%%              a look around, at 1%% of the size",
      "  haishin run launch.yaml --variant read          another world of the same file",
      "  haishin run launch.yaml --set kafka.brokers=6   a change without an edit",
      "  haishin run launch.yaml --replications 10       how sure the figures are",
      "  haishin run launch.yaml --precision 5%%          until they are sure enough",
      "  haishin run launch.yaml --trace-message p99.9   where one slow message spent its time",
      "  haishin run launch.yaml --strict --quiet        for scripts: only the exit status",
      "  haishin run launch.yaml --json | jq .metrics    for the next program",
      ""
    },
    mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
  private static final int MOST_THREADS = 64;
  private static final String NOT_DRAWN =
      "uncertain: one run takes the values of the file; --replications draws them";

  @ParentCommand private Haishin haishin;
  @Mixin private ScenarioOptions scenarios;
  @Mixin private OutputOptions output;
  @Mixin private ReplicationOptions replications;
  @Mixin private TraceOptions trace;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where results go, instead of results/NAME.")
  private Path out;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description =
          "Threads to run on (default: every core, but 1 for one run of a small world). No result depends"
              + " on it.")
  private Integer threads;

  @Option(
      names = "--max-events",
      paramLabel = "N",
      description = "Refuse a run that would take more events, as in 500M (default: 100G).")
  private String maxEvents = "100G";

  @Option(
      names = "--events",
      description = "Show which components received how many events, and how many a message.")
  private boolean events;

  @Option(
      names = "--memory",
      description =
          "Show what the world takes of the heap at the end of the run, by table and by holder.")
  private boolean memory;

  @Option(
      names = "--strict",
      description = "End with status 1 when an expectation was missed, 4 when one is unknown.")
  private boolean strict;

  private final List<String> summaries = new ArrayList<>();

  @Override
  public Integer call() throws IOException {
    List<String> errors = new ArrayList<>(replications.errors());
    errors.addAll(trace.errors());
    if (threads != null && (threads < 1 || threads > MOST_THREADS)) {
      errors.add("--threads " + threads + ": is out of bounds; 1 to " + MOST_THREADS);
    }
    if (!errors.isEmpty()) {
      throw new BadInputException(errors);
    }
    List<Job> jobs = jobs();
    long heapBytes = jobs.stream().mapToLong(Job::heapBytes).max().orElse(0);
    if (LongWork.belongsElsewhere(haishin, events(jobs), heapBytes, scenarios.files())) {
      return LongWork.STATUS;
    }
    Thread drawing = new Thread(Report::prepare, "drawing");
    drawing.setDaemon(true);
    drawing.start();
    Verdict worst = Verdict.MET;
    try (Interruption interruption = new Interruption(haishin.terminal().err())) {
      for (Job job : jobs) {
        Verdict verdict = isSingle() ? runOnce(job, interruption) : replicate(job, interruption);
        worst = worse(worst, verdict) ? verdict : worst;
      }
    }
    if (output.json()) {
      haishin.terminal().out().print(SummariesDocument.of(summaries));
    }
    return strict ? exit(worst).status() : ExitCode.OK.status();
  }

  /** Every variant asked for, all of them read before the first one runs. */
  private List<Job> jobs() {
    List<Job> jobs = new ArrayList<>();
    for (Path file : scenarios.files()) {
      for (String variant : scenarios.chosen(file)) {
        ScenarioSpec scenario = scenarios.read(file, variant);
        String title = scenario.name() + "/" + variant;
        Fit fit = new Fit(title, scenario);
        fit.check(EventCount.read(maxEvents), Runtime.getRuntime().maxMemory());
        if (replications.precision().isPresent() && scenario.expectations().isEmpty()) {
          throw new BadInputException(
              List.of(title + ": --precision needs an expected path; give 'expect' one"));
        }
        int cores = Runtime.getRuntime().availableProcessors();
        jobs.add(
            new Job(file, scenario, variant, fit.events(), fit.threads(cores), fit.heapBytes()));
      }
    }
    return jobs;
  }

  /** Events of all runs together, about; a precision is given as many as it may take. */
  private double events(List<Job> jobs) {
    int each = replications.precision().isPresent() ? replications.most() : replications.count(1);
    return each * jobs.stream().mapToDouble(Job::events).sum();
  }

  private boolean isSingle() {
    return replications.precision().isEmpty() && replications.count(1) == 1;
  }

  private int threads(int usual) {
    return threads == null ? Math.min(MOST_THREADS, usual) : threads;
  }

  private Progress progress(String title, Interruption interruption) {
    Terminal terminal = output.quiet() ? haishin.terminal().silent() : haishin.terminal();
    return new Progress(terminal, title, interruption::check, System::nanoTime);
  }

  private Verdict runOnce(Job job, Interruption interruption) throws IOException {
    Progress progress = progress(job.title(), interruption);
    ScenarioSpec scenario = job.scenario();
    RunExperiment.Outcome outcome;
    try {
      RunExperiment experiment =
          new RunExperiment(threads(job.threads()), Version.current(), System::nanoTime)
              .following(trace.message());
      if (memory) {
        experiment.weighing(HeapCensus::of);
      }
      scenario = WarmupSearch.settled(job.scenario(), experiment, progress::reached);
      if (!scenario.uncertain().isEmpty()) {
        scenario = scenario.noting(NOT_DRAWN);
      }
      outcome = experiment.run(scenario, job.variant(), progress::reached);
    } finally {
      progress.end();
    }
    if (!outcome.result().ledger().isBalanced()) {
      throw new IllegalStateException(
          job.title() + ": the ledger is off by " + outcome.result().ledger().differencePairs());
    }
    String title = job.title() + "  " + Horizon.of(scenario);
    write(
        job,
        scenario,
        outcome.result(),
        outcome::write,
        interruption,
        terminal -> {
          new RunScreen(terminal)
              .show(title, outcome.result(), outcome.judgements(), outcome.cost());
          if (events) {
            new EventScreen(terminal).show(outcome);
          }
          outcome
              .memory()
              .ifPresent(
                  use ->
                      new MemoryScreen(terminal)
                          .show(use, job.heapBytes(), outcome.cost().peakHeapBytes()));
        });
    return worst(outcome.judgements().stream().map(Judgement::verdict));
  }

  private Verdict replicate(Job job, Interruption interruption) throws IOException {
    Progress progress = progress(job.title(), interruption);
    int cores = Runtime.getRuntime().availableProcessors();
    ReplicatedJob several =
        new ReplicatedJob(
            job.file(),
            job.variant(),
            scenarios.overrides(),
            scenarios.plugins(),
            replications,
            threads(cores),
            trace.message(),
            progress);
    try {
      several.run();
    } finally {
      progress.end();
    }
    write(
        job,
        several.scenario(),
        several.firstResult(),
        several::write,
        interruption,
        several::show);
    return worst(several.verdicts().stream());
  }

  /** Writes what came out, and shows it. */
  private void write(
      Job job,
      ScenarioSpec scenario,
      RunResult result,
      ResultFolder.Filling filling,
      Interruption interruption,
      Consumer<Terminal> screen)
      throws IOException {
    Path folder = folder(scenario).resolve(job.variant());
    List<String> warnings = new ArrayList<>();
    ResultFolder.write(
        folder,
        partial -> {
          interruption.check();
          filling.fill(partial);
          warnings.addAll(trace.write(partial, result));
          warnings.addAll(Report.write(partial));
        });
    Terminal terminal = haishin.terminal();
    if (output.json()) {
      summaries.add(Files.readString(folder.resolve(RunFiles.SUMMARY)));
    } else if (!output.quiet()) {
      screen.accept(terminal);
      trace.of(result).ifPresent(new WaterfallScreen(terminal)::show);
      terminal.out().println("Results in " + folder + "; open " + folder.resolve("report.html"));
    }
    if (!output.quiet()) {
      scenario.warnings().forEach(text -> terminal.err().println("warning: " + text));
      scenario.notes().forEach(text -> terminal.err().println("note: " + text));
      warnings.forEach(text -> terminal.err().println("warning: " + text));
    }
  }

  private static Verdict worst(Stream<Verdict> verdicts) {
    return verdicts.reduce(Verdict.MET, (a, b) -> worse(a, b) ? b : a);
  }

  private Path folder(ScenarioSpec scenario) {
    return out != null ? out : Path.of("results", scenario.name());
  }

  private static boolean worse(Verdict one, Verdict other) {
    return rank(other) > rank(one);
  }

  private static int rank(Verdict verdict) {
    return switch (verdict) {
      case MET -> 0;
      case UNKNOWN -> 1;
      case MISSED -> 2;
    };
  }

  private static ExitCode exit(Verdict worst) {
    return switch (worst) {
      case MET -> ExitCode.OK;
      case UNKNOWN -> ExitCode.UNKNOWN;
      case MISSED -> ExitCode.MISSED;
    };
  }

  /** One variant of one file, ready to run. */
  private record Job(
      Path file,
      ScenarioSpec scenario,
      String variant,
      double events,
      int threads,
      long heapBytes) {
    String title() {
      return scenario.name() + "/" + variant;
    }
  }
}
