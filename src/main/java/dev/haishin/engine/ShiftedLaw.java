package dev.haishin.engine;

/** A law moved upwards by a constant. */
record ShiftedLaw(long offset, Distribution of) implements Distribution {
  ShiftedLaw {
    if (offset < 0 || offset > Distributions.NEVER) {
      throw new IllegalArgumentException(
          "a shift lies in 0.." + Distributions.NEVER + ", not " + offset);
    }
  }

  @Override
  public long valueAt(long bits) {
    return Math.min(offset + of.valueAt(bits), Distributions.NEVER);
  }

  @Override
  public double mean() {
    return offset + of.mean();
  }

  @Override
  public long least() {
    return Math.min(offset + of.least(), Distributions.NEVER);
  }
}
