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
    return scaled(of.valueAt(bits));
  }

  @Override
  public long least() {
    return scaled(of.least());
  }

  @Override
  public double mean() {
    return factor * of.mean();
  }

  private long scaled(long value) {
    return value == Distributions.NEVER
        ? value
        : Math.min((long) (value * factor + 0.5), Distributions.NEVER);
  }
}
