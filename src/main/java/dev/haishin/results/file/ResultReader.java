package dev.haishin.results.file;

import dev.haishin.results.IntervalDistribution;
import dev.haishin.results.Timeline;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.EncodableHistogram;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogReader;

/** Reads the files of a result folder. */
public final class ResultReader {
  private static final long NS_PER_MS = 1_000_000;

  private final Path folder;

  /** A reader of one folder; files are opened when they are asked for. */
  public ResultReader(Path folder) {
    this.folder = folder;
  }

  /**
   * What was measured, in short.
   *
   * @throws IOException when there is no summary of a schema that this version knows
   */
  public Summary summary() throws IOException {
    Path file = folder.resolve(RunFiles.SUMMARY);
    return SummaryReader.read(Files.readString(file, StandardCharsets.UTF_8));
  }

  /**
   * The same from a text.
   *
   * @throws IOException when it is no summary of a schema that this version knows
   */
  public static Summary summary(String text) throws IOException {
    return SummaryReader.read(text);
  }

  /** What was measured, over time. */
  public Timeline timeline() throws IOException {
    Path file = folder.resolve(RunFiles.TIMELINE);
    return TimelineReader.read(Files.readAllLines(file, StandardCharsets.UTF_8));
  }

  /** The distributions of a latency metric by interval: a heat map; empty where none was kept. */
  public List<IntervalDistribution> intervals(String path) throws IOException {
    Path file = folder.resolve(RunFiles.LATENCY).resolve(path + RunFiles.INTERVAL_LOG);
    List<IntervalDistribution> intervals = new ArrayList<>();
    if (Files.exists(file)) {
      try (HistogramLogReader reader = new HistogramLogReader(file.toFile())) {
        while (reader.hasNext()) {
          EncodableHistogram next = reader.nextIntervalHistogram();
          if (next instanceof Histogram latencies) {
            intervals.add(interval(latencies));
          }
        }
      }
    }
    return intervals;
  }

  private static IntervalDistribution interval(Histogram latencies) {
    return new IntervalDistribution(
        latencies.getStartTimeStamp() * NS_PER_MS,
        latencies.getEndTimeStamp() * NS_PER_MS,
        latencies.getMaxValue(),
        latencies);
  }
}
