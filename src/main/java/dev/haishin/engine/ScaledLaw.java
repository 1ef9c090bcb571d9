package dev.haishin.engine;

/** A law times a constant, rounded to the nearest long. */
record ScaledLaw(double factor, Distribution of) implements Distribution {
  ScaledLaw {
    if (!(factor > 0) || factor == Double.POSITIVE_INFINITY) {
      throw new IllegalArgumentException("a factor is positive, not " + factor);
    }
  }

  @Override
  public long valueAt(long bits) {
    long value = of.valueAt(bits);
    return value == Distributions.NEVER
        ? value
        : Math.min((long) (value * factor + 0.5), Distributions.NEVER);
  }

  @Override
  public double mean() {
    return factor * of.mean();
  }
}
