package dev.haishin.report;

import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;

/**
 * Latency over time as a map: how many deliveries of each interval took how long. It shows what two
 * percentiles hide: whether a rise moved everyone or split them in two.
 */
final class HeatMap {
  private static final double TOP = SvgCanvas.FLAGS + 24;
  private static final double HEIGHT = 230;
  static final int ROWS = 30;
  private static final int SHADES = 6;
  private static final double EACH_SHADE = 4;
  private static final double NS_PER_MS = 1e6;

  private final IntervalLog log;
  private final List<FailureMark> marks;
  private final LogScale up;
  private final DataTable readings;
  private final SvgCanvas canvas;

  HeatMap(Run run, IntervalLog log, String label) {
    this.log = log;
    marks = run.failuresShown();
    up = scale(log);
    readings = readings(log);
    double height = TOP + HEIGHT + SvgCanvas.FOOT;
    canvas = new SvgCanvas(new TimeScale(run.endSeconds()), height, label);
  }

  static Markup figure(Run run, IntervalLog log) {
    String title = "How many took how long: " + log.path();
    String summary =
        "Each column is an interval, each row a range of latency; the stronger the colour, the more"
            + " messages, each shade about four times the one before.";
    HeatMap map = new HeatMap(run, log, title + ". " + summary);
    return FigureMarkup.of("heat-map", title, summary, map.draw(), map.marks, map.readings);
  }

  private static LogScale scale(IntervalLog log) {
    double lowest = Double.MAX_VALUE;
    double highest = 0;
    for (IntervalLog.Interval interval : log.intervals()) {
      Histogram latencies = interval.latencies();
      if (latencies.getTotalCount() > 0) {
        lowest = Math.min(lowest, latencies.getMinValue() / NS_PER_MS);
        highest = Math.max(highest, latencies.getMaxValue() / NS_PER_MS);
      }
    }
    return LogScale.covering(lowest, highest, "ms");
  }

  private Markup draw() {
    canvas.grid(up, TOP, HEIGHT);
    canvas.label("start", SvgCanvas.LEFT, TOP - 8, "latency");
    cells();
    canvas.markLines(marks, TOP + HEIGHT);
    canvas.acrossAxis("simulated time", TOP + HEIGHT);
    canvas.flags(marks);
    canvas.markup().open("g", "class", "zones");
    for (int i = 0; i < log.intervals().size(); i++) {
      IntervalLog.Interval interval = log.intervals().get(i);
      double from = canvas.x(interval.fromSeconds());
      double to = canvas.x(interval.toSeconds());
      canvas.zone(from, to, TOP, TOP + HEIGHT, readings.reading(i));
    }
    canvas.markup().close();
    return canvas.finish();
  }

  /** One path a shade: thousands of cells without thousands of elements. */
  private void cells() {
    List<StringBuilder> ways = new ArrayList<>();
    for (int shade = 0; shade < SHADES; shade++) {
      ways.add(new StringBuilder());
    }
    long most = most();
    for (IntervalLog.Interval interval : log.intervals()) {
      double from = canvas.x(interval.fromSeconds());
      double width = canvas.x(interval.toSeconds()) - from;
      for (int row = 0; row < ROWS; row++) {
        long count = count(interval.latencies(), row);
        if (count > 0) {
          cell(ways.get(shade(count, most)), from, TOP + HEIGHT * (ROWS - 1 - row) / ROWS, width);
        }
      }
    }
    for (int shade = 0; shade < SHADES; shade++) {
      String way = ways.get(shade).toString();
      canvas.markup().empty("path", "class", "heat h" + shade, "d", way).line();
    }
  }

  private static void cell(StringBuilder way, double x, double y, double width) {
    String across = Coordinates.of(width);
    way.append('M').append(Coordinates.of(x)).append(' ').append(Coordinates.of(y));
    way.append('h').append(across).append('v').append(Coordinates.of(HEIGHT / ROWS));
    way.append("h-").append(across).append('z');
  }

  private long most() {
    long most = 1;
    for (IntervalLog.Interval interval : log.intervals()) {
      for (int row = 0; row < ROWS; row++) {
        most = Math.max(most, count(interval.latencies(), row));
      }
    }
    return most;
  }

  /** The fullest cells have the last shade; a quarter of that is one shade weaker, and so on. */
  static int shade(long count, long most) {
    int weaker = (int) (StrictMath.log((double) most / count) / StrictMath.log(EACH_SHADE));
    return Math.max(0, SHADES - 1 - weaker);
  }

  /** Samples of a row, its lower edge included; each belongs to exactly one row. */
  long count(Histogram latencies, int row) {
    long first = row == 0 ? 0 : latencies.lowestEquivalentValue(edgeNs(row));
    long next = latencies.lowestEquivalentValue(edgeNs(row + 1));
    long last = row == ROWS - 1 ? Math.max(next, latencies.getMaxValue()) : next - 1;
    if (last < first || latencies.getTotalCount() == 0) {
      return 0;
    }
    return latencies.getCountBetweenValues(first, last);
  }

  private long edgeNs(int row) {
    double ratio = StrictMath.pow(up.high() / up.low(), (double) row / ROWS);
    return StrictMath.round(up.low() * ratio * NS_PER_MS);
  }

  private static DataTable readings(IntervalLog log) {
    List<List<String>> rows = new ArrayList<>();
    for (IntervalLog.Interval interval : log.intervals()) {
      Histogram latencies = interval.latencies();
      List<String> row = new ArrayList<>();
      row.add(Quantity.clock(interval.fromSeconds()));
      row.add(Quantity.digits(latencies.getTotalCount()));
      for (double percentile : new double[] {50, 90, 99, 100}) {
        row.add(
            latencies.getTotalCount() == 0
                ? "–"
                : Quantity.of(latencies.getValueAtPercentile(percentile) / NS_PER_MS, "ms"));
      }
      rows.add(row);
    }
    return new DataTable(List.of("from", "count", "p50", "p90", "p99", "max"), rows);
  }
}
