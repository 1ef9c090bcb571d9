package dev.haishin.report;

import dev.haishin.results.file.ResultReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a result folder. Only {@code summary.json} must be there; whatever else is missing leaves
 * its part of the report out, so that folders of older versions can still be drawn.
 */
final class RunReader {
  private static final String MAPPED = "delivery.online";

  private RunReader() {}

  /**
   * @throws IOException when the folder holds no readable summary
   */
  static Run read(Path folder) throws IOException {
    Path scenario = folder.resolve("scenario.yaml");
    String yaml = Files.exists(scenario) ? Files.readString(scenario, StandardCharsets.UTF_8) : "";
    Path timeline = folder.resolve("timeline.csv");
    return new SummaryRun(new ResultReader(folder).summary())
        .run(
            Files.exists(timeline) ? TimelineReader.read(timeline) : Timeline.empty(),
            curves(folder.resolve("latency")),
            IntervalLog.read(folder.resolve("latency").resolve(MAPPED + ".hlog"), MAPPED),
            DeliveryWay.read(folder),
            yaml);
  }

  private static List<PercentileCurve> curves(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "*.hgrm")) {
      for (Path file : found) {
        // Stages are shown as a table of the summary's figures, not as curves.
        if (!Run.isStage(String.valueOf(file.getFileName()))) {
          files.add(file);
        }
      }
    }
    files.sort(null);
    List<PercentileCurve> curves = new ArrayList<>();
    for (Path file : files) {
      PercentileCurve curve = HgrmReader.read(file);
      if (curve.samples() > 0) {
        curves.add(curve);
      }
    }
    return curves;
  }
}
