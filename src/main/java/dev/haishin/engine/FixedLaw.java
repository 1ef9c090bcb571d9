package dev.haishin.engine;

/** Always the same value; {@link Distributions#NEVER} stands for what never happens. */
record FixedLaw(long value) implements Distribution {
  FixedLaw {
    if (value < 0 || value > Distributions.NEVER) {
      throw new IllegalArgumentException(
          "a fixed value lies in 0.." + Distributions.NEVER + ", not " + value);
    }
  }

  @Override
  public long valueAt(long bits) {
    return value;
  }

  @Override
  public double mean() {
    return value == Distributions.NEVER ? Double.POSITIVE_INFINITY : value;
  }

  @Override
  public long least() {
    return value;
  }
}
