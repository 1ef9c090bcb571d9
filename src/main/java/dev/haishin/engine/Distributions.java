package dev.haishin.engine;

/** Laws. */
public final class Distributions {
  private Distributions() {}

  public static Distribution fixed(long value) {
    return new Distribution() {
      @Override
      public long valueAt(long bits) {
        return value;
      }

      @Override
      public double mean() {
        return value;
      }
    };
  }

  public static Distribution residual(Distribution law) {
    return law;
  }
}
