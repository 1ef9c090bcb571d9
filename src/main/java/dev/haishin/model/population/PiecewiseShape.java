package dev.haishin.model.population;

/**
 * A factor that is linear between given instants and constant before the first and after the last.
 */
public final class PiecewiseShape implements LoadShape {
  private final long[] atNs;
  private final double[] factor;
  private final double most;

  /**
   * The shape through given points.
   *
   * @param atNs non-decreasing; two equal instants make a jump, to the second value
   */
  public PiecewiseShape(long[] atNs, double[] factor) {
    if (atNs.length == 0 || atNs.length != factor.length) {
      throw new IllegalArgumentException(
          "a shape needs as many instants as factors, and at least one: "
              + atNs.length
              + " and "
              + factor.length);
    }
    this.atNs = atNs.clone();
    this.factor = factor.clone();
    double highest = 0;
    for (double value : factor) {
      highest = Math.max(highest, value);
    }
    this.most = highest;
  }

  @Override
  public double factor(long instantNs) {
    int low = 0;
    int high = atNs.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (atNs[middle] <= instantNs) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    if (low == 0) {
      return factor[0];
    }
    if (low == atNs.length) {
      return factor[low - 1];
    }
    double along = (double) (instantNs - atNs[low - 1]) / (atNs[low] - atNs[low - 1]);
    return factor[low - 1] + along * (factor[low] - factor[low - 1]);
  }

  @Override
  public double most() {
    return most;
  }
}
