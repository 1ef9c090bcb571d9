package dev.haishin.engine;

/**
 * Exponential delays at the cost of one draw and one table look-up, so that the law does not hide
 * the kernel.
 *
 * <p>An exponential value is a geometric number of halvings, which are the leading zeros of the
 * draw, plus one below ln 2, whose quantile is interpolated between 1024 points (relative error of
 * the mean below 10^-7).
 */
final class ExponentialNs {
  private static final int CELL_BITS = 10;
  private static final int CELLS = 1 << CELL_BITS;
  private static final int FRACTION_BITS = 20;
  private static final double FRACTION_UNIT = 1.0 / (1 << FRACTION_BITS);

  private final double halvingNs;
  private final double[] quantileNs = new double[CELLS + 1];

  ExponentialNs(double meanNs) {
    halvingNs = meanNs * StrictMath.log(2);
    for (int i = 0; i <= CELLS; i++) {
      quantileNs[i] = -meanNs * StrictMath.log1p(-0.5 * i / CELLS);
    }
  }

  /** The delay that 64 uniform bits stand for. */
  long of(long bits) {
    int cell = (int) bits & (CELLS - 1);
    double fraction = ((bits >>> CELL_BITS) & ((1 << FRACTION_BITS) - 1)) * FRACTION_UNIT;
    double belowNs = quantileNs[cell] + fraction * (quantileNs[cell + 1] - quantileNs[cell]);
    return (long) (Long.numberOfLeadingZeros(bits) * halvingNs + belowNs);
  }
}
