package dev.haishin.experiment.check;

import dev.haishin.experiment.replication.ReplicationTable;
import dev.haishin.results.file.ResultReader;
import dev.haishin.results.file.RunFiles;
import dev.haishin.results.file.Summary;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Results of an earlier run of a world, as {@code run --replications} leaves them. */
public final class Baseline {
  private final String name;
  private final Summary summary;
  private final ReplicationRows rows;

  private Baseline(String name, Summary summary, ReplicationRows rows) {
    this.name = name;
    this.summary = summary;
    this.rows = rows;
  }

  /**
   * The results of one world in a folder: {@code DIR/SCENARIO/VARIANT}, {@code DIR/VARIANT} or
   * {@code DIR} itself.
   *
   * @throws IOException when they cannot be read
   */
  public static Optional<Baseline> find(Path folder, String scenario, String variant)
      throws IOException {
    for (Path place : places(folder, scenario, variant)) {
      if (Files.exists(place.resolve(RunFiles.SUMMARY))) {
        Summary summary = new ResultReader(place).summary();
        boolean isIt =
            summary.identity().scenario().equals(scenario)
                && summary.identity().variant().equals(variant);
        if (isIt) {
          return Optional.of(new Baseline(folder.toString(), summary, rows(place, summary)));
        }
      }
    }
    return Optional.empty();
  }

  /** Where the results of a world are written in a folder of baselines. */
  public static Path place(Path folder, String scenario, String variant) {
    return folder.resolve(scenario).resolve(variant);
  }

  /** The folder, as named. */
  String name() {
    return name;
  }

  ReplicationRows rows() {
    return rows;
  }

  /**
   * Why it says nothing about a world, or empty.
   *
   * @param durationSeconds of the run, simulated
   */
  String mismatch(double scale, double durationSeconds) {
    if (summary.identity().scale() != scale) {
      return "it was made at another scale";
    }
    if (summary.simulatedSeconds() != durationSeconds) {
      return "it was made with another duration";
    }
    return "";
  }

  private static List<Path> places(Path folder, String scenario, String variant) {
    return List.of(place(folder, scenario, variant), folder.resolve(variant), folder);
  }

  private static ReplicationRows rows(Path place, Summary summary) throws IOException {
    Path table = place.resolve(ReplicationTable.FILE);
    if (!Files.exists(table)) {
      return ReplicationRows.of(summary);
    }
    try {
      return ReplicationRows.of(Files.readString(table, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException broken) {
      throw new IOException(table + ": " + broken.getMessage(), broken);
    }
  }
}
