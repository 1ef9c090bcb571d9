package dev.haishin.scenario;

import dev.haishin.engine.Distribution;
import dev.haishin.engine.Distributions;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * A distribution from a file of lines {@code value,cumulative fraction}, values with their unit.
 */
final class EmpiricalFile {
  private static final int MOST_LINES = 100_000;
  private static final long MOST_BYTES = 16 << 20;

  private final Units units;
  private final BigDecimal stepsAUnit;
  private final Reading reading;
  private final Consumer<String> wrong;

  EmpiricalFile(Units units, BigDecimal stepsAUnit, Reading reading, Consumer<String> wrong) {
    this.units = units;
    this.stepsAUnit = stepsAUnit;
    this.reading = reading;
    this.wrong = wrong;
  }

  Distribution read(List<String> arguments) {
    if (arguments.size() != 1) {
      wrong.accept("empirical takes one file: empirical(latencies.csv)");
      return null;
    }
    List<String> lines = lines(arguments.get(0), reading, wrong);
    if (lines == null) {
      return null;
    }
    double[] values = new double[lines.size()];
    double[] cumulative = new double[lines.size()];
    for (int i = 0; i < values.length; i++) {
      String[] cells = lines.get(i).split(",", -1);
      BigDecimal value = cells.length == 2 ? units.parse(cells[0].strip(), why -> {}) : null;
      BigDecimal share =
          cells.length == 2 ? Units.FRACTION.parse(cells[1].strip(), why -> {}) : null;
      if (value == null || share == null || value.signum() < 0) {
        wrong.accept(arguments.get(0) + ", line " + (i + 1) + ": not 'value,cumulative fraction'");
        return null;
      }
      values[i] = value.multiply(stepsAUnit).doubleValue();
      cumulative[i] = share.doubleValue();
    }
    return ordered(arguments.get(0), values, cumulative);
  }

  private Distribution ordered(String file, double[] values, double[] cumulative) {
    boolean ordered =
        values.length >= 2 && cumulative[0] >= 0 && cumulative[values.length - 1] == 1;
    for (int i = 1; i < values.length; i++) {
      ordered &= values[i] >= values[i - 1] && cumulative[i] >= cumulative[i - 1];
    }
    if (!ordered) {
      wrong.accept(file + " must rise line by line and end at a fraction of 1");
      return null;
    }
    return Distributions.empirical(values, cumulative);
  }

  /** The lines of a small text file beside the scenario, blank ones and comments left out. */
  static List<String> lines(String name, Reading reading, Consumer<String> wrong) {
    try {
      Path file = reading.folder().resolve(name);
      if (!Files.isRegularFile(file) || Files.size(file) > MOST_BYTES) {
        wrong.accept("'" + name + "' is no file of at most 16 MiB beside the scenario");
        return null;
      }
      List<String> lines =
          Files.readAllLines(file).stream()
              .map(String::strip)
              .filter(line -> !line.isEmpty() && !line.startsWith("#"))
              .toList();
      if (lines.isEmpty() || lines.size() > MOST_LINES) {
        wrong.accept("'" + name + "' has " + lines.size() + " lines");
        return null;
      }
      reading.files().put(name, String.join("\n", lines));
      return lines;
    } catch (IOException | InvalidPathException unreadable) {
      wrong.accept("'" + name + "' cannot be read beside the scenario");
      return null;
    }
  }
}
