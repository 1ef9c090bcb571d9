package dev.haishin.model;

import static dev.haishin.model.WorldSketch.SECOND;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.haishin.engine.Distributions;
import dev.haishin.model.population.PiecewiseShape;
import dev.haishin.results.RunResult;
import org.junit.jupiter.api.Test;

/**
 * A share of connected people that varies, in a world: as many as asked for, four standard
 * deviations of a binomial either way, and messages at the rate asked for whoever is there.
 */
class ConnectedShapeTest {

  @Test
  void followsItsCourseAndMessagesKeepTheirRate() {
    WorldSketch sketch = sketch();
    World world = World.build(sketch.plan(), 1);
    RunResult result = world.run(WorldSketch::quiet);
    long users = world.footprint().users();
    // Half of it is the mean of the ramp; connecting takes a while, so a little is missing.
    assertNear(users, 0.6, value(result, "clients.connected.last"));
    assertNear(users, 0.6 - 0.4 * 2.5 / 20, value(result, "clients.connected.mean[15s..20s]"));
    assertNear(users, 0.2 + 0.4 * 2.5 / 20, value(result, "clients.connected.mean[0s..5s]"));
    double early = value(result, "send.attempted.count[5s..10s]");
    double late = value(result, "send.attempted.count[15s..20s]");
    assertEquals(early, late, 5 * Math.sqrt(early + late));
  }

  @Test
  void goesTheSameWayOnAnyNumberOfPartitions() {
    World one = World.build(sketch().plan(), 1);
    one.run(WorldSketch::quiet);
    World three = World.build(sketch().plan(), 3);
    three.run(WorldSketch::quiet);
    assertEquals(one.digest(), three.digest());
  }

  private static WorldSketch sketch() {
    WorldSketch sketch = new WorldSketch().lasting(20 * SECOND);
    sketch.online = Distributions.exponential(10e9);
    sketch.connectedCourse =
        new PiecewiseShape(new long[] {0, 20 * SECOND}, new double[] {0.2, 0.6});
    return sketch;
  }

  private static void assertNear(long users, double share, double found) {
    double deviation = Math.sqrt(users * share * (1 - share));
    assertEquals(users * share, found, 4 * deviation + 0.01 * users);
  }

  private static double value(RunResult result, String metric) {
    return result.value(metric).value().orElseThrow();
  }
}
