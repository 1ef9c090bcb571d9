package dev.haishin.results;

import java.util.List;
import java.util.Optional;

/**
 * A run over time: one row an interval, one column a statistic of a metric.
 *
 * @param startSeconds where each row begins
 * @param columns in the order of their printing
 */
@SuppressWarnings("ArrayRecordComponent") // Columns of numbers, which nobody compares as a whole.
public record Timeline(double[] startSeconds, List<Column> columns) {

  /** Checks that columns are as long as the timeline. */
  public Timeline {
    columns = List.copyOf(columns);
    for (Column column : columns) {
      if (column.values().length != startSeconds.length) {
        throw new IllegalArgumentException(column.label() + " has not a value a row");
      }
    }
  }

  /** The column of that name. */
  public Optional<Column> column(String label) {
    return columns.stream().filter(column -> column.label().equals(label)).findFirst();
  }

  /**
   * A statistic over time.
   *
   * @param label metric path, statistic and qualifiers, {@code gateway.cpu.max}
   * @param unit the printed unit's symbol, empty for plain numbers
   * @param values in the printed unit; not a number where there is no value
   */
  public record Column(String label, String unit, double[] values) {}
}
