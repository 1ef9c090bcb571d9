package dev.haishin.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rows of {@code timeline.csv}: every column over simulated seconds. */
final class Timeline {
  /** Begins the name of a column that was measured, before the figure's own. */
  static final String MEASURED = "measured.";

  private final double[] seconds;
  private final Map<String, double[]> columns;
  private final Map<String, String> units;

  Timeline(double[] seconds, Map<String, double[]> columns, Map<String, String> units) {
    this.seconds = seconds.clone();
    this.columns = new LinkedHashMap<>(columns);
    this.units = new LinkedHashMap<>(units);
  }

  static Timeline empty() {
    return new Timeline(new double[0], new LinkedHashMap<>(), new LinkedHashMap<>());
  }

  /** The column of a metric path with its statistic, if the file has it and it holds a value. */
  Optional<Points> column(String path) {
    return Optional.ofNullable(columns.get(path))
        .map(values -> new Points(seconds, values))
        .filter(points -> !points.isEmpty());
  }

  /** The figures of which there is a measurement. */
  List<String> measured() {
    return columns.keySet().stream()
        .filter(name -> name.startsWith(MEASURED))
        .map(name -> name.substring(MEASURED.length()))
        .toList();
  }

  /** The columns whose names begin so, in the order of the file. */
  List<String> beginning(String path) {
    return columns.keySet().stream().filter(name -> name.startsWith(path)).toList();
  }

  String unit(String path) {
    return units.getOrDefault(path, "");
  }

  /** How many intervals there are. */
  int size() {
    return seconds.length;
  }

  /** How long an interval is; 1 where there is but one. */
  double stepSeconds() {
    return seconds.length < 2 ? 1 : seconds[1] - seconds[0];
  }

  double lastSecond() {
    return seconds.length == 0 ? 0 : seconds[seconds.length - 1];
  }
}
