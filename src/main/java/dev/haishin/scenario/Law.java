package dev.haishin.scenario;

import java.util.List;

/**
 * The law of a quantity as a scenario states it, in the quantity's canonical unit: nanoseconds,
 * bytes or a count.
 */
public sealed interface Law {
  /** What {@code never} is held as: far beyond every run, and safe to add to a time. */
  long NEVER_NS = Long.MAX_VALUE / 4;

  /** The mean, infinite where the law has none. */
  double mean();

  /** The law of this quantity multiplied by a factor. */
  Law times(double factor);

  /** Always the same value. */
  record Fixed(long value) implements Law {
    @Override
    public double mean() {
      return value;
    }

    @Override
    public Law times(double factor) {
      return new Fixed(Math.round(value * factor));
    }
  }

  /** Does not happen. */
  record Never() implements Law {
    @Override
    public double mean() {
      return Double.POSITIVE_INFINITY;
    }

    @Override
    public Law times(double factor) {
      return this;
    }
  }

  /** Exponential. */
  record Exponential(double mean) implements Law {
    @Override
    public Law times(double factor) {
      return new Exponential(mean * factor);
    }
  }

  /** Uniform from {@code low} to {@code high}. */
  record Uniform(long low, long high) implements Law {
    @Override
    public double mean() {
      return low + (high - low) / 2.0;
    }

    @Override
    public Law times(double factor) {
      return new Uniform(Math.round(low * factor), Math.round(high * factor));
    }
  }

  /** The logarithm of the value is normal with mean {@code mu} and deviation {@code sigma}. */
  record LogNormal(double mu, double sigma) implements Law {
    @Override
    public double mean() {
      return StrictMath.exp(mu + sigma * sigma / 2);
    }

    @Override
    public Law times(double factor) {
      return new LogNormal(mu + StrictMath.log(factor), sigma);
    }
  }

  /** Gamma with density proportional to x^(shape-1) e^(-x/scale). */
  record Gamma(double shape, double scale) implements Law {
    @Override
    public double mean() {
      return shape * scale;
    }

    @Override
    public Law times(double factor) {
      return new Gamma(shape, scale * factor);
    }
  }

  /** Pareto: P(X > x) = (min/x)^alpha. */
  record Pareto(double min, double alpha) implements Law {
    @Override
    public double mean() {
      return alpha <= 1 ? Double.POSITIVE_INFINITY : alpha * min / (alpha - 1);
    }

    @Override
    public Law times(double factor) {
      return new Pareto(min * factor, alpha);
    }
  }

  /**
   * Discrete power law: P(X = k) proportional to k^-alpha for k from {@code min} to {@code max}.
   */
  record PowerLaw(double alpha, long min, long max) implements Law {
    @Override
    public double mean() {
      double weights = 0;
      double moments = 0;
      for (long k = min; k <= max; k++) {
        double weight = StrictMath.pow(k, -alpha);
        weights += weight;
        moments += k * weight;
      }
      return moments / weights;
    }

    @Override
    public Law times(double factor) {
      throw new UnsupportedOperationException("a power law of counts has no multiple");
    }
  }

  /**
   * Linear between measured points.
   *
   * @param values in ascending order
   * @param cumulative P(X <= value) of each, ascending, the last one 1
   */
  record Empirical(List<Double> values, List<Double> cumulative) implements Law {
    /** Copies the lists. */
    public Empirical {
      values = List.copyOf(values);
      cumulative = List.copyOf(cumulative);
    }

    @Override
    public double mean() {
      double sum = values.get(0) * cumulative.get(0);
      for (int i = 1; i < values.size(); i++) {
        double step = cumulative.get(i) - cumulative.get(i - 1);
        sum += step * (values.get(i) + values.get(i - 1)) / 2;
      }
      return sum;
    }

    @Override
    public Law times(double factor) {
      return new Empirical(values.stream().map(value -> value * factor).toList(), cumulative);
    }
  }

  /** One of several laws, each with its weight; weights add up to 1. */
  record Mix(List<Double> weights, List<Law> parts) implements Law {
    /** Copies the lists. */
    public Mix {
      weights = List.copyOf(weights);
      parts = List.copyOf(parts);
    }

    @Override
    public double mean() {
      double sum = 0;
      for (int i = 0; i < parts.size(); i++) {
        sum += weights.get(i) * parts.get(i).mean();
      }
      return sum;
    }

    @Override
    public Law times(double factor) {
      return new Mix(weights, parts.stream().map(part -> part.times(factor)).toList());
    }
  }

  /** A law with a constant added. */
  record Shift(long offset, Law part) implements Law {
    @Override
    public double mean() {
      return offset + part.mean();
    }

    @Override
    public Law times(double factor) {
      return new Shift(Math.round(offset * factor), part.times(factor));
    }
  }
}
