package dev.haishin.engine;

/**
 * The laws that a scenario can name. All are immutable, sampled by inverse transform from 64 bits,
 * rounded to the nearest long and cut at {@link #NEVER}.
 *
 * <p>Fitted quantiles are within 1e-6 of their value, or half a unit, as far as probability 1 -
 * 2^-40, and exact beyond.
 */
public final class Distributions {

  /** Longer than any run, and small enough to be added to any instant of one: 73 years in ns. */
  public static final long NEVER = Long.MAX_VALUE / 4;

  private Distributions() {}

  /** Always the same value. */
  public static Distribution fixed(long value) {
    return new FixedLaw(value);
  }

  /** What never happens: {@link #NEVER}, with an infinite mean. */
  public static Distribution never() {
    return new FixedLaw(NEVER);
  }

  /** The exponential law. */
  public static Distribution exponential(double mean) {
    checkPositive("the mean of an exponential law", mean);
    return new TabulatedLaw(mean, new ExponentialQuantile(mean));
  }

  /** Every long from {@code lo} to {@code hi}, both included, alike. */
  public static Distribution uniform(long lo, long hi) {
    return new UniformLaw(lo, hi);
  }

  /**
   * The law of a value whose natural logarithm is normal.
   *
   * @param mu the mean of the logarithm of the value in its unit
   * @param sigma the logarithm's standard deviation, at least 0
   */
  public static Distribution lognormal(double mu, double sigma) {
    if (!(Math.abs(mu) <= 60) || !(sigma >= 0 && sigma <= 20)) {
      throw new IllegalArgumentException(
          "a lognormal law needs |mu| <= 60 and sigma in 0..20, not " + mu + " and " + sigma);
    }
    double mean = StrictMath.exp(mu + sigma * sigma / 2);
    return new TabulatedLaw(
        mean, (below, above) -> StrictMath.exp(mu + sigma * NormalQuantile.at(below, above)));
  }

  /** The gamma law with mean {@code shape * scale}. */
  public static Distribution gamma(double shape, double scale) {
    checkPositive("the scale of a gamma law", scale);
    if (!(shape >= 0.01 && shape <= 1e6)) {
      throw new IllegalArgumentException(
          "the shape of a gamma law lies in 0.01..1e6, not " + shape);
    }
    return new TabulatedLaw(shape * scale, new GammaQuantile(shape, scale));
  }

  /**
   * Pareto's law: above {@code min}, P(X > x) = (min / x)^alpha.
   *
   * @param alpha the mean is infinite for {@code alpha <= 1}
   */
  public static Distribution pareto(double min, double alpha) {
    checkPositive("the least value of a Pareto law", min);
    checkPositive("the exponent of a Pareto law", alpha);
    double mean = alpha <= 1 ? Double.POSITIVE_INFINITY : alpha * min / (alpha - 1);
    return new TabulatedLaw(
        mean,
        (below, above) ->
            below < above
                ? min * StrictMath.exp(-StrictMath.log1p(-below) / alpha)
                : min * StrictMath.pow(above, -1 / alpha));
  }

  /**
   * The integers {@code min..max} with P(k) ~ k^-alpha.
   *
   * @param alpha in 0..100
   * @param min at least 1
   * @param max at most 2^52
   */
  public static DiscretePowerLaw powerlaw(double alpha, long min, long max) {
    return new DiscretePowerLaw(alpha, min, max);
  }

  /**
   * A measured law, linear between its points.
   *
   * @param values ascending, none below 0
   * @param cumulative the share of observations up to each value, ascending, the last 1; a first
   *     share above 0 is an atom at the first value, two points at one value are an atom there
   */
  public static Distribution empirical(double[] values, double[] cumulative) {
    return new EmpiricalLaw(values, cumulative);
  }

  /**
   * One of several laws. The same 64 bits decide the part and the value in it, so a mixture grows
   * with its bits inside each part only.
   *
   * @param weights not negative; they are shared out to 1
   */
  public static Distribution mix(double[] weights, Distribution[] parts) {
    return MixtureLaw.of(weights, parts);
  }

  /** A law moved upwards by a constant. */
  public static Distribution shift(long offset, Distribution of) {
    return new ShiftedLaw(offset, of);
  }

  /** A law times a positive factor. */
  public static Distribution scaled(double factor, Distribution of) {
    return new ScaledLaw(factor, of);
  }

  /**
   * What is left of a life of this law that is met at a random instant (density (1 - F) / mean).
   * Where a share of lives never ends, all lives met are of that kind.
   *
   * @throws IllegalArgumentException where the law has no mean, as for Pareto with alpha up to 1
   */
  public static Distribution residual(Distribution life) {
    return EquilibriumResidual.of(life);
  }

  private static void checkPositive(String what, double value) {
    if (!(value > 0) || value == Double.POSITIVE_INFINITY) {
      throw new IllegalArgumentException(what + " is positive, not " + value);
    }
  }
}
