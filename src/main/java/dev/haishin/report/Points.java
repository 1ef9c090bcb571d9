package dev.haishin.report;

import java.util.Arrays;

/**
 * The points of one line, in the order of their x. A y that is not a number is a gap: nothing was
 * measured there.
 */
final class Points {
  private final double[] xs;
  private final double[] ys;

  Points(double[] xs, double[] ys) {
    if (xs.length != ys.length) {
      throw new IllegalArgumentException(xs.length + " xs for " + ys.length + " ys");
    }
    this.xs = xs.clone();
    this.ys = ys.clone();
  }

  int size() {
    return xs.length;
  }

  double x(int index) {
    return xs[index];
  }

  double y(int index) {
    return ys[index];
  }

  /** The y at an x, or not a number where there is no such point. */
  double at(double x) {
    int index = Arrays.binarySearch(xs, x);
    return index < 0 ? Double.NaN : ys[index];
  }

  /** The highest y, or not a number when every point is a gap. */
  double highest() {
    return Arrays.stream(ys).filter(Double::isFinite).max().orElse(Double.NaN);
  }

  /** The lowest y above zero, or not a number: a logarithmic axis starts there. */
  double lowestPositive() {
    return Arrays.stream(ys).filter(y -> Double.isFinite(y) && y > 0).min().orElse(Double.NaN);
  }

  boolean isEmpty() {
    return Arrays.stream(ys).noneMatch(Double::isFinite);
  }

  /**
   * At most {@code limit} points, each the highest of a run of equally many neighbours, so that a
   * spike of a single interval survives the thinning.
   */
  Points thinnedTo(int limit) {
    int group = (size() + limit - 1) / limit;
    if (group <= 1) {
      return this;
    }
    int groups = (size() + group - 1) / group;
    double[] thinXs = new double[groups];
    double[] thinYs = new double[groups];
    for (int g = 0; g < groups; g++) {
      int from = g * group;
      int to = Math.min(size(), from + group);
      thinXs[g] = xs[from];
      thinYs[g] = Arrays.stream(ys, from, to).filter(Double::isFinite).max().orElse(Double.NaN);
    }
    return new Points(thinXs, thinYs);
  }
}
