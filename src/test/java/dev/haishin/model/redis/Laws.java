package dev.haishin.model.redis;

import dev.haishin.engine.Distribution;

/** Laws whose queues have closed forms. */
public final class Laws {
  private Laws() {}

  public static Distribution fixed(long value) {
    return new Fixed(value);
  }

  public static Distribution exponential(long mean) {
    return new Exponential(mean);
  }

  private record Fixed(long value) implements Distribution {
    @Override
    public long valueAt(long bits) {
      return value;
    }

    @Override
    public double mean() {
      return value;
    }
  }

  private record Exponential(double mean) implements Distribution {
    @Override
    public long valueAt(long bits) {
      double survival = 1 - (bits >>> 11) * 0x1.0p-53;
      return Math.round(-mean * StrictMath.log(survival));
    }
  }
}
