package dev.haishin.model;

import static dev.haishin.model.WorldSketch.MS;
import static dev.haishin.model.WorldSketch.SECOND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.haishin.delivery.Backoff;
import dev.haishin.engine.Distributions;
import dev.haishin.model.failure.FailurePlan;
import dev.haishin.model.failure.Outages;
import dev.haishin.model.gateway.Balancing;
import dev.haishin.results.LedgerColumn;
import dev.haishin.results.RunResult;
import org.junit.jupiter.api.Test;

/** Gateways that come and go on purpose, and people who come all at once. */
class ElasticFrontTest {
  /** Of four client shards, those whom gateway 1 serves. */
  private static final int CLIENTS = 4 * 188;

  @Test
  void aDrainMovesEveryClientWithoutAnOutageOrARefusal() {
    RunResult result = drained(4 * SECOND).run();
    assertEquals(CLIENTS, value(result, "connections.moved.count"));
    assertEquals(CLIENTS, value(result, "disconnects.count"));
    assertEquals(CLIENTS, value(result, "connect.attempts.count"));
    assertEquals(0, value(result, "connect.refused.count"));
    assertEquals(0, value(result, "clients.outage.count"));
    assertEquals(3_000, value(result, "clients.connected.last"));
    // Four legs of 25 ms and a handshake, all on time.
    assertTrue(value(result, "connect.max") < 110e6);
  }

  @Test
  void aDrainSpreadsItsMovesOverItsTime() {
    double spread = value(drained(8 * SECOND).run(), "connect.attempts.peak-per-second");
    double atOnce = value(drained(100 * MS).run(), "connect.attempts.peak-per-second");
    // An eighth a second, 94 with a standard deviation of 9.
    assertEquals(CLIENTS / 8.0, spread, 40);
    assertEquals(CLIENTS, atOnce);
  }

  @Test
  void whoDoesNotGetAwayInTimeIsReset() {
    RunResult result = drained(10 * MS).run();
    double moved = value(result, "connections.moved.count");
    assertTrue(moved > 0 && moved < CLIENTS, () -> "moved " + moved);
    // None has closed its connection when the process stops, 25 ms before the first is asked.
    assertEquals(CLIENTS, value(result, "clients.outage.count"));
    assertEquals(3_000, value(result, "clients.connected.last"));
  }

  @Test
  void messagesAreNotLostInADrain() {
    WorldSketch sketch = new WorldSketch();
    sketch.failures.add(drain(2 * SECOND, 8 * SECOND));
    RunResult result = sketch.run();
    assertTrue(result.ledger().isBalanced());
    assertEquals(0, result.ledger().pairsLost());
    double live = result.ledger().pairs(LedgerColumn.LIVE);
    double synced = result.ledger().pairs(LedgerColumn.SYNCED);
    assertTrue(synced < 0.01 * live, () -> synced + " of " + live);
  }

  @Test
  void addedGatewaysTakeTheirPartOfNewConnections() {
    WorldSketch few = opening(1.0, SECOND);
    double before = value(few.run(), "gateway.connections.max");
    WorldSketch more = opening(1.0, SECOND);
    more.failures.add(new FailurePlan.GatewaysAdded(0, 4, SECOND, 2 * SECOND));
    double after = value(more.run(), "gateway.connections.max");
    // 750 each at first; 3,000 more come to four gateways, or to eight.
    assertEquals(1_500, before, 110);
    assertEquals(1_125, after, 80);
  }

  @Test
  void allPeopleCanBeOnlineAtOnce() {
    RunResult result = opening(1.0, 3 * SECOND).run();
    assertEquals(6_000, value(result, "clients.connected.last"));
    assertEquals(3_000, value(result, "connect.attempts.count"));
    assertEquals(1_000, value(result, "connect.attempts.peak-per-second"), 130);
  }

  @Test
  void whoIsOnlineAlreadyIsPassedOver() {
    RunResult result = opening(0.2, 2 * SECOND).run();
    // 1,200 people are called, of whom half are online: a hypergeometric count, deviation 15.5.
    assertEquals(3_600, value(result, "clients.connected.last"), 62);
  }

  @Test
  void openedSessionsEndLikeOthers() {
    WorldSketch sketch = opening(1.0, SECOND).lasting(30 * SECOND);
    sketch.online = Distributions.exponential(4e9);
    // After five and more mean lengths of a session, half are online as before.
    assertEquals(3_000, value(sketch.run(), "clients.connected.last"), 200);
  }

  @Test
  void anAcceptRatePacesTheHandshakesOfAStorm() {
    WorldSketch sketch = opening(1.0, 1);
    sketch.acceptsPerSecond = 100;
    RunResult result = sketch.run();
    // About 750 come to each gateway at once: the last of the fullest waits for 7.5 s and more.
    double most = value(result, "connect.max");
    assertTrue(most > 7.5e9 && most < 8.7e9, () -> "most " + most);
    assertEquals(0, value(result, "connect.refused.count"));
    assertEquals(6_000, value(result, "clients.connected.last"));
  }

  @Test
  void aFullAcceptQueueRefusesAndTellsWhenToComeAgain() {
    WorldSketch sketch = opening(1.0, 1);
    sketch.acceptsPerSecond = 1_000;
    sketch.acceptQueue = 300;
    sketch.retryAfterNs = 5 * SECOND;
    sketch.backoff = Backoff.NONE;
    RunResult result = sketch.run();
    // Of 3,000 at once, 1,200 find a place, and the others do when they come again; those whom
    // a queue of 300 refuses a second time come once more.
    assertTrue(value(result, "connect.refused.count") >= 1_800);
    assertEquals(6_000, value(result, "clients.connected.last"));
    assertTrue(value(result, "connect.max") > 5e9);
  }

  @Test
  void healthChecksKeepClientsFromADeadGateway() {
    WorldSketch blind = new WorldSketch().crash(5 * SECOND, Outages.NEVER);
    double refused = value(blind.run(), "connect.refused.count");
    WorldSketch checked = new WorldSketch().crash(5 * SECOND, Outages.NEVER);
    checked.balancing = new Balancing(Balancing.Rule.RANDOM, 300 * MS);
    double fewer = value(checked.run(), "connect.refused.count");
    assertTrue(fewer < 0.8 * refused, () -> fewer + " of " + refused);
  }

  @Test
  void balancesOnAnyNumberOfPartitions() {
    long wanted = 0;
    for (int partitions : new int[] {1, 2, 3}) {
      WorldSketch sketch = opening(0.3, SECOND).crash(3 * SECOND + MS, SECOND).lasting(4_517 * MS);
      sketch.messagesPerSecond = 200;
      sketch.online = Distributions.exponential(6e9);
      sketch.acceptsPerSecond = 500;
      sketch.balancing = new Balancing(Balancing.Rule.TWO_CHOICES, SECOND / 2);
      sketch.failures.add(drain(SECOND, SECOND));
      sketch.failures.add(new FailurePlan.GatewaysAdded(0, 2, SECOND, 2 * SECOND));
      World world = sketch.world(partitions);
      RunResult result = world.run(WorldSketch::quiet);
      assertTrue(result.ledger().isBalanced());
      wanted = partitions == 1 ? world.digest() : wanted;
      assertEquals(wanted, world.digest());
    }
  }

  private static WorldSketch drained(long overNs) {
    WorldSketch sketch = new WorldSketch();
    sketch.messagesPerSecond = 0.01;
    sketch.access = Distributions.fixed(25 * MS);
    sketch.failures.add(drain(overNs, 5 * SECOND + overNs));
    return sketch;
  }

  private static FailurePlan drain(long overNs, long stopNs) {
    long atNs = stopNs - overNs;
    return new FailurePlan.HostsDrained(
        Component.GATEWAYS, 0, new int[] {1}, atNs, overNs, stopNs + SECOND);
  }

  private static WorldSketch opening(double share, long overNs) {
    WorldSketch sketch = new WorldSketch();
    sketch.messagesPerSecond = 0.01;
    sketch.access = Distributions.fixed(25 * MS);
    sketch.failures.add(new FailurePlan.ClientsOpen(0, 3 * SECOND, share, overNs));
    return sketch;
  }

  private static double value(RunResult result, String path) {
    return result.value(path).value().orElseThrow(() -> new AssertionError(result.value(path)));
  }
}
