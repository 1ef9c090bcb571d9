package dev.haishin.experiment;

import dev.haishin.results.Derived;
import dev.haishin.results.Judgement;
import dev.haishin.results.RunResult;
import dev.haishin.results.file.RunCost;
import dev.haishin.results.file.RunFiles;
import dev.haishin.results.file.RunIdentity;
import dev.haishin.results.file.Summaries;
import dev.haishin.results.file.Summary;
import dev.haishin.scenario.ScenarioSpec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.LongSupplier;

/** One variant of a scenario, run once: build the world, run it, judge it, sum it up. */
public final class RunExperiment {
  private static final double NS_PER_SECOND = 1e9;

  private final Simulator simulator;
  private final int threads;
  private final String version;
  private final LongSupplier clockNs;

  /**
   * An experiment.
   *
   * @param version of the program, for the results
   * @param clockNs wall-clock time, for what a run costs; no result depends on it
   */
  public RunExperiment(Simulator simulator, int threads, String version, LongSupplier clockNs) {
    this.simulator = simulator;
    this.threads = threads;
    this.version = version;
    this.clockNs = clockNs;
  }

  /**
   * Runs a scenario.
   *
   * @param scenarioYaml the same with every default filled in
   */
  public Outcome run(ScenarioSpec scenario, String scenarioYaml, Simulator.Progress progress) {
    HeapPeak heap = new HeapPeak();
    long startNs = clockNs.getAsLong();
    Simulator.World world = simulator.build(scenario, threads);
    long builtNs = clockNs.getAsLong();
    RunResult result = world.run(progress);
    long endNs = clockNs.getAsLong();

    List<Judgement> judgements = Expectations.of(scenario).judge(result);
    RunIdentity identity = identity(scenario, scenarioYaml, world.digest());
    Summary summary =
        Summaries.of(identity, result, judgements, List.of(), scenario.scale().notes());
    double events = result.value(Derived.ENGINE_EVENTS.path()).value().orElse(0);
    RunCost cost =
        new RunCost(
            (endNs - startNs) / NS_PER_SECOND,
            (builtNs - startNs) / NS_PER_SECOND,
            events * NS_PER_SECOND / Math.max(1, endNs - builtNs),
            heap.bytes(),
            threads,
            Runtime.version().toString(),
            version);
    return new Outcome(result, judgements, summary, scenarioYaml, cost);
  }

  private RunIdentity identity(ScenarioSpec scenario, String scenarioYaml, long digest) {
    return new RunIdentity(
        scenario.name(),
        scenario.variant(),
        scenario.description(),
        scenario.seed(),
        scenario.scale().scale(),
        HexFormat.of().toHexDigits(digest),
        version,
        sha256(scenarioYaml),
        List.of());
  }

  private static String sha256(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** What a run has shown, and what it took. */
  public record Outcome(
      RunResult result,
      List<Judgement> judgements,
      Summary summary,
      String scenarioYaml,
      RunCost cost) {
    /** Copies the list. */
    public Outcome {
      judgements = List.copyOf(judgements);
    }

    /** Writes all files but the pictures and the page into a folder that exists. */
    public void write(Path folder) throws IOException {
      RunFiles.write(folder, result, summary, scenarioYaml, cost);
    }
  }
}
