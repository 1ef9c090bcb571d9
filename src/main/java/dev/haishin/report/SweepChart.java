package dev.haishin.report;

import dev.haishin.results.file.SweepTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a sweep measured, over the path that varied: a chart a figure, a line for each combination
 * of variant and other paths, with upright bars for 95% intervals and the limit where there is one.
 */
public final class SweepChart {
  /** Colours that tell lines apart; the one after them is for limits. */
  private static final int MOST_LINES = 6;

  private static final int LIMIT_COLOUR = 6;
  private static final double LOG_FROM_RATIO = 20;

  private final SweepTable table;
  private final int axis;
  private final Map<String, TreeMap<Double, SweepTable.Row>> lines;

  private SweepChart(
      SweepTable table, int axis, Map<String, TreeMap<Double, SweepTable.Row>> lines) {
    this.table = table;
    this.axis = axis;
    this.lines = lines;
  }

  /**
   * Draws {@code PATH.png} and {@code PATH.svg} for every figure, if a path of numbers varied and
   * the lines are few enough to be told apart.
   *
   * @return warnings for the user
   */
  public static List<String> write(Path folder, SweepTable table) throws IOException {
    List<String> warnings = new ArrayList<>();
    String name = table.origin().scenario();
    for (Chart chart : charts(table)) {
      for (String warning : Charts.write(chart, name, table.origin().description(), folder)) {
        if (!warnings.contains(warning)) {
          warnings.add(warning);
        }
      }
    }
    return warnings;
  }

  /** What there is to draw of a table. */
  static List<Chart> charts(SweepTable table) {
    return of(table).map(SweepChart::charts).orElse(List.of());
  }

  private static Optional<SweepChart> of(SweepTable table) {
    int axis = -1;
    long most = 1;
    for (int i = 0; i < table.axes().size(); i++) {
      int column = i;
      long values = table.rows().stream().map(row -> row.values().get(column)).distinct().count();
      if (table.hasNumbers(i) && values > most) {
        axis = i;
        most = values;
      }
    }
    if (axis < 0) {
      return Optional.empty();
    }
    SweepChart chart = new SweepChart(table, axis, lines(table, axis));
    return chart.lines.size() <= MOST_LINES ? Optional.of(chart) : Optional.empty();
  }

  private static Map<String, TreeMap<Double, SweepTable.Row>> lines(SweepTable table, int axis) {
    boolean variants = table.rows().stream().map(SweepTable.Row::variant).distinct().count() > 1;
    Map<String, TreeMap<Double, SweepTable.Row>> lines = new LinkedHashMap<>();
    for (SweepTable.Row row : table.rows()) {
      List<String> name = new ArrayList<>();
      if (variants) {
        name.add(row.variant());
      }
      for (int i = 0; i < table.axes().size(); i++) {
        if (i != axis) {
          SweepTable.Axis other = table.axes().get(i);
          name.add(other.path() + "=" + row.values().get(i) + other.unit());
        }
      }
      lines
          .computeIfAbsent(String.join(" ", name), key -> new TreeMap<>())
          .put(Double.parseDouble(row.values().get(axis)), row);
    }
    return lines;
  }

  private List<Chart> charts() {
    List<Chart> charts = new ArrayList<>();
    for (int i = 0; i < table.measures().size(); i++) {
      chart(i).ifPresent(charts::add);
    }
    return charts;
  }

  private Optional<Chart> chart(int column) {
    SweepTable.Measure measure = table.measures().get(column);
    String unit = measure.unit().symbol();
    List<Series> series = new ArrayList<>();
    int colour = 0;
    for (Map.Entry<String, TreeMap<Double, SweepTable.Row>> entry : lines.entrySet()) {
      String name = entry.getKey().isEmpty() ? measure.path() : entry.getKey();
      for (Points points :
          List.of(line(entry.getValue(), column), bars(entry.getValue(), column))) {
        if (!points.isEmpty()) {
          series.add(new Series(name, colour, unit, points));
        }
      }
      colour++;
    }
    if (series.isEmpty()) {
      return Optional.empty();
    }
    if (measure.limit().isPresent()) {
      series.add(limit(measure));
    }
    return Optional.of(
        new Chart(
            Charts.fileName(measure.path()),
            measure.path(),
            "Each point is a run of its own, or the mean of several with a bar for its 95% interval.",
            acrossLabel(),
            across(),
            List.of(new Panel("", measure.path(), up(series, unit), series)),
            List.of(),
            0,
            readings(column),
            positions()));
  }

  private static Points line(TreeMap<Double, SweepTable.Row> rows, int column) {
    return new Points(
        rows.keySet().stream().mapToDouble(Double::doubleValue).toArray(),
        rows.values().stream()
            .mapToDouble(row -> row.cells().get(column).value().orElse(Double.NaN))
            .toArray());
  }

  /** An upright bar at each point that has an interval, with gaps between them. */
  private static Points bars(TreeMap<Double, SweepTable.Row> rows, int column) {
    double[] xs = new double[3 * rows.size()];
    double[] ys = new double[xs.length];
    int i = 0;
    for (Map.Entry<Double, SweepTable.Row> entry : rows.entrySet()) {
      SweepTable.Cell cell = entry.getValue().cells().get(column);
      double half = cell.halfWidth().orElse(Double.NaN);
      double value = cell.value().orElse(Double.NaN);
      double[] ends = {value - half, value + half, Double.NaN};
      for (double end : ends) {
        xs[i] = entry.getKey();
        ys[i] = end;
        i++;
      }
    }
    return new Points(xs, ys);
  }

  private Series limit(SweepTable.Measure measure) {
    List<Double> xs = positions();
    double limit = measure.limit().getAsDouble();
    Points level =
        new Points(new double[] {xs.get(0), xs.get(xs.size() - 1)}, new double[] {limit, limit});
    return new Series("expected " + measure.limits(), LIMIT_COLOUR, measure.unit().symbol(), level);
  }

  private static Scale up(List<Series> series, String unit) {
    if (unit.equals("ms")) {
      return PercentileChart.latencyScale(series);
    }
    double highest =
        series.stream()
            .mapToDouble(line -> line.points().highest())
            .filter(Double::isFinite)
            .max()
            .orElse(1);
    return LinearScale.upTo(highest, unit);
  }

  private Scale across() {
    List<Double> xs = positions();
    double low = xs.get(0);
    double high = xs.get(xs.size() - 1);
    String unit = table.axes().get(axis).unit();
    return low > 0 && high > low * LOG_FROM_RATIO
        ? LogScale.covering(low, high, unit)
        : LinearScale.between(low, high, unit);
  }

  private String acrossLabel() {
    SweepTable.Axis varied = table.axes().get(axis);
    return varied.unit().isEmpty() ? varied.path() : varied.path() + " [" + varied.unit() + "]";
  }

  private List<Double> positions() {
    return lines.values().stream()
        .flatMap(rows -> rows.keySet().stream())
        .distinct()
        .sorted()
        .toList();
  }

  private DataTable readings(int column) {
    List<String> header = new ArrayList<>(List.of(acrossLabel()));
    lines.keySet().forEach(name -> header.add(name.isEmpty() ? "value" : name));
    String unit = table.measures().get(column).unit().symbol();
    List<List<String>> rows = new ArrayList<>();
    for (double x : positions()) {
      List<String> cells =
          new ArrayList<>(List.of(Quantity.tick(x, table.axes().get(axis).unit())));
      for (TreeMap<Double, SweepTable.Row> line : lines.values()) {
        SweepTable.Row row = line.get(x);
        double value =
            row == null ? Double.NaN : row.cells().get(column).value().orElse(Double.NaN);
        cells.add(Quantity.of(value, unit));
      }
      rows.add(cells);
    }
    return new DataTable(header, rows);
  }
}
