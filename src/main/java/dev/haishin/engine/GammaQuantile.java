package dev.haishin.engine;

/**
 * The quantile of a gamma law, by Newton's method on the logarithm of the nearer tail.
 *
 * <p>The tails are the power series and the continued fraction of the incomplete gamma function
 * (Abramowitz and Stegun 6.5.29 and 6.5.31). The logarithm of a tail is concave in the logarithm of
 * the value, so Newton's method converges from one side wherever it starts.
 */
final class GammaQuantile implements Quantile {
  private static final double[] LANCZOS = {
    676.5203681218851,
    -1259.1392167224028,
    771.32342877765313,
    -176.61502916214059,
    12.507343278686905,
    -0.13857109526572012,
    9.9843695780195716e-6,
    1.5056327351493116e-7
  };
  private static final int MAX_STEPS = 200;
  private static final int MAX_TERMS = 100_000;

  private final double shape;
  private final double scale;
  private final double logGammaOfShape;

  GammaQuantile(double shape, double scale) {
    this.shape = shape;
    this.scale = scale;
    logGammaOfShape = logGamma(shape);
  }

  @Override
  public double at(double below, double above) {
    boolean lower = below < above;
    double target = StrictMath.log(lower ? below : above);
    double logX = start(below, above);
    for (int step = 0; step < MAX_STEPS; step++) {
      double x = StrictMath.exp(logX);
      double density = StrictMath.exp(shape * logX - x - logGammaOfShape);
      double tail = lower ? lowerTail(x, density) : upperTail(x, density);
      double change = (target - StrictMath.log(tail)) * tail / density;
      change = Math.max(-4, Math.min(4, lower ? change : -change));
      logX += change;
      if (Math.abs(change) < 1e-13) {
        break;
      }
    }
    return scale * StrictMath.exp(logX);
  }

  /** The cube of Wilson and Hilferty, or the leading power of the lower tail where that fails. */
  private double start(double below, double above) {
    double ninth = 1 / (9 * shape);
    double root = 1 - ninth + NormalQuantile.at(below, above) * Math.sqrt(ninth);
    if (root > 0.1) {
      return StrictMath.log(shape) + 3 * StrictMath.log(root);
    }
    return (StrictMath.log(below) + logGamma(shape + 1)) / shape;
  }

  /** {@code density} is x times the density at x, which both tails share as a factor. */
  private double lowerTail(double x, double density) {
    return x < shape + 1 ? density * series(x) : 1 - density * fraction(x);
  }

  private double upperTail(double x, double density) {
    return x < shape + 1 ? 1 - density * series(x) : density * fraction(x);
  }

  private double series(double x) {
    double term = 1 / shape;
    double sum = term;
    for (int n = 1; n < MAX_TERMS && term > sum * 1e-17; n++) {
      term *= x / (shape + n);
      sum += term;
    }
    return sum;
  }

  /** Lentz's evaluation of the continued fraction. */
  private double fraction(double x) {
    double b = x + 1 - shape;
    double c = 1e300;
    double d = 1 / b;
    double product = d;
    for (int n = 1; n < MAX_TERMS; n++) {
      double a = -n * (n - shape);
      b += 2;
      d = 1 / (a * d + b);
      c = b + a / c;
      double factor = c * d;
      product *= factor;
      if (Math.abs(factor - 1) < 1e-16) {
        break;
      }
    }
    return product;
  }

  /** The logarithm of the gamma function by Lanczos' approximation with g = 7, n = 9. */
  static double logGamma(double x) {
    if (x < 0.5) {
      return logGamma(x + 1) - StrictMath.log(x);
    }
    double sum = 0.99999999999980993;
    for (int i = 0; i < LANCZOS.length; i++) {
      sum += LANCZOS[i] / (x + i);
    }
    double t = x + 6.5;
    return 0.5 * StrictMath.log(2 * Math.PI)
        + (x - 0.5) * StrictMath.log(t)
        - t
        + StrictMath.log(sum);
  }
}
