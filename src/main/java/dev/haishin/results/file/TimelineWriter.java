package dev.haishin.results.file;

import dev.haishin.results.Timeline;

/**
 * Writes {@code timeline.csv}: seconds, then a column a statistic, headed by its path and, in
 * square brackets, its unit. A field is empty where there is no value.
 */
final class TimelineWriter {
  private TimelineWriter() {}

  static String text(Timeline timeline) {
    StringBuilder text = new StringBuilder("seconds");
    for (Timeline.Column column : timeline.columns()) {
      text.append(',').append(quoted(column.label() + " [" + column.unit() + "]"));
    }
    text.append('\n');
    for (int row = 0; row < timeline.startSeconds().length; row++) {
      text.append(Decimal.precise(timeline.startSeconds()[row]));
      for (Timeline.Column column : timeline.columns()) {
        double value = column.values()[row];
        text.append(',').append(Double.isNaN(value) ? "" : Decimal.of(value));
      }
      text.append('\n');
    }
    return text.toString();
  }

  private static String quoted(String field) {
    return field.indexOf(',') < 0 ? field : '"' + field + '"';
  }
}
