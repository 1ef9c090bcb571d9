package dev.haishin.scenario;

import java.util.ArrayList;
import java.util.List;

/** How a rate changes in the course of a run. All shapes are piecewise linear curves. */
public sealed interface ShapeSpec {
  /**
   * The factor by which the rate is multiplied.
   *
   * @param durationNs of the run; the curve covers it
   */
  Curve curve(long durationNs);

  /** Always the same. */
  record Constant() implements ShapeSpec {
    @Override
    public Curve curve(long durationNs) {
      return new Curve(new long[] {0}, new double[] {1});
    }
  }

  /**
   * An ordinary day: least before dawn, a bump at lunch, most in the late evening (rows S01 and S04
   * of the fact base). Over a whole day its mean is 1 and its maximum 1.7.
   *
   * @param startNsOfDay local time of day at t=0
   */
  record Daily(long startNsOfDay) implements ShapeSpec {
    @Override
    public Curve curve(long durationNs) {
      return DailyCurve.from(startNsOfDay, durationNs);
    }
  }

  /**
   * One surge.
   *
   * @param atNs when it starts
   * @param factor that it climbs to
   * @param rampNs how long it climbs, in a straight line from where the rate then is
   * @param decayNs how long it takes back to x1, in a straight line; {@link Law#NEVER_NS} to stay
   */
  record Surge(long atNs, double factor, long rampNs, long decayNs) {
    /** Checks the ranges. */
    public Surge {
      Require.notNegative("at", atNs);
      Require.notNegative("rate", factor);
      Require.notNegative("ramp", rampNs);
      Require.notNegative("decay", decayNs);
    }
  }

  /** Surges in the order of their start; a later one takes over from where the rate then is. */
  record Steps(List<Surge> surges) implements ShapeSpec {
    /** Copies the list. */
    public Steps {
      surges = List.copyOf(surges);
    }

    @Override
    public Curve curve(long durationNs) {
      Points points = new Points();
      points.add(0, 1);
      for (Surge surge : surges) {
        points.cutAt(surge.atNs());
        long topNs = surge.atNs() + surge.rampNs();
        points.add(topNs, surge.factor());
        if (surge.decayNs() < Law.NEVER_NS) {
          points.add(topNs + surge.decayNs(), 1);
        }
      }
      return points.curve();
    }
  }

  /**
   * Rates from a file, each holding until the next one, as factors of their mean over the run.
   *
   * @param timesNs when each begins, ascending, the first one 0
   * @param factors relative to the mean
   */
  record Trace(List<Long> timesNs, List<Double> factors) implements ShapeSpec {
    /** Copies the lists. */
    public Trace {
      timesNs = List.copyOf(timesNs);
      factors = List.copyOf(factors);
    }

    @Override
    public Curve curve(long durationNs) {
      Points points = new Points();
      for (int i = 0; i < timesNs.size(); i++) {
        if (i > 0) {
          points.add(timesNs.get(i), factors.get(i - 1));
        }
        points.add(timesNs.get(i), factors.get(i));
      }
      return points.curve();
    }
  }

  /** A curve in the making. */
  final class Points {
    private final List<Long> timesNs = new ArrayList<>();
    private final List<Double> factors = new ArrayList<>();

    void add(long timeNs, double factor) {
      timesNs.add(timeNs);
      factors.add(factor);
    }

    /** Ends the curve so far at an instant, at the value that it has there. */
    void cutAt(long timeNs) {
      double factor = curve().at(timeNs);
      while (!timesNs.isEmpty() && timesNs.get(timesNs.size() - 1) > timeNs) {
        timesNs.remove(timesNs.size() - 1);
        factors.remove(factors.size() - 1);
      }
      add(timeNs, factor);
    }

    Curve curve() {
      return new Curve(
          timesNs.stream().mapToLong(Long::longValue).toArray(),
          factors.stream().mapToDouble(Double::doubleValue).toArray());
    }
  }
}
