package dev.haishin.experiment;

import dev.haishin.model.Plans;
import dev.haishin.model.World;
import dev.haishin.model.WorldPlan;
import dev.haishin.results.Incident;
import dev.haishin.results.Judgement;
import dev.haishin.results.Measurement;
import dev.haishin.results.MetricRegistry;
import dev.haishin.results.RunResult;
import dev.haishin.results.file.MadeBy;
import dev.haishin.results.file.RunCost;
import dev.haishin.results.file.RunFiles;
import dev.haishin.results.file.RunIdentity;
import dev.haishin.results.file.Summaries;
import dev.haishin.results.file.Summary;
import dev.haishin.scenario.MeasuredSpec;
import dev.haishin.scenario.ScenarioSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.function.LongSupplier;

/** One variant of a scenario, run once: build the world, run it, judge it, sum it up. */
public final class RunExperiment {
  private static final double NS_PER_SECOND = 1e9;

  private final int threads;
  private final String version;
  private final LongSupplier clockNs;
  private OptionalLong followed = OptionalLong.empty();
  private Optional<Function<Object, SortedMap<String, Long>>> census = Optional.empty();

  /**
   * An experiment.
   *
   * @param version of the program, for the results
   * @param clockNs wall-clock time, for what a run costs; no result depends on it
   */
  public RunExperiment(int threads, String version, LongSupplier clockNs) {
    this.threads = threads;
    this.version = version;
    this.clockNs = clockNs;
  }

  /** Records the way of one message of the runs to come; no other result depends on it. */
  public RunExperiment following(OptionalLong messageId) {
    followed = messageId;
    return this;
  }

  /**
   * Finds out what the worlds of the runs to come take of the heap; it takes a collection each.
   *
   * @param holders tells what all that hangs on an object takes, bytes by holder
   */
  public RunExperiment weighing(Function<Object, SortedMap<String, Long>> holders) {
    census = Optional.of(holders);
    return this;
  }

  /**
   * Runs a scenario.
   *
   * @param scenario with a warm-up that is known
   * @param variant the name of its results, {@code baseline} for the file itself
   * @param progress whatever it throws ends the run
   */
  public Outcome run(ScenarioSpec scenario, String variant, World.Progress progress) {
    if (scenario.findsWarmup()) {
      throw new IllegalArgumentException(scenario.name() + ": its warm-up is yet to be found");
    }
    HeapPeak heap = new HeapPeak();
    long startNs = clockNs.getAsLong();
    Expectations expectations = Expectations.of(scenario);
    WorldPlan plan = Plans.of(scenario, expectations.views());
    World world =
        followed.isPresent()
            ? World.following(plan, threads, followed.getAsLong())
            : World.build(plan, threads);
    long builtNs = clockNs.getAsLong();
    RunResult result = world.run(progress);
    long endNs = clockNs.getAsLong();
    long peakHeapBytes = heap.bytes();
    Optional<MemoryUse> memory = census.map(holders -> weigh(world, holders));

    Fleets fleets = new Fleets(scenario);
    new Costs(scenario, fleets).addTo(result);
    expectations.asked().forEach(result::ask);
    result.fail(
        scenario.failures().stream()
            .map(failure -> new Incident(failure.label(), failure.atNs(), failure.lastsNs()))
            .toList());
    scenario.measured().forEach(measured -> result.add(measurement(measured)));
    List<Judgement> judgements = expectations.judge(result);
    Summary summary =
        Summaries.of(
            identity(scenario, variant, world),
            scenario.transients().isEmpty(),
            result,
            judgements,
            fleets.items(),
            scenario.notes());
    RunCost cost =
        new RunCost(
            (endNs - startNs) / NS_PER_SECOND,
            (builtNs - startNs) / NS_PER_SECOND,
            world.events() * NS_PER_SECOND / Math.max(1, endNs - builtNs),
            peakHeapBytes,
            threads,
            Runtime.version().toString(),
            version);
    return new Outcome(
        result,
        judgements,
        summary,
        scenario.resolved(),
        cost,
        world.eventsByGroup(),
        world.accepted(),
        memory,
        world.digest(),
        world.tapDigest());
  }

  private static MemoryUse weigh(World world, Function<Object, SortedMap<String, Long>> holders) {
    return new MemoryUse(
        world.footprint(), world.messageBytes(), HeapPeak.liveBytes(), holders.apply(world));
  }

  private static Measurement measurement(MeasuredSpec measured) {
    return new Measurement(
        measured.path(),
        MetricRegistry.standard().parse(measured.path()).unit(),
        measured.points().stream().mapToLong(MeasuredSpec.Point::atNs).toArray(),
        measured.points().stream().mapToDouble(MeasuredSpec.Point::value).toArray());
  }

  private RunIdentity identity(ScenarioSpec scenario, String variant, World world) {
    MadeBy madeBy = Provenance.of(scenario, version);
    return new RunIdentity(
        scenario.name(),
        variant,
        scenario.description(),
        scenario.seed(),
        scenario.scale(),
        HexFormat.of().toHexDigits(world.digest()),
        madeBy.version(),
        madeBy.scenarioSha256(),
        madeBy.plugins());
  }

  /**
   * What a run has shown, and what it took.
   *
   * @param eventsByGroup events received in the whole run, by {@code Groups}
   * @param messagesAccepted in the whole run, warm-up included
   * @param memory that the world takes at the end, if it was weighed
   */
  public record Outcome(
      RunResult result,
      List<Judgement> judgements,
      Summary summary,
      String scenarioYaml,
      RunCost cost,
      long[] eventsByGroup,
      long messagesAccepted,
      Optional<MemoryUse> memory,
      long eventsDigest,
      long tapDigest) {
    /** Copies the list. */
    public Outcome {
      judgements = List.copyOf(judgements);
    }

    /** Writes all files but the pictures and the page into a folder that exists. */
    public void write(Path folder) throws IOException {
      RunFiles.write(folder, result, result.latencies(), summary, scenarioYaml, cost);
    }
  }
}
