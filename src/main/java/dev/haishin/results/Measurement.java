package dev.haishin.results;

import java.util.Arrays;
import java.util.List;

/**
 * What was measured of a figure in the real world, held beside the simulated one.
 *
 * <p>The error is the sum of the differences, without their signs, over the sum of the measured
 * values: each measured value is compared with the simulated one of the time between it and the
 * next. That is a percentile of all latencies of the intervals that begin in that time, where the
 * figure is one, else the mean over those intervals. (Weighted absolute percentage error: a figure
 * near 0 does not blow it up as it does the mean of relative errors.)
 */
public final class Measurement {
  private static final double NS_PER_SECOND = 1e9;

  /** What the column of a measured figure is called, before the figure's name. */
  public static final String COLUMN = "measured.";

  private static final String PREFIX = "fit.";
  private static final String SUFFIX = ".error";

  private final String path;
  private final Unit unit;
  private final long[] atNs;
  private final double[] values;

  /**
   * A measurement.
   *
   * @param path metric and statistic, as a column of the timeline is named
   * @param atNs from the run's t=0, rising
   * @param values in canonical units, each from its time to that of the next
   */
  public Measurement(String path, Unit unit, long[] atNs, double[] values) {
    if (atNs.length != values.length) {
      throw new IllegalArgumentException(path + ": " + atNs.length + " times of " + values.length);
    }
    this.path = path;
    this.unit = unit;
    this.atNs = atNs.clone();
    this.values = values.clone();
  }

  /** The metric that tells how far a figure is from what was measured: {@code fit.PATH.error}. */
  static String errorPath(String path) {
    return PREFIX + path + SUFFIX;
  }

  /** The figure whose fit a metric tells of; empty where it is no such metric. */
  static String figureOf(String metric) {
    boolean isFit = metric.startsWith(PREFIX) && metric.endsWith(SUFFIX);
    int end = metric.length() - SUFFIX.length();
    return isFit && end > PREFIX.length() ? metric.substring(PREFIX.length(), end) : "";
  }

  /** The figure that was measured. */
  public String path() {
    return path;
  }

  /**
   * The measurement as a column beside the simulated one.
   *
   * @param startSeconds where each row of the timeline begins
   */
  Timeline.Column column(double[] startSeconds) {
    double[] column = new double[startSeconds.length];
    Arrays.setAll(column, row -> unit.printed(at(startSeconds[row])));
    return new Timeline.Column(COLUMN + path, unit.symbol(), column);
  }

  /**
   * How far the simulated figure is from it, as a share of it.
   *
   * @param fromNs where the measured part of the run begins
   */
  Reading error(Timeline timeline, long fromNs) {
    Timeline.Column simulated = timeline.column(path).orElse(null);
    if (simulated == null) {
      List<String> near =
          timeline.columns().stream()
              .map(Timeline.Column::label)
              .filter(label -> label.startsWith(path.substring(0, path.indexOf('.') + 1)))
              .toList();
      return Reading.unknown("the timeline has no " + path + ", but " + String.join(", ", near));
    }
    return error((start, end) -> mean(timeline, simulated, start, end), fromNs);
  }

  /** The same of a figure that is known over any time. */
  Reading error(Simulated simulated, long fromNs) {
    double differences = 0;
    double measured = 0;
    for (int i = 0; i < atNs.length; i++) {
      double value = simulated.over(Math.max(fromNs, atNs[i]), endNs(i));
      if (!Double.isNaN(value)) {
        differences += Math.abs(value - unit.printed(values[i]));
        measured += Math.abs(unit.printed(values[i]));
      }
    }
    return measured > 0
        ? Reading.of(differences / measured)
        : Reading.unknown("nothing was measured in the run's time");
  }

  /** The value that holds at an instant, or not a number. */
  private double at(double seconds) {
    long ns = Math.round(seconds * NS_PER_SECOND);
    int found = Arrays.binarySearch(atNs, ns);
    int index = found >= 0 ? found : -found - 2;
    return index >= 0 && ns < endNs(index) ? values[index] : Double.NaN;
  }

  /** Until the next one; the last lasts as long as the one before it. */
  private long endNs(int index) {
    if (index + 1 < atNs.length) {
      return atNs[index + 1];
    }
    return index == 0 ? Long.MAX_VALUE : 2 * atNs[index] - atNs[index - 1];
  }

  /** A simulated figure. */
  interface Simulated {
    /** Its value over the intervals that begin in a time, printed; not a number if none does. */
    double over(long fromNs, long toNs);
  }

  private static double mean(Timeline timeline, Timeline.Column column, long fromNs, long toNs) {
    double sum = 0;
    int known = 0;
    for (int row = 0; row < column.values().length; row++) {
      long startNs = Math.round(timeline.startSeconds()[row] * NS_PER_SECOND);
      double value = column.values()[row];
      if (startNs >= fromNs && startNs < toNs && !Double.isNaN(value)) {
        sum += value;
        known++;
      }
    }
    return known == 0 ? Double.NaN : sum / known;
  }
}
