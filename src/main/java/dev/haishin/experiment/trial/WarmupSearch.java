package dev.haishin.experiment.trial;

import dev.haishin.experiment.RunExperiment;
import dev.haishin.experiment.statistics.Mser5;
import dev.haishin.model.World;
import dev.haishin.results.IntervalDistribution;
import dev.haishin.results.LatencyMetric;
import dev.haishin.results.RunResult;
import dev.haishin.scenario.ScenarioSpec;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * {@code warmup: auto}: runs a scenario once to see where {@code delivery.online} has settled, by
 * MSER-5 on its means a second. What is measured is then a second run, the same as with that
 * warm-up in the file.
 */
public final class WarmupSearch {
  private static final double NS_PER_SECOND = 1e9;
  private static final double NS_PER_MS = 1e6;

  private WarmupSearch() {}

  /**
   * A scenario that says where its measured part begins; one that does is returned as it is.
   *
   * @param progress of the search, which is as long as the run
   * @throws InvalidScenarioException when the run does not settle in its first half
   */
  public static ScenarioSpec settled(
      ScenarioSpec scenario, RunExperiment experiment, World.Progress progress) {
    if (!scenario.findsWarmup()) {
      return scenario;
    }
    ScenarioSpec unmeasured = scenario.measuredFrom(0, "");
    RunResult seen = experiment.run(unmeasured, Trial.BASELINE, progress).result();
    long warmupNs = find(scenario, seen.overTime(LatencyMetric.DELIVERY_ONLINE));
    return scenario.measuredFrom(warmupNs, note(warmupNs));
  }

  /** The setting that stands for a warm-up that was found. */
  public static String setting(ScenarioSpec settled) {
    return "warmup=" + settled.warmupNs() + "ns";
  }

  /** What a summary says of a warm-up that was found. */
  public static String note(long warmupNs) {
    return String.format(
        Locale.ROOT,
        "warmup: auto took %.0f s, where delivery.online settles (MSER-5)",
        warmupNs / NS_PER_SECOND);
  }

  private static long find(ScenarioSpec scenario, List<IntervalDistribution> course) {
    if (course.size() < Mser5.LEAST) {
      throw new InvalidScenarioException(
          List.of(
              scenario.name()
                  + ": warmup: 'auto' needs deliveries in "
                  + Mser5.LEAST
                  + " seconds, and there were some in "
                  + course.size()
                  + "; give a duration"));
    }
    double[] means =
        course.stream().mapToDouble(row -> row.latencies().getMean() / NS_PER_MS).toArray();
    OptionalInt cut = Mser5.truncation(means);
    if (cut.isEmpty()) {
      throw new InvalidScenarioException(
          List.of(
              scenario.name()
                  + ": warmup: 'auto' finds no part in which delivery.online is steady; make the"
                  + " run longer, or give a duration"));
    }
    return course.get(cut.getAsInt()).fromNs();
  }
}
