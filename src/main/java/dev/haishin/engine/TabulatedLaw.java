package dev.haishin.engine;

/**
 * A continuous law sampled by inverse transform: a cubic a segment, fitted to the exact quantile.
 *
 * <p>Either half of the probabilities is cut into octaves towards its end, an octave into equal
 * segments; as many as it takes for the cubics to meet the quantile to 1e-7 of its value, or 0.01
 * units. Past 2^-40 from either end the quantile itself is evaluated.
 */
final class TabulatedLaw implements Distribution {
  private static final int OCTAVES = 40;
  private static final int MIN_SEGMENT_BITS = 4;
  private static final int MAX_SEGMENT_BITS = 10;
  private static final double TOLERANCE = 1e-7;
  private static final double TOLERANCE_UNITS = 0.01;

  private final double mean;
  private final Quantile quantile;
  private final int segmentBits;
  private final double[] cubics;

  TabulatedLaw(double mean, Quantile quantile) {
    this.mean = mean;
    this.quantile = quantile;
    int bits = MIN_SEGMENT_BITS;
    double[] fitted = fit(bits);
    while (fitted == null && bits < MAX_SEGMENT_BITS) {
      bits += 2;
      fitted = fit(bits);
    }
    segmentBits = bits;
    cubics = fitted;
  }

  @Override
  public long valueAt(long bits) {
    long fromEnd = bits ^ (bits >> 63);
    int octave = Long.numberOfLeadingZeros(fromEnd) - 1;
    if (octave >= OCTAVES || cubics == null) {
      return exactly(bits);
    }
    long rest = fromEnd << (octave + 2);
    int octaves = bits < 0 ? OCTAVES + octave : octave;
    int at = ((octaves << segmentBits) | (int) (rest >>> (64 - segmentBits))) << 2;
    // 32 bits of the segment: steps far wider than a rounding error, so the cubic cannot step back.
    double t = (rest << segmentBits >>> 32) * 0x1.0p-32;
    double value = ((cubics[at + 3] * t + cubics[at + 2]) * t + cubics[at + 1]) * t + cubics[at];
    return Math.min((long) (value + 0.5), Distributions.NEVER);
  }

  @Override
  public double mean() {
    return mean;
  }

  Quantile quantile() {
    return quantile;
  }

  private long exactly(long bits) {
    double fromEnd = ((bits ^ (bits >> 63)) + 0.5) * 0x1.0p-64;
    return Math.min((long) (at(bits < 0, fromEnd) + 0.5), Distributions.NEVER);
  }

  private double at(boolean upper, double fromEnd) {
    double value = upper ? quantile.at(1 - fromEnd, fromEnd) : quantile.at(fromEnd, 1 - fromEnd);
    return Math.min(value, Distributions.NEVER);
  }

  /** All cubics, or nothing when one of them misses the quantile. */
  private double[] fit(int bits) {
    double[] fitted = new double[2 * OCTAVES << bits + 2];
    int at = 0;
    for (int half = 0; half < 2; half++) {
      for (int octave = 0; octave < OCTAVES; octave++) {
        double start = 1 / (double) (4L << octave);
        double width = start / (1 << bits);
        double first = at(half == 1, start);
        for (int segment = 0; segment < 1 << bits; segment++) {
          double last = fitOne(fitted, at, half == 1, start + segment * width, width, first);
          if (Double.isNaN(last)) {
            return null;
          }
          first = last;
          at += 4;
        }
      }
    }
    return fitted;
  }

  /** One cubic through four points; the value at its end, NaN when it misses between them. */
  private double fitOne(
      double[] fitted, int to, boolean upper, double start, double width, double v0) {
    double v1 = at(upper, start + width / 3);
    double v2 = at(upper, start + width * 2 / 3);
    double v3 = at(upper, start + width);
    fitted[to] = v0;
    if (Math.max(v0, v3) >= Distributions.NEVER) {
      fitted[to + 1] = v3 - v0;
      return v3;
    }
    double c1 = (-11 * v0 + 18 * v1 - 9 * v2 + 2 * v3) / 2;
    double c2 = (18 * v0 - 45 * v1 + 36 * v2 - 9 * v3) / 2;
    double c3 = (-9 * v0 + 27 * v1 - 27 * v2 + 9 * v3) / 2;
    fitted[to + 1] = c1;
    fitted[to + 2] = c2;
    fitted[to + 3] = c3;
    for (double t = 1.0 / 6; t < 1; t += 2.0 / 3) {
      double exact = at(upper, start + t * width);
      double error = Math.abs(((c3 * t + c2) * t + c1) * t + v0 - exact);
      if (error > Math.max(TOLERANCE_UNITS, TOLERANCE * exact)) {
        return Double.NaN;
      }
    }
    return v3;
  }
}
