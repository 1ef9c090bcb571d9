package dev.haishin.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads HdrHistogram's percentile output: lines of value, percentile, cumulated count and 1 / (1 -
 * percentile), with values in milliseconds.
 */
final class HgrmReader {
  private static final String SUFFIX = ".hgrm";

  private HgrmReader() {}

  static PercentileCurve read(Path file) throws IOException {
    String name = String.valueOf(file.getFileName());
    List<double[]> rows = new ArrayList<>();
    for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
      String[] fields = line.strip().split("\\s+", -1);
      if (fields.length >= 3 && Character.isDigit(fields[0].charAt(0))) {
        rows.add(row(name, fields));
      }
    }
    double samples = rows.isEmpty() ? 0 : rows.get(rows.size() - 1)[2];
    double[] fractions = new double[rows.size()];
    double[] values = new double[rows.size()];
    for (int i = 0; i < fractions.length; i++) {
      // The slowest of n samples stands at rank n of n: as far out as the data can tell.
      fractions[i] = Math.min(rows.get(i)[1], 1 - 1 / Math.max(2, samples));
      values[i] = rows.get(i)[0];
    }
    String path = name.endsWith(SUFFIX) ? name.substring(0, name.length() - 5) : name;
    return new PercentileCurve(path, new Points(fractions, values), samples);
  }

  private static double[] row(String name, String[] fields) throws IOException {
    try {
      return new double[] {
        Double.parseDouble(fields[0]), Double.parseDouble(fields[1]), Double.parseDouble(fields[2])
      };
    } catch (NumberFormatException e) {
      throw new IOException(name + ": not a line of percentiles: " + String.join(" ", fields), e);
    }
  }
}
