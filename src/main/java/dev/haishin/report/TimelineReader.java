package dev.haishin.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads {@code timeline.csv}: a column of seconds, then one a metric, each headed by its path and,
 * in square brackets, its unit. An empty field is an interval without a value.
 */
final class TimelineReader {
  private TimelineReader() {}

  static Timeline read(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
    if (lines.isEmpty()) {
      return Timeline.empty();
    }
    List<String> header = fields(lines.get(0));
    List<List<String>> rows = lines.stream().skip(1).map(TimelineReader::fields).toList();
    Map<String, double[]> columns = new LinkedHashMap<>();
    Map<String, String> units = new LinkedHashMap<>();
    for (int c = 1; c < header.size(); c++) {
      String title = header.get(c);
      int bracket = title.endsWith("]") ? title.lastIndexOf('[') : -1;
      String path = bracket < 0 ? title.strip() : title.substring(0, bracket).strip();
      columns.put(path, column(rows, c));
      units.put(path, bracket < 0 ? "" : title.substring(bracket + 1, title.length() - 1));
    }
    return new Timeline(column(rows, 0), columns, units);
  }

  private static double[] column(List<List<String>> rows, int index) throws IOException {
    double[] values = new double[rows.size()];
    for (int r = 0; r < values.length; r++) {
      List<String> row = rows.get(r);
      String field = index < row.size() ? row.get(index).strip() : "";
      try {
        values[r] = field.isEmpty() ? Double.NaN : Double.parseDouble(field);
      } catch (NumberFormatException e) {
        throw new IOException(
            "timeline.csv:" + (r + 2) + ": field " + (index + 1) + " is no number: " + field, e);
      }
    }
    return values;
  }

  /** Splits at commas outside double quotes; qualifiers such as {@code {from=a,to=b}} need them. */
  static List<String> fields(String line) {
    List<String> fields = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        fields.add(field.toString());
        field.setLength(0);
      } else {
        field.append(c);
      }
    }
    fields.add(field.toString());
    return fields;
  }
}
