package dev.haishin.scenario;

import java.util.List;

/** How a rate varies over a run. */
public sealed interface ShapeSpec {

  /** Not at all. */
  record Constant() implements ShapeSpec {}

  /** As people live their day; the rate is its mean. */
  record Daily() implements ShapeSpec {}

  /** Surges on a constant rate, each on top of what was before. */
  record Surges(List<Surge> surges) implements ShapeSpec {}

  /** Measured: factors between given instants. */
  record Trace(long[] atNs, double[] perSecond) implements ShapeSpec {}

  /**
   * One surge.
   *
   * @param factor on the mean rate at its top
   * @param rampNs from x1 to the top
   * @param decayNs linearly back to x1; 0 stays at the top
   */
  record Surge(long atNs, double factor, long rampNs, long decayNs) {}
}
