package dev.haishin.cli;

import dev.haishin.experiment.RunExperiment;
import dev.haishin.experiment.replication.Precision;
import dev.haishin.experiment.replication.ReplicatedJudgement;
import dev.haishin.experiment.replication.ReplicatedRun;
import dev.haishin.experiment.replication.ReplicatedSummary;
import dev.haishin.experiment.replication.ReplicationTable;
import dev.haishin.experiment.replication.Replications;
import dev.haishin.experiment.statistics.Interval;
import dev.haishin.experiment.trial.LocalTrials;
import dev.haishin.experiment.trial.Trial;
import dev.haishin.experiment.trial.TrialResult;
import dev.haishin.experiment.trial.TrialRunner;
import dev.haishin.experiment.trial.TrialScenario;
import dev.haishin.experiment.trial.TrialWatch;
import dev.haishin.experiment.trial.WarmupSearch;
import dev.haishin.results.Derived;
import dev.haishin.results.LatencyMetric;
import dev.haishin.results.RunResult;
import dev.haishin.results.Stage;
import dev.haishin.results.Verdict;
import dev.haishin.results.file.RunCost;
import dev.haishin.results.file.RunFiles;
import dev.haishin.scenario.ScenarioSpec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** One variant of one file, run with several seeds. */
final class ReplicatedJob {
  private static final double NS_PER_SECOND = 1e9;

  private final Trial trial;
  private final ReplicationOptions options;
  private final int threads;
  private final Progress progress;

  private ScenarioSpec scenario;
  private final OptionalLong followed;
  private RunExperiment.Outcome first;
  private Replications replications;
  private RunCost cost;

  /**
   * A job.
   *
   * @param threads that replications run on, each on one; the first alone on all
   */
  ReplicatedJob(
      Path file,
      String variant,
      List<String> settings,
      List<Path> plugins,
      ReplicationOptions options,
      int threads,
      OptionalLong followed,
      Progress progress) {
    this.followed = followed;
    trial = new Trial(file, variant, settings, 0, pooled(), plugins);
    this.options = options;
    this.threads = threads;
    this.progress = progress;
  }

  /** Every latency there is: a folder of results holds the distributions of all. */
  private static List<String> pooled() {
    return Stream.concat(
            Stream.of(LatencyMetric.values()).map(LatencyMetric::path),
            Stream.of(Stage.values())
                .flatMap(stage -> Stream.of(stage.waitPath(), stage.servicePath())))
        .toList();
  }

  /** Runs every replication. */
  void run() {
    long startNs = System.nanoTime();
    int most = options.precision().map(Precision::least).orElse(options.count(1));
    TrialProgress watch = new TrialProgress(progress, most);
    RunExperiment experiment =
        new RunExperiment(threads, Version.current(), System::nanoTime).following(followed);
    ScenarioSpec asWritten = TrialScenario.of(trial);
    scenario =
        WarmupSearch.settled(
            asWritten, experiment, (at, end, events) -> progress.reached(at, end * most, events));
    boolean wasFound = asWritten.findsWarmup();
    Trial settled = wasFound ? trial.with(List.of(WarmupSearch.setting(scenario))) : trial;
    first =
        experiment.run(
            scenario,
            trial.variant(),
            (at, end, events) -> watch.reached(settled, at, end, events));
    TrialResult zero = TrialRunner.of(settled, scenario, first);
    long heapBytes = Fit.usableHeapBytes();
    AtomicInteger known = new AtomicInteger(most);
    TrialWatch growing =
        (each, at, end, events) -> {
          // Replications beyond those that were certain: the bar makes room for them.
          int more = each.replication() + 1;
          watch.expectMore(Math.max(0, more - known.getAndAccumulate(more, Math::max)));
          watch.reached(each, at, end, events);
        };
    LocalTrials engine =
        new LocalTrials(threads, heapBytes, new TrialRunner(Version.current()), growing);
    ReplicatedRun run = new ReplicatedRun(engine, threads, Interval.USUAL_CONFIDENCE);
    replications =
        options.precision().isPresent()
            ? run.run(zero, options.precision().get())
            : run.run(zero, options.count(1));
    cost = cost(System.nanoTime() - startNs);
  }

  private RunCost cost(long wallNs) {
    double events =
        replications.results().stream()
            .mapToDouble(result -> result.value(Derived.ENGINE_EVENTS.path()).value().orElse(0))
            .sum();
    return new RunCost(
        wallNs / NS_PER_SECOND,
        first.cost().setupSeconds(),
        events * NS_PER_SECOND / wallNs,
        first.cost().peakHeapBytes(),
        threads,
        first.cost().jdk(),
        first.cost().version());
  }

  /** The scenario as run, its warm-up found. */
  ScenarioSpec scenario() {
    return scenario;
  }

  /** What was run. */
  Replications replications() {
    return replications;
  }

  /** What the first replication measured. */
  RunResult firstResult() {
    return first.result();
  }

  /** One verdict an expectation. */
  List<Verdict> verdicts() {
    return replications.judgements().stream().map(ReplicatedJudgement::verdict).toList();
  }

  /** Writes all files but the pictures and the page into a folder that exists. */
  void write(Path folder) throws IOException {
    RunFiles.write(
        folder,
        first.result(),
        replications.pooled(),
        ReplicatedSummary.of(first.summary(), replications),
        first.scenarioYaml(),
        cost);
    Files.writeString(
        folder.resolve(ReplicationTable.FILE),
        ReplicationTable.of(replications),
        StandardCharsets.UTF_8);
  }

  void show(Terminal terminal) {
    List<String> title = new ArrayList<>();
    title.add(scenario.name() + "/" + trial.variant());
    title.add(Horizon.of(scenario));
    new ReplicationScreen(terminal)
        .show(String.join("  ", title), replications, options.precision(), first.result(), cost);
  }
}
