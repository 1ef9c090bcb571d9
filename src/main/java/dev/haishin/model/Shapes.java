package dev.haishin.model;

import dev.haishin.engine.Distribution;
import dev.haishin.model.population.DailyShape;
import dev.haishin.model.population.LoadShape;
import dev.haishin.model.population.PiecewiseShape;
import dev.haishin.model.population.SessionStarts;
import dev.haishin.scenario.ConnectedSpec;
import dev.haishin.scenario.RegionSpec;
import dev.haishin.scenario.ScenarioSpec;
import dev.haishin.scenario.ShapeSpec;
import dev.haishin.scenario.TrafficKeys;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/** A region's courses: of its load, as factors on the mean rate, and of who is connected. */
final class Shapes {
  private final ScenarioSpec scenario;
  private final RegionSpec region;

  Shapes(ScenarioSpec scenario, RegionSpec region) {
    this.scenario = scenario;
    this.region = region;
  }

  /** Of what people send. */
  LoadShape shape() {
    return of(region.shape());
  }

  /** The beginnings of sessions with which the share of the connected varies; null if none does. */
  SessionStarts sessionStarts(Distribution online) {
    ConnectedSpec connected = region.connected();
    return connected.varies()
        ? new SessionStarts(
            online, of(connected.shape()).times(connected.base()), scenario.durationNs())
        : null;
  }

  private LoadShape of(ShapeSpec shape) {
    if (shape instanceof ShapeSpec.Surges surges) {
      return surges(surges);
    }
    if (shape instanceof ShapeSpec.Trace trace) {
      return trace(trace);
    }
    return shape instanceof ShapeSpec.Daily ? new DailyShape(timeOfDayNs()) : LoadShape.constant();
  }

  /** A point at every bend. */
  private static LoadShape surges(ShapeSpec.Surges surges) {
    List<Long> atNs = new ArrayList<>();
    List<Double> factors = new ArrayList<>();
    for (long bend : surges.bendsNs()) {
      double before = surges.factor(bend, true);
      double after = surges.factor(bend, false);
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
