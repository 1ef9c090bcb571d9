package dev.haishin.results.file;

import dev.haishin.results.IntervalDistribution;
import dev.haishin.results.Latencies;
import dev.haishin.results.LatencyMetric;
import dev.haishin.results.RunResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** The names of the files of a run, and their writing. */
public final class RunFiles {
  /** What was measured, in short. */
  public static final String SUMMARY = "summary.json";

  /** What was measured, over time. */
  public static final String TIMELINE = "timeline.csv";

  /** What the run took of the machine. */
  public static final String RUN = "run.json";

  /** The way of one delivery, where one was asked for. */
  public static final String TRACE = "trace.json";

  /** The scenario as run. */
  public static final String SCENARIO = "scenario.yaml";

  /** The folder of latency distributions. */
  public static final String LATENCY = "latency";

  /** Ending of a file in HdrHistogram's percentile format. */
  public static final String PERCENTILES = ".hgrm";

  /** Ending of a file in HdrHistogram's interval log format. */
  public static final String INTERVAL_LOG = ".hlog";

  private RunFiles() {}

  /**
   * Writes everything that a run leaves, but for pictures and the page.
   *
   * @param folder exists
   * @param latencies by path: the run's own, or of several replications together
   * @param scenarioYaml the scenario with every default filled in
   */
  public static void write(
      Path folder,
      RunResult result,
      SortedMap<String, Latencies> latencies,
      Summary summary,
      String scenarioYaml,
      RunCost cost)
      throws IOException {
    write(folder.resolve(SUMMARY), SummaryWriter.text(summary));
    write(folder.resolve(TIMELINE), TimelineWriter.text(result.timeline()));
    write(folder.resolve(SCENARIO), scenarioYaml);
    write(folder.resolve(RUN), cost.text());
    Path latency = Files.createDirectories(folder.resolve(LATENCY));
    for (Map.Entry<String, Latencies> entry : latencies.entrySet()) {
      Path file = latency.resolve(entry.getKey() + PERCENTILES);
      write(file, PercentileText.of(entry.getValue()));
    }
    for (LatencyMetric metric : LatencyMetric.values()) {
      List<IntervalDistribution> intervals = result.overTime(metric);
      if (!intervals.isEmpty()) {
        write(latency.resolve(metric.path() + INTERVAL_LOG), IntervalLogText.of(intervals));
      }
    }
  }

  private static void write(Path file, String text) throws IOException {
    Files.writeString(file, text, StandardCharsets.UTF_8);
  }
}
