package dev.haishin.engine;

/**
 * A measured law: values and the share of observations up to each, with straight lines between. A
 * first share above 0 is an atom at the first value.
 */
final class EmpiricalLaw implements Distribution {
  private static final int GUIDE_BITS = 8;

  private final double[] values;
  private final double[] cumulative;
  private final int[] guide = new int[(1 << GUIDE_BITS) + 1];

  EmpiricalLaw(double[] values, double[] cumulative) {
    check(values, cumulative);
    this.values = values.clone();
    this.cumulative = cumulative.clone();
    this.cumulative[values.length - 1] = 1;
    int at = 0;
    for (int i = 0; i < guide.length; i++) {
      while (this.cumulative[at] < i / (double) (1 << GUIDE_BITS)) {
        at++;
      }
      guide[i] = at;
    }
  }

  private static void check(double[] values, double[] cumulative) {
    int last = values.length - 1;
    if (last < 0 || cumulative.length != values.length) {
      throw new IllegalArgumentException(
          values.length + " values with " + cumulative.length + " cumulative shares");
    }
    if (!(values[0] >= 0 && cumulative[0] >= 0 && Math.abs(cumulative[last] - 1) <= 1e-9)) {
      throw new IllegalArgumentException(
          "an empirical law starts at 0 or above and ends at the share 1, not "
              + values[0]
              + " and "
              + cumulative[last]);
    }
    for (int i = 1; i <= last; i++) {
      if (!(values[i] >= values[i - 1] && cumulative[i] >= cumulative[i - 1])) {
        throw new IllegalArgumentException("an empirical law grows, but not at row " + i);
      }
    }
  }

  @Override
  public long valueAt(long bits) {
    double below = Unsigned.fraction(bits);
    int at = guide[(int) (bits >>> (64 - GUIDE_BITS))];
    while (cumulative[at] < below) {
      at++;
    }
    if (at == 0) {
      return rounded(values[0]);
    }
    double rise = cumulative[at] - cumulative[at - 1];
    if (rise <= 0) {
      return rounded(values[at]);
    }
    double part = (below - cumulative[at - 1]) / rise;
    return rounded(values[at - 1] + part * (values[at] - values[at - 1]));
  }

  private static long rounded(double value) {
    return Math.min((long) (value + 0.5), Distributions.NEVER);
  }

  @Override
  public double mean() {
    double sum = values[0] * cumulative[0];
    for (int i = 1; i < values.length; i++) {
      sum += (cumulative[i] - cumulative[i - 1]) * (values[i] + values[i - 1]) / 2;
    }
    return sum;
  }
}
