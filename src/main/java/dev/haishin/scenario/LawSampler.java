package dev.haishin.scenario;

import dev.haishin.engine.Distribution;

/** Makes the engine's samplers from the laws of a scenario. */
final class LawSampler {
  private LawSampler() {}

  static Distribution of(Law law) {
    if (law instanceof Law.Fixed fixed) {
      return new Constant(fixed.value());
    }
    if (law instanceof Law.Never) {
      return new Constant(Law.NEVER_NS);
    }
    throw new IllegalArgumentException("no sampler of " + law);
  }

  /** Always the same value. */
  private record Constant(long value) implements Distribution {
    @Override
    public long valueAt(long bits) {
      return value;
    }

    @Override
    public double mean() {
      return value;
    }
  }
}
