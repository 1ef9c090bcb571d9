package dev.haishin.model;

import static dev.haishin.model.WorldSketch.MS;
import static dev.haishin.model.WorldSketch.SECOND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.haishin.delivery.Backoff;
import dev.haishin.engine.Distributions;
import dev.haishin.model.failure.Outages;
import dev.haishin.results.LedgerColumn;
import dev.haishin.results.RunResult;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a lost gateway does to its clients, and what it must not do. */
class FailureTest {
  /** Four client shards, each with 750 connected and dealt out to four gateways in turn. */
  private static final int VICTIMS = 4 * 188;

  @Test
  void victimsOfACrashGetWhatTheyMissedByASync() {
    RunResult quiet = new WorldSketch().run();
    RunResult crashed = new WorldSketch().crash(5 * SECOND, 5 * SECOND).run();
    assertEquals(0, pairs(quiet, LedgerColumn.SYNCED));
    assertTrue(pairs(crashed, LedgerColumn.SYNCED) > 20);
    double reached = pairs(crashed, LedgerColumn.LIVE) + pairs(crashed, LedgerColumn.SYNCED);
    assertEquals(pairs(quiet, LedgerColumn.LIVE), reached, 0.005 * reached);
    assertTrue(pairs(crashed, LedgerColumn.LIVE) < pairs(quiet, LedgerColumn.LIVE));
  }

  @Test
  void aVanishIsDetectedWithinHeartbeatAndTimeout() {
    WorldSketch sketch = vanished();
    sketch.messagesPerSecond = 0.1; // A send would be answered by a reset, and detect it sooner.
    RunResult result = sketch.run();
    // A quarter of the connections of each of four shards; a beat is 0 to 5 s away, unanswered for
    // 3 s. The gateway is
    // back before the first one notices, so what remains is the way to a new session: four legs and
    // a handshake.
    assertEquals(VICTIMS, value(result, "clients.outage.count"));
    double least = value(result, "clients.outage.min");
    double most = value(result, "clients.outage.max");
    assertTrue(least > 3e9 && least < 3.2e9, () -> "least " + least);
    assertTrue(most > 7.9e9 && most < 8e9 + 4 * 25e6 + 20e6, () -> "most " + most);
    assertEquals(5.6e9, value(result, "clients.outage.mean"), 0.2e9);
  }

  @Test
  void outagesThatNobodyNoticedCountAsLongAsTheyLasted() {
    WorldSketch sketch = new WorldSketch().vanish(5 * SECOND, Outages.NEVER).lasting(6 * SECOND);
    sketch.messagesPerSecond = 0.1;
    RunResult result = sketch.run();
    // The first of the victims would notice 3 s after a beat: none has, 1 s after the vanish.
    assertEquals(VICTIMS, value(result, "clients.outage.count"));
    assertEquals(1e9, value(result, "clients.outage.min"));
    assertEquals(1e9, value(result, "clients.outage.max"));
  }

  @Test
  void sendersDetectAVanishSoonerWhenTheirOutboxIsImpatient() {
    WorldSketch sketch = new WorldSketch().vanish(5 * SECOND, Outages.NEVER);
    sketch.outboxTimeoutNs = SECOND;
    sketch.messagesPerSecond = 1_000;
    double least = value(sketch.run(), "clients.outage.min");
    assertTrue(least > 1e9 && least < 2e9, () -> "least " + least);
  }

  @Test
  void reconnectsStormWithoutBackoffAndFlattenWithFullJitter() {
    double storm = peakAttempts(Backoff.NONE);
    double flat = peakAttempts(Backoff.FULL_JITTER);
    assertTrue(storm > 5 * flat, () -> storm + " against " + flat);
    assertTrue(storm >= VICTIMS);
  }

  @Test
  void clientsOfAGatewayThatStaysDownMoveToTheOthers() {
    RunResult result = new WorldSketch().crash(5 * SECOND, Outages.NEVER).run();
    assertEquals(3_000, value(result, "clients.connected.last"));
    assertEquals(VICTIMS, value(result, "disconnects.count"));
    assertTrue(value(result, "connect.refused.count") > 100);
  }

  /** What a gateway has answered counts, however it ends: no beat before the failure is missing. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void beatsOfBeforeAFailureCount(boolean cohorts) {
    String before = "heartbeat.sent.count[2s..10s]";
    double sent = value(beating(new WorldSketch(), cohorts), before);
    assertEquals(3_000 * 8 / 5.0, sent, 0.02 * sent);
    WorldSketch vanished = new WorldSketch().vanish(10 * SECOND, Outages.NEVER);
    assertEquals(sent, value(beating(vanished, cohorts), before));
    WorldSketch crashed = new WorldSketch().crash(10 * SECOND, Outages.NEVER);
    assertEquals(sent, value(beating(crashed, cohorts), before));
  }

  private static RunResult beating(WorldSketch sketch, boolean cohorts) {
    sketch.cohortHeartbeats = cohorts;
    return sketch.run();
  }

  @Test
  void aFullSessionDirectoryTurnsClientsAwayInsteadOfLeavingThemWithoutARoute() {
    WorldSketch sketch = new WorldSketch();
    sketch.online = Distributions.exponential(5e9);
    sketch.shardBytes = 3_000_000 + 500 * 100; // An empty server and 500 sessions.
    RunResult result = sketch.run();
    double connected = value(result, "clients.connected.last");
    assertTrue(connected <= 3 * 500 && connected > 3 * 450, () -> connected + " of 1,500");
    assertTrue(value(result, "connect.refused.count") > 1_000);
  }

  @Test
  void failuresMayBeGivenInAnyOrder() {
    WorldSketch forward = new WorldSketch().crash(4 * SECOND, SECOND).crash(8 * SECOND, SECOND);
    WorldSketch backward = new WorldSketch().crash(8 * SECOND, SECOND).crash(4 * SECOND, SECOND);
    World one = forward.world(1);
    World other = backward.world(1);
    one.run(WorldSketch::quiet);
    other.run(WorldSketch::quiet);
    assertEquals(one.digest(), other.digest());
  }

  @Test
  void noFailureChangesWhoTapsWhatAndWhen() {
    Set<Long> digests = new TreeSet<>();
    digests.add(taps(new WorldSketch()));
    digests.add(taps(new WorldSketch().strategy("read")));
    digests.add(taps(new WorldSketch().strategy("write")));
    digests.add(taps(new WorldSketch().crash(5 * SECOND, SECOND)));
    digests.add(taps(new WorldSketch().vanish(5 * SECOND, Outages.NEVER)));
    digests.add(taps(new WorldSketch().disconnect(5 * SECOND, 0.5)));
    assertEquals(1, digests.size());
    assertTrue(digests.add(taps(new WorldSketch().seed(8))));
  }

  @Test
  void nobodyRemainsDisconnectedByACarrier() {
    RunResult result = new WorldSketch().disconnect(5 * SECOND, 0.5).run();
    assertEquals(1_500, value(result, "disconnects.count"), 120);
    assertEquals(3_000, value(result, "clients.connected.last"));
    assertEquals(value(result, "disconnects.count"), value(result, "clients.outage.count"));
  }

  private static WorldSketch vanished() {
    WorldSketch sketch = new WorldSketch().vanish(5 * SECOND, SECOND / 2);
    sketch.access = Distributions.fixed(25 * MS);
    sketch.backoff = Backoff.NONE;
    return sketch;
  }

  private static double peakAttempts(Backoff backoff) {
    WorldSketch sketch = new WorldSketch().crash(5 * SECOND, Outages.NEVER);
    sketch.backoff = backoff;
    sketch.backoffBaseNs = 10 * SECOND;
    sketch.backoffCapNs = 60 * SECOND;
    return value(sketch.run(), "connect.attempts.peak-per-second");
  }

  private static long taps(WorldSketch sketch) {
    World world = sketch.world(1);
    world.run(WorldSketch::quiet);
    return world.tapDigest();
  }

  private static long pairs(RunResult result, LedgerColumn column) {
    return result.ledger().pairs(column);
  }

  private static double value(RunResult result, String path) {
    return result.value(path).value().orElseThrow(() -> new AssertionError(result.value(path)));
  }
}
