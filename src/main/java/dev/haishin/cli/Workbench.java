package dev.haishin.cli;

import dev.haishin.cli.Interruption.InterruptedRunException;
import dev.haishin.experiment.trial.LocalTrials;
import dev.haishin.experiment.trial.TrialEngine;
import dev.haishin.experiment.trial.TrialRunner;
import dev.haishin.experiment.trial.TrialWatch;
import dev.haishin.results.file.SweepTable;
import dev.haishin.scenario.ScenarioSpec;
import java.io.PrintWriter;
import java.util.List;

/**
 * Where a command runs many trials and keeps them: its terminal, its threads, and what it says of
 * work that was begun before.
 *
 * @param threads runs at once
 */
record Workbench(Terminal terminal, OutputOptions output, int threads) {
  private static final String GOES_ON = "the same command goes on where this one stopped";

  /** Ends the work cleanly when the user asks for that. */
  Interruption interruption() {
    return new Interruption(terminal.err(), GOES_ON);
  }

  /** A bar that ends the work with {@link InterruptedRunException} when the user asks for that. */
  Progress progress(String title, Interruption interruption) {
    Terminal shown = output.quiet() ? terminal.silent() : terminal;
    return new Progress(shown, title, interruption::check, System::nanoTime);
  }

  /** Runs trials in this process. */
  TrialEngine engine(TrialWatch watch) {
    return new LocalTrials(
        threads, Fit.usableHeapBytes(), new TrialRunner(Version.current()), watch);
  }

  /** The same where nobody knows before how many trials it takes: the bar makes room for more. */
  TrialEngine growing(TrialProgress watch) {
    TrialEngine engine = engine(watch);
    return (trials, results) -> {
      watch.expectMore(trials.size());
      engine.run(trials, results);
    };
  }

  /** What makes the results of a scenario repeatable. */
  SweepTable.Origin origin(ScenarioSpec scenario, List<String> settings, int replications) {
    return new SweepTable.Origin(
        scenario.name(),
        scenario.description(),
        settings,
        replications,
        Version.current(),
        scenario.sha256());
  }

  /**
   * Says whether the work goes on, or why it starts afresh.
   *
   * @param changes since what was kept, in words
   * @param kept trials that need not run again
   */
  void announce(List<String> changes, long kept) {
    PrintWriter err = terminal.err();
    if (output.quiet()) {
      return;
    }
    if (!changes.isEmpty()) {
      err.println("note: starting afresh: " + String.join(" and ", changes) + " changed");
    } else if (kept > 0) {
      err.println("note: going on; " + kept + (kept == 1 ? " run" : " runs") + " had ended");
    }
  }

  /** Says what a scenario and its charts leave to be said. */
  void remark(ScenarioSpec scenario, List<String> warnings) {
    if (!output.quiet()) {
      scenario.warnings().forEach(text -> terminal.err().println("warning: " + text));
      warnings.forEach(text -> terminal.err().println("warning: " + text));
    }
  }
}
