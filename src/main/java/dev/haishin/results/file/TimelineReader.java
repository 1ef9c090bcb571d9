package dev.haishin.results.file;

import dev.haishin.results.Timeline;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Reads {@code timeline.csv}. */
final class TimelineReader {
  /** A comma that an even number of quotation marks follows, which is one outside of them. */
  private static final Pattern COMMA = Pattern.compile(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)");

  private TimelineReader() {}

  /**
   * Reads the lines of a timeline.
   *
   * @throws IOException with the line that cannot be read
   */
  static Timeline read(List<String> lines) throws IOException {
    if (lines.isEmpty()) {
      throw new IOException("timeline.csv:1: no header");
    }
    String[] titles = COMMA.split(lines.get(0), -1);
    double[][] values = new double[titles.length][lines.size() - 1];
    for (int row = 0; row < lines.size() - 1; row++) {
      String[] fields = lines.get(row + 1).split(",", -1);
      if (fields.length != titles.length) {
        throw new IOException(
            "timeline.csv:" + (row + 2) + ": " + fields.length + " fields of " + titles.length);
      }
      for (int c = 0; c < fields.length; c++) {
        values[c][row] = number(fields[c], row + 2);
      }
    }
    List<Timeline.Column> columns = new ArrayList<>();
    for (int c = 1; c < titles.length; c++) {
      columns.add(column(titles[c].replace("\"", ""), values[c]));
    }
    return new Timeline(values[0], columns);
  }

  private static Timeline.Column column(String title, double[] values) {
    int bracket = title.lastIndexOf(" [");
    String label = bracket < 0 ? title : title.substring(0, bracket);
    String unit = bracket < 0 ? "" : title.substring(bracket + 2, title.length() - 1);
    return new Timeline.Column(label, unit, values);
  }

  private static double number(String field, int line) throws IOException {
    try {
      return field.isEmpty() ? Double.NaN : Double.parseDouble(field);
    } catch (NumberFormatException e) {
      throw new IOException("timeline.csv:" + line + ": no number: " + field, e);
    }
  }
}
