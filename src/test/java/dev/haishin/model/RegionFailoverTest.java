package dev.haishin.model;

import static dev.haishin.model.WorldSketch.MS;
import static dev.haishin.model.WorldSketch.SECOND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.haishin.engine.Distributions;
import dev.haishin.model.failure.FailurePlan;
import dev.haishin.model.failure.Outages;
import dev.haishin.results.Aftermath;
import dev.haishin.results.Incident;
import dev.haishin.results.RunResult;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Singapore, whose data is in Tokyo, loses its gateways: its 3,000 connected people go to Tokyo's.
 */
class RegionFailoverTest {
  private static final int CONNECTED = 3_000;
  private static final long WAY_NS = 37 * MS;
  private static final long LAST_MILE_NS = 25 * MS;
  private static final String AWAY = "gateway.connections.last{region=singapore}";

  @Test
  void whoseRegionIsLostIsConnectedToTheGatewaysOfTheOther() {
    RunResult result = lost(5 * SECOND, Outages.NEVER).run();
    assertEquals(2 * CONNECTED, value(result, "clients.connected.last"));
    // Eight gateways' worth of people on four: 750 each before, 1,500 in the mean after.
    double most = value(result, "gateway.connections.max{region=tokyo}");
    assertTrue(most > 1_500 && most < 1_700, () -> "most " + most);
    assertEquals(0, result.ledger().differencePairs());
    assertEquals(0, result.ledger().pairsLost());
    // A beat unanswered takes at most 5 + 3 s; the first second's backoff, and one attempt at a
    // dark gateway for those who have noticed before the health checks, is not above it.
    double outage = value(result, "clients.outage.max");
    assertTrue(outage < 8e9 + 1e9 + 1e9, () -> "outage " + outage);
  }

  /** Every minute a beat, so that in any second one in sixty of 3,000 is away, for a second. */
  @Test
  void allWhomItCutOffAreCountedThoughFewAreAwayAtOnce() {
    WorldSketch sketch = lost(12 * SECOND, Outages.NEVER).lasting(80 * SECOND);
    sketch.heartbeatNs = 60 * SECOND;
    sketch.messagesPerSecond = 1;
    Aftermath after = aftermath(sketch.run(), 12 * SECOND);
    assertEquals(CONNECTED, after.connectionsLost());
    // The last hundredth has a beat in the last 0.6 s of a minute, 3 s to miss the answer, a
    // backoff of up to a second and four legs of 62 ms.
    assertTrue(after.connected() >= 59.4 + 3 + 0.248, () -> "again after " + after.connected());
    assertTrue(after.connected() <= 60 + 3 + 1.248 + 1, () -> "again after " + after.connected());
  }

  @Test
  void withoutFailoverNobodyMoves() {
    WorldSketch sketch = lost(5 * SECOND, Outages.NEVER);
    sketch.failover = List.of();
    RunResult result = sketch.run();
    Aftermath after = aftermath(result, 5 * SECOND);
    assertEquals(CONNECTED, after.connectionsLost());
    assertEquals(Aftermath.NOT_WITHIN_SIGHT, after.connected());
    assertEquals(CONNECTED, value(result, "clients.connected.last"));
    assertEquals(
        750, value(result, "gateway.connections.max{region=tokyo}"), 8, "and who connects");
  }

  @Test
  void connectingFromAfarTakesFourWaysMore() {
    RunResult result = lost(5 * SECOND, Outages.NEVER).run();
    // TCP and TLS 1.3: four legs of 25 + 37 ms, after a backoff.
    double middle = value(result, "connect.p50");
    assertTrue(middle >= 4 * (LAST_MILE_NS + WAY_NS), () -> "middle " + middle);
  }

  @Test
  void handshakesAreWorkForTheGatewaysThatTakeThemIn() {
    String cpu = "gateway.cpu.max{region=tokyo}";
    WorldSketch idle = lost(5 * SECOND, Outages.NEVER);
    idle.failover = List.of();
    double before = value(idle.run(), cpu);
    double after = value(lost(5 * SECOND, Outages.NEVER).run(), cpu);
    assertTrue(after > before, () -> before + " then " + after);
  }

  @Test
  void whoHasGoneStaysAwayUntilTheConnectionEnds() {
    WorldSketch sketch = lost(5 * SECOND, 18 * SECOND).lasting(60 * SECOND);
    RunResult stay = sketch.run();
    assertEquals(0, value(stay, AWAY));
    sketch.online = Distributions.exponential(6e9);
    double back = value(sketch.run(), AWAY);
    // Forty seconds after the return, e^-7 of those away have not ended their session.
    assertTrue(back > 0.9 * CONNECTED / 4, () -> "back " + back);
  }

  @Test
  void everyPairIsBookedOnceWheneverTheRunEnds() {
    for (double endS : new double[] {5.001, 7.3, 12, 14.02, 19, 31}) {
      WorldSketch sketch = lost(5 * SECOND, 14 * SECOND).lasting((long) (endS * 1e9));
      sketch.online = Distributions.exponential(6e9);
      sketch.failures.add(new FailurePlan.ZoneLost(0, 1, 10 * SECOND, 16 * SECOND));
      RunResult result = sketch.run();
      assertEquals(0, result.ledger().differencePairs(), "at " + endS);
      assertEquals(0, result.ledger().pairsLost(), "at " + endS);
    }
  }

  @Test
  void theSameEventsOnAnyNumberOfPartitions() {
    assertEquals(digest(1), digest(2));
    assertEquals(digest(1), digest(3));
  }

  private static long digest(int partitions) {
    WorldSketch sketch = lost(4 * SECOND, 12 * SECOND);
    sketch.online = Distributions.exponential(6e9);
    sketch.accessLoss = 0.01;
    World world = sketch.world(partitions);
    world.run(WorldSketch::quiet);
    return world.digest();
  }

  private static WorldSketch lost(long atNs, long upNs) {
    WorldSketch sketch = new WorldSketch().lasting(20 * SECOND);
    sketch.betweenNs = WAY_NS;
    sketch.sharesHome = true;
    sketch.failover = List.of(0);
    sketch.access = Distributions.fixed(LAST_MILE_NS);
    sketch.backoffBaseNs = SECOND;
    for (int zone = 0; zone < 3; zone++) {
      sketch.failures.add(new FailurePlan.ZoneLost(1, zone, atNs, upNs));
    }
    return sketch;
  }

  private static Aftermath aftermath(RunResult result, long atNs) {
    result.fail(List.of(new Incident("lose region", atNs, -1)));
    return result.aftermaths().get(0);
  }

  private static double value(RunResult result, String metric) {
    return result.value(metric).value().orElseThrow();
  }
}
