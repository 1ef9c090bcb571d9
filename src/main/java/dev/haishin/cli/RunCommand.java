package dev.haishin.cli;

import dev.haishin.experiment.RunExperiment;
import dev.haishin.report.Report;
import dev.haishin.results.Judgement;
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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
      "  haishin run launch.yaml --strict --quiet        for scripts: only the exit status",
      "  haishin run launch.yaml --json | jq .metrics    for the next program",
      ""
    },
    mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
  private static final int MOST_THREADS = 64;
  private static final Pattern COUNT = Pattern.compile("([0-9]+(?:\\.[0-9]+)?)([kMG]?)");

  @ParentCommand private Haishin haishin;
  @Mixin private ScenarioOptions scenarios;
  @Mixin private OutputOptions output;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where results go, instead of results/NAME.")
  private Path out;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Threads to run on (default: ${DEFAULT-VALUE}). No result depends on it.")
  private int threads = 1;

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
      names = "--strict",
      description = "End with status 1 when an expectation was missed, 4 when one is unknown.")
  private boolean strict;

  @Override
  public Integer call() throws IOException {
    if (threads < 1 || threads > MOST_THREADS) {
      throw new BadInputException(
          List.of("--threads " + threads + ": is out of bounds; 1 to " + MOST_THREADS));
    }
    List<Job> jobs = jobs();
    Thread drawing = new Thread(Report::prepare, "drawing");
    drawing.setDaemon(true);
    drawing.start();
    Verdict worst = Verdict.MET;
    try (Interruption interruption = new Interruption(haishin.terminal().err())) {
      for (Job job : jobs) {
        Verdict verdict = run(job, interruption);
        worst = worse(worst, verdict) ? verdict : worst;
      }
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
        new Fit(title, scenario).check(mostEvents(), Runtime.getRuntime().maxMemory());
        jobs.add(new Job(scenario, variant));
      }
    }
    return jobs;
  }

  private double mostEvents() {
    Matcher count = COUNT.matcher(maxEvents);
    if (!count.matches()) {
      throw new BadInputException(
          List.of("--max-events '" + maxEvents + "': is no count; write 500M or 2G"));
    }
    double unit =
        Math.pow(1000, "kMG".indexOf(count.group(2)) + (count.group(2).isEmpty() ? 0 : 1));
    return Double.parseDouble(count.group(1)) * unit;
  }

  private Verdict run(Job job, Interruption interruption) throws IOException {
    Terminal terminal = haishin.terminal();
    ScenarioSpec scenario = job.scenario();
    String title = scenario.name() + "/" + job.variant();
    Terminal progressTerminal = output.quiet() ? terminal.silent() : terminal;
    Progress progress =
        new Progress(progressTerminal, title, interruption::check, System::nanoTime);
    RunExperiment.Outcome outcome;
    try {
      outcome =
          new RunExperiment(threads, Version.current(), System::nanoTime)
              .run(scenario, job.variant(), progress::reached);
    } finally {
      progress.end();
    }
    if (!outcome.result().ledger().isBalanced()) {
      throw new IllegalStateException(
          title + ": the ledger is off by " + outcome.result().ledger().differencePairs());
    }
    Path folder = folder(scenario).resolve(job.variant());
    List<String> warnings = new ArrayList<>();
    ResultFolder.write(
        folder,
        partial -> {
          interruption.check();
          outcome.write(partial);
          warnings.addAll(Report.write(partial));
        });
    show(title, scenario, folder, outcome, warnings);
    return outcome.judgements().stream()
        .map(Judgement::verdict)
        .reduce(Verdict.MET, (a, b) -> worse(a, b) ? b : a);
  }

  private void show(
      String title,
      ScenarioSpec scenario,
      Path folder,
      RunExperiment.Outcome outcome,
      List<String> warnings)
      throws IOException {
    Terminal terminal = haishin.terminal();
    if (output.json()) {
      terminal.out().println(Files.readString(folder.resolve(RunFiles.SUMMARY)).strip());
    } else if (!output.quiet()) {
      new RunScreen(terminal).show(title, outcome.result(), outcome.judgements(), outcome.cost());
      if (events) {
        new EventScreen(terminal).show(outcome);
      }
      terminal.out().println("Results in " + folder + "; open " + folder.resolve("report.html"));
    }
    if (!output.quiet()) {
      scenario.warnings().forEach(text -> terminal.err().println("warning: " + text));
      scenario.notes().forEach(text -> terminal.err().println("note: " + text));
      warnings.forEach(text -> terminal.err().println("warning: " + text));
    }
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
  private record Job(ScenarioSpec scenario, String variant) {}
}
