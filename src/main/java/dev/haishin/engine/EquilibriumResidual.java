package dev.haishin.engine;

/**
 * What is left of a life met at a random instant: the law of density (1 - F) / mean.
 *
 * <p>It is the exact residual of the law whose quantile runs straight between the knots tabulated
 * here: 64 to an octave of either tail, down to 2^-56. Between two knots the density falls
 * linearly, so a value is the root of a quadratic.
 */
final class EquilibriumResidual implements Distribution {
  private static final int OCTAVES = 56;
  private static final int PER_OCTAVE = 64;
  private static final int GUIDE_BITS = 10;

  /** Knots in ascending order: value, probability above it, and the same for the residual. */
  private final double[] value;

  private final double[] lifeAbove;
  private final double[] residualAbove;
  private final int[] guide = new int[1 << GUIDE_BITS];
  private final double meanLife;
  private final double mean;

  EquilibriumResidual(Distribution life) {
    int knots = 2 * OCTAVES * PER_OCTAVE + 1;
    value = new double[knots];
    lifeAbove = new double[knots];
    residualAbove = new double[knots];
    tabulate(life);
    double area = 0;
    double moment = 0;
    for (int i = knots - 2; i >= 0; i--) {
      double width = value[i + 1] - value[i];
      double part = width * (lifeAbove[i] + lifeAbove[i + 1]) / 2;
      area += part;
      moment += part * value[i] + width * width * (lifeAbove[i] + 2 * lifeAbove[i + 1]) / 6;
      residualAbove[i] = area;
    }
    meanLife = area + value[0];
    mean = (moment + value[0] * value[0] / 2) / meanLife;
    for (int i = 0; i < knots; i++) {
      residualAbove[i] /= meanLife;
    }
    int at = 0;
    for (int i = 0; i < guide.length; i++) {
      while (at < knots - 1 && residualAbove[at] >= 1 - i / (double) guide.length) {
        at++;
      }
      guide[i] = at;
    }
  }

  private void tabulate(Distribution life) {
    int middle = OCTAVES * PER_OCTAVE;
    for (int i = 0; i < middle; i++) {
      double fromEnd = (1 + (i % PER_OCTAVE) / (double) PER_OCTAVE) * knotOctave(i);
      value[i] = life.valueAt(Unsigned.bits(fromEnd));
      lifeAbove[i] = 1 - fromEnd;
      int mirror = 2 * middle - i;
      value[mirror] = life.valueAt(~Unsigned.bits(fromEnd));
      lifeAbove[mirror] = fromEnd;
    }
    value[middle] = life.valueAt(1L << 63);
    lifeAbove[middle] = 0.5;
    // All lives outlast the first knot, none the last: an error of 2^-57 either way.
    lifeAbove[0] = 1;
    lifeAbove[2 * middle] = 0;
  }

  private static double knotOctave(int knot) {
    return 1 / (double) (1L << (OCTAVES + 1 - knot / PER_OCTAVE));
  }

  @Override
  public long valueAt(long bits) {
    double above = (((~bits) >>> 11) + 0.5) * 0x1.0p-53;
    int at = guide[(int) (bits >>> (64 - GUIDE_BITS))];
    while (at < value.length - 1 && residualAbove[at] >= above) {
      at++;
    }
    if (at == 0) {
      return (long) ((1 - above) * meanLife + 0.5);
    }
    double area = Math.max(0, residualAbove[at - 1] - above) * meanLife;
    double from = lifeAbove[at - 1];
    double width = value[at] - value[at - 1];
    double fall = from - lifeAbove[at];
    double step = 2 * area / (from + Math.sqrt(Math.max(0, from * from - 2 * area * fall / width)));
    return (long) (value[at - 1] + Math.min(width, step) + 0.5);
  }

  @Override
  public double mean() {
    return mean;
  }

  /** The residual of any law with a mean; of what may never end, what never ends. */
  static Distribution of(Distribution life) {
    if (life.mean() == Double.POSITIVE_INFINITY) {
      return ofEndless(life);
    }
    if (life instanceof TabulatedLaw law && law.quantile() instanceof ExponentialQuantile) {
      return life;
    }
    if (life instanceof FixedLaw fixed) {
      return new UniformLaw(0, fixed.value());
    }
    if (life instanceof ScaledLaw scaled) {
      return new ScaledLaw(scaled.factor(), of(scaled.of()));
    }
    if (life instanceof MixtureLaw mixture) {
      double[] weights = new double[mixture.size()];
      Distribution[] parts = new Distribution[mixture.size()];
      for (int i = 0; i < parts.length; i++) {
        boolean lasts = mixture.part(i).mean() > 0;
        weights[i] = mixture.share(i) * mixture.part(i).mean();
        parts[i] = lasts ? of(mixture.part(i)) : mixture.part(i);
      }
      return MixtureLaw.of(weights, parts);
    }
    if (!(life.mean() > 0)) {
      throw new IllegalArgumentException("lives without length are never met");
    }
    return new EquilibriumResidual(life);
  }

  private static Distribution ofEndless(Distribution life) {
    if (life instanceof FixedLaw) {
      return life;
    }
    if (life instanceof ShiftedLaw shifted) {
      return ofEndless(shifted.of());
    }
    if (life instanceof ScaledLaw scaled) {
      return ofEndless(scaled.of());
    }
    if (life instanceof MixtureLaw mixture) {
      for (int i = 0; i < mixture.size(); i++) {
        if (mixture.part(i).mean() == Double.POSITIVE_INFINITY) {
          return ofEndless(mixture.part(i));
        }
      }
    }
    throw new IllegalArgumentException("a law without a mean has no equilibrium");
  }
}
