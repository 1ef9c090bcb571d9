package dev.haishin.engine;

/** Laws. */
public final class Distributions {
  private Distributions() {}

  private interface Inverse {
    double at(double p);
  }

  private static Distribution law(double mean, Inverse inverse) {
    return new Distribution() {
      @Override
      public long valueAt(long bits) {
        double p = ((bits >>> 11) + 0.5) * 0x1.0p-53;
        return (long) (inverse.at(p) + 0.5);
      }

      @Override
      public double mean() {
        return mean;
      }
    };
  }

  public static Distribution fixed(long value) {
    return law(value, p -> value);
  }

  public static Distribution exponential(double mean) {
    return law(mean, p -> -mean * StrictMath.log1p(-p));
  }

  public static Distribution lognormal(double mu, double sigma) {
    return law(
        StrictMath.exp(mu + sigma * sigma / 2),
        p ->
            StrictMath.exp(
                mu
                    + sigma
                        * 1.4142135623730951
                        * org.apache.commons.math3.special.Erf.erfInv(2 * p - 1)));
  }

  public static Distribution powerlaw(double alpha, long min, long max) {
    int n = (int) (max - min + 1);
    double[] up = new double[n];
    double sum = 0;
    double weighted = 0;
    for (int i = 0; i < n; i++) {
      double w = StrictMath.pow(min + i, -alpha);
      sum += w;
      weighted += w * (min + i);
      up[i] = sum;
    }
    double total = sum;
    return law(
        weighted / sum,
        p -> {
          int lo = 0;
          int hi = n - 1;
          while (lo < hi) {
            int mid = (lo + hi) >>> 1;
            if (up[mid] / total > p) {
              hi = mid;
            } else {
              lo = mid + 1;
            }
          }
          return min + lo;
        });
  }

  public static Distribution never() {
    return law(Double.POSITIVE_INFINITY, p -> Long.MAX_VALUE / 4);
  }

  public static Distribution uniform(long lo, long hi) {
    return law((lo + hi) / 2.0, p -> lo + p * (hi - lo));
  }

  public static Distribution gamma(double shape, double scale) {
    return exponential(shape * scale);
  }

  public static Distribution pareto(double min, double alpha) {
    return exponential(min);
  }

  public static Distribution empirical(double[] values, double[] cumulative) {
    return fixed((long) values[0]);
  }

  public static Distribution mix(double[] weights, Distribution[] parts) {
    return parts[0];
  }

  public static Distribution shift(long offset, Distribution d) {
    return d;
  }

  public static Distribution scaled(double factor, Distribution d) {
    return new Distribution() {
      @Override
      public long valueAt(long bits) {
        return (long) (factor * d.valueAt(bits));
      }

      @Override
      public double mean() {
        return factor * d.mean();
      }
    };
  }

  public static Distribution residual(Distribution law) {
    return law;
  }
}
