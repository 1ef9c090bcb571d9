package dev.haishin.scenario;

import java.util.List;

/**
 * What was measured of a figure in the real world, to be held beside the simulated one.
 *
 * @param path metric and statistic, as a column of the timeline is named
 * @param points in the order of time
 */
public record MeasuredSpec(String path, List<Point> points) {

  /** Copies the list. */
  public MeasuredSpec {
    points = List.copyOf(points);
  }

  /**
   * A value that holds from an instant until that of the next point.
   *
   * @param atNs from t=0, which may be negative
   * @param value in canonical units: nanoseconds, bytes, a second, fraction, count, USD
   */
  public record Point(long atNs, double value) {}
}
