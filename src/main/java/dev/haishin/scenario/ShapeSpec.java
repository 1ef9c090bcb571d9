package dev.haishin.scenario;

import java.util.List;
import java.util.TreeSet;

/** How a rate varies over a run. */
public sealed interface ShapeSpec {

  /** The greatest factor on the mean that is asked for. */
  double most();

  /** Whether it varies at all. */
  default boolean varies() {
    return true;
  }

  /** Not at all. */
  record Constant() implements ShapeSpec {
    @Override
    public double most() {
      return 1;
    }

    @Override
    public boolean varies() {
      return false;
    }
  }

  /** As people live their day; the rate is its mean. */
  record Daily() implements ShapeSpec {
    /** The evening's peak over the mean. */
    public static final double MOST = 24 * 1.70 / 23.88;

    @Override
    public double most() {
      return MOST;
    }
  }

  /** Surges on a constant rate: they add what they have above x1 to each other. */
  record Surges(List<Surge> surges) implements ShapeSpec {

    /** Where the rate has a bend or a jump, in order, from 0 on. */
    public List<Long> bendsNs() {
      TreeSet<Long> bends = new TreeSet<>();
      bends.add(0L);
      for (Surge surge : surges) {
        bends.add(surge.atNs());
        bends.add(surge.atNs() + surge.rampNs());
        bends.add(surge.atNs() + surge.rampNs() + surge.decayNs());
      }
      return List.copyOf(bends);
    }

    /**
     * The factor at an instant.
     *
     * @param before on the near side of a jump
     */
    public double factor(long atNs, boolean before) {
      double factor = 1;
      for (Surge surge : surges) {
        factor += (surge.factor() - 1) * surge.level(atNs, before);
      }
      return Math.max(0, factor);
    }

    @Override
    public double most() {
      return bendsNs().stream()
          .mapToDouble(atNs -> Math.max(factor(atNs, true), factor(atNs, false)))
          .max()
          .orElse(1);
    }

    @Override
    public boolean varies() {
      return !surges.isEmpty();
    }
  }

  /** Measured: factors between given instants. */
  record Trace(long[] atNs, double[] perSecond) implements ShapeSpec {
    /** Unknown: what it is measured against is not said here. */
    @Override
    public double most() {
      return Double.NaN;
    }
  }

  /**
   * One surge.
   *
   * @param factor on the mean rate at its top
   * @param rampNs from x1 to the top
   * @param decayNs linearly back to x1; 0 stays at the top
   */
  record Surge(long atNs, double factor, long rampNs, long decayNs) {

    /** How much of it there is, 0 to 1. */
    private double level(long instantNs, boolean before) {
      long sinceNs = instantNs - atNs;
      if (sinceNs < 0 || (before && sinceNs == 0)) {
        return 0;
      }
      if (sinceNs < rampNs) {
        return (double) sinceNs / rampNs;
      }
      if (decayNs == 0) {
        return 1;
      }
      return Math.max(0, 1 - (double) (sinceNs - rampNs) / decayNs);
    }
  }
}
