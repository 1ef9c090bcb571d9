package dev.haishin.model;

import dev.haishin.model.population.DailyShape;
import dev.haishin.model.population.LoadShape;
import dev.haishin.model.population.PiecewiseShape;
import dev.haishin.scenario.RegionSpec;
import dev.haishin.scenario.ScenarioSpec;
import dev.haishin.scenario.ShapeSpec;
import dev.haishin.scenario.TrafficKeys;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** A region's course of load, as factors on its mean rate. */
final class Shapes {
  private final ScenarioSpec scenario;
  private final RegionSpec region;

  Shapes(ScenarioSpec scenario, RegionSpec region) {
    this.scenario = scenario;
    this.region = region;
  }

  LoadShape shape() {
    ShapeSpec shape = region.shape();
    if (shape instanceof ShapeSpec.Surges surges) {
      return surges(surges.surges());
    }
    if (shape instanceof ShapeSpec.Trace trace) {
      return trace(trace);
    }
    return shape instanceof ShapeSpec.Daily ? new DailyShape(timeOfDayNs()) : LoadShape.constant();
  }

  /** Surges add what they have above x1 to each other; a point at every bend. */
  private static LoadShape surges(List<ShapeSpec.Surge> surges) {
    TreeSet<Long> bends = new TreeSet<>();
    bends.add(0L);
    for (ShapeSpec.Surge surge : surges) {
      bends.add(surge.atNs());
      bends.add(surge.atNs() + surge.rampNs());
      bends.add(surge.atNs() + surge.rampNs() + surge.decayNs());
    }
    List<Long> atNs = new ArrayList<>();
    List<Double> factors = new ArrayList<>();
    for (long bend : bends) {
      double before = factor(surges, bend, true);
      double after = factor(surges, bend, false);
      if (before != after) {
        atNs.add(bend);
        factors.add(before);
      }
      atNs.add(bend);
      factors.add(after);
    }
    return new PiecewiseShape(
        atNs.stream().mapToLong(Long::longValue).toArray(),
        factors.stream().mapToDouble(Double::doubleValue).toArray());
  }

  private static double factor(List<ShapeSpec.Surge> surges, long atNs, boolean before) {
    double factor = 1;
    for (ShapeSpec.Surge surge : surges) {
      factor += (surge.factor() - 1) * level(surge, atNs, before);
    }
    return Math.max(0, factor);
  }

  /** How much of a surge there is, 0 to 1. */
  private static double level(ShapeSpec.Surge surge, long atNs, boolean before) {
    long sinceNs = atNs - surge.atNs();
    if (sinceNs < 0 || (before && sinceNs == 0)) {
      return 0;
    }
    if (sinceNs < surge.rampNs()) {
      return (double) sinceNs / surge.rampNs();
    }
    if (surge.decayNs() == 0) {
      return 1;
    }
    return Math.max(0, 1 - (double) (sinceNs - surge.rampNs()) / surge.decayNs());
  }

  /** A trace's rates are the world's; the region takes its part of them. */
  private LoadShape trace(ShapeSpec.Trace trace) {
    double mean = scenario.traffic().get(TrafficKeys.MESSAGES).get(TrafficKeys.RATE);
    int steps = trace.atNs().length;
    long[] atNs = new long[2 * steps];
    double[] factors = new double[2 * steps];
    for (int i = 0; i < steps; i++) {
      double factor = mean > 0 ? trace.perSecond()[i] / mean : 0;
      atNs[2 * i] = trace.atNs()[i];
      factors[2 * i] = factor;
      atNs[2 * i + 1] = i + 1 < steps ? trace.atNs()[i + 1] : trace.atNs()[i] + 1;
      factors[2 * i + 1] = factor;
    }
    return new PiecewiseShape(atNs, factors);
  }

  private long timeOfDayNs() {
    if (scenario.clock().isEmpty()) {
      return 0;
    }
    OffsetDateTime clock = OffsetDateTime.parse(scenario.clock());
    long utcSeconds = clock.toEpochSecond();
    return Math.floorMod(utcSeconds + region.utcOffsetSeconds(), 86_400L) * 1_000_000_000L;
  }
}
