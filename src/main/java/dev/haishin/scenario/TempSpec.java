package dev.haishin.scenario;

import dev.haishin.engine.Distribution;
import dev.haishin.engine.Distributions;

/** Temp. */
public final class TempSpec {
  private TempSpec() {}

  /** Temp. */
  public static Distribution ln(double p50, double p99) {
    return Distributions.lognormal(
        StrictMath.log(p50), StrictMath.log(p99 / p50) / 2.3263478740408408);
  }
}
