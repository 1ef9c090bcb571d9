package dev.haishin.scenario;

/**
 * A piecewise linear factor over time. Two points at the same instant are a jump, at which the
 * later one holds. The first value holds before the first point and the last one after the last.
 *
 * @param timesNs of the points, never descending
 * @param factors at the points
 */
public record Curve(long[] timesNs, double[] factors) {
  /** Copies the arrays and checks their order. */
  public Curve {
    timesNs = timesNs.clone();
    factors = factors.clone();
    if (timesNs.length == 0 || timesNs.length != factors.length) {
      throw new IllegalArgumentException("a curve needs as many factors as times, at least one");
    }
    for (int i = 0; i < timesNs.length; i++) {
      Require.notNegative("factor", factors[i]);
      if (i > 0 && timesNs[i] < timesNs[i - 1]) {
        throw new IllegalArgumentException("times of a curve descend at point " + i);
      }
    }
  }

  /** The factor at an instant. */
  public double at(long timeNs) {
    int next = 0;
    while (next < timesNs.length && timesNs[next] <= timeNs) {
      next++;
    }
    if (next == 0) {
      return factors[0];
    }
    if (next == timesNs.length) {
      return factors[next - 1];
    }
    double part = (double) (timeNs - timesNs[next - 1]) / (timesNs[next] - timesNs[next - 1]);
    return factors[next - 1] + part * (factors[next] - factors[next - 1]);
  }

  /** The mean factor from 0 to an instant after it. */
  public double mean(long untilNs) {
    double area = 0;
    long fromNs = 0;
    for (int i = 0; i <= timesNs.length && fromNs < untilNs; i++) {
      long toNs = i == timesNs.length ? untilNs : Math.min(untilNs, timesNs[i]);
      if (toNs > fromNs) {
        double first = at(fromNs);
        double last = i == 0 ? first : i == timesNs.length ? at(toNs) : before(i, toNs);
        area += (first + last) / 2 * (toNs - fromNs);
        fromNs = toNs;
      }
    }
    return area / untilNs;
  }

  private double before(int point, long timeNs) {
    double part = (double) (timeNs - timesNs[point - 1]) / (timesNs[point] - timesNs[point - 1]);
    return factors[point - 1] + part * (factors[point] - factors[point - 1]);
  }
}
