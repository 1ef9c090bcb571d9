package dev.haishin.engine;

/** Every long from {@code lo} to {@code hi}, both included, alike. */
record UniformLaw(long lo, long hi) implements Distribution {
  UniformLaw {
    if (lo < 0 || hi < lo || hi > Distributions.NEVER) {
      throw new IllegalArgumentException("no uniform law from " + lo + " to " + hi);
    }
  }

  @Override
  public long valueAt(long bits) {
    return lo + Unsigned.multiplyHigh(bits, hi - lo + 1);
  }

  @Override
  public double mean() {
    return lo / 2.0 + hi / 2.0;
  }

  @Override
  public long least() {
    return lo;
  }
}
