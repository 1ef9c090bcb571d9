package dev.haishin.model;

import static dev.haishin.model.WorldSketch.MS;
import static dev.haishin.model.WorldSketch.SECOND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.haishin.engine.Distributions;
import dev.haishin.model.failure.Degradation;
import dev.haishin.model.failure.FailurePlan;
import dev.haishin.model.failure.Outages;
import dev.haishin.model.failure.PauseLaw;
import dev.haishin.model.population.ChatKind;
import dev.haishin.results.LedgerColumn;
import dev.haishin.results.RunResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What hosts that are slow or stand still do to a whole world. */
class SlowedWorldTest {
  private static final long LONGEST = 60 * SECOND;

  @Test
  void aGrayGatewayIsFeltByItsConnectionsOnly() {
    WorldSketch gray = direct();
    // A frame in takes 45 us, so 18 ms at x400, and the frame with the acknowledgement as long.
    gray.failures.add(degraded(Component.GATEWAYS, 1, 0, Outages.NEVER, 400));
    RunResult before = direct().run();
    RunResult after = gray.run();
    double extraNs = 2 * 399 * 45_000.0;
    double leastNs = value(before, "send.ack.min") + extraNs;
    assertTrue(value(before, "send.ack.max") < leastNs, "who feels it can be told");
    // A quarter of all senders are connected to it.
    assertEquals(value(before, "send.ack.p50"), value(after, "send.ack.p50"), 0.05 * extraNs);
    assertTrue(value(after, "send.ack.p90") >= leastNs, "the slowest tenth is theirs");
    double meanNs = value(before, "send.ack.mean") + 0.25 * extraNs;
    assertEquals(meanNs, value(after, "send.ack.mean"), 0.3 * 0.25 * extraNs);
    assertEquals(0, value(after, "disconnects.count"));
    assertEquals(pairs(before, LedgerColumn.LIVE), pairs(after, LedgerColumn.LIVE), 2);
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        Component.GATEWAYS,
        Component.BROKERS,
        Component.SHARDS,
        Component.REGION_SERVERS,
        Component.WORKERS
      })
  void aPauseHoldsUpWhatReachesTheHostAndLosesNothing(int component) {
    WorldSketch paused = new WorldSketch().lasting(10 * SECOND);
    paused.failures.add(paused(component, 1, 5 * SECOND, 1_400 * MS));
    RunResult before = new WorldSketch().lasting(10 * SECOND).run();
    RunResult after = paused.run();
    // A frame leaves on its lookup, so nobody waits for a region server but the inbox.
    String held =
        component == Component.REGION_SERVERS
            ? "stage.inbox-write.service.max"
            : "delivery.online.max";
    double longest = value(after, held);
    assertTrue(value(before, held) < 1.2e9, "without a pause");
    assertTrue(longest > 1.3e9 && longest < 2.7e9, "longest " + longest);
    assertEquals(0, value(after, "disconnects.count"));
    assertEquals(value(before, "clients.connected.last"), value(after, "clients.connected.last"));
    assertEquals(pairs(before, LedgerColumn.LIVE), pairs(after, LedgerColumn.LIVE));
    assertEquals(0, after.ledger().differencePairs());
  }

  @Test
  void aPauseOfEveryGatewayIsMetByWhoeverSendsDuringIt() {
    WorldSketch sketch = sparse();
    long pauseNs = 2 * SECOND;
    sketch.failures.add(
        new FailurePlan.HostsPaused(
            Component.GATEWAYS,
            0,
            new int[] {0, 1, 2, 3},
            5 * SECOND,
            5 * SECOND + pauseNs,
            LONGEST));
    RunResult result = sketch.run();
    // Sends come evenly, so the share that meets the pause waits half of it on average.
    double quiet = value(sparse().run(), "send.ack.mean");
    double measuredNs = sketch.durationNs - sketch.warmupNs;
    double extraNs = pauseNs / 2.0 * pauseNs / measuredNs;
    assertEquals(quiet + extraNs, value(result, "send.ack.mean"), 0.1 * extraNs);
  }

  @Test
  void aSlowHostThatIsLostComesBackAsSlow() {
    WorldSketch sketch = sparse().crash(3 * SECOND, 2 * SECOND);
    sketch.failures.add(degraded(Component.GATEWAYS, 1, 8 * SECOND, Outages.NEVER, 20_000));
    // Whoever came back to it needs 7 s for a handshake there or 0.9 s for a frame.
    assertTrue(value(sketch.run(), "send.ack.max") > 1.8e9);
    assertTrue(value(sparse().crash(3 * SECOND, 2 * SECOND).run(), "send.ack.max") < 1.8e9);
  }

  @Test
  void whatIsSlowPausedAndLostTogetherBalancesOnAnyNumberOfPartitions() {
    World whole = troubled().world(1);
    RunResult wanted = whole.run(WorldSketch::quiet);
    assertEquals(0, wanted.ledger().differencePairs());
    for (int partitions : new int[] {2, 3}) {
      World cut = troubled().world(partitions);
      RunResult found = cut.run(WorldSketch::quiet);
      assertEquals(whole.digest(), cut.digest());
      for (String metric :
          new String[] {"delivery.any.mean", "delivery.any.max", "redis.cpu.max"}) {
        assertEquals(value(wanted, metric), value(found, metric), metric);
      }
    }
    assertTrue(whole.digest() != new WorldSketch().lasting(8 * SECOND).world(1).digest());
  }

  @Test
  void backgroundOfAHalfIsFeltAsCostsOfTwice() {
    WorldSketch shared = new WorldSketch().lasting(8 * SECOND);
    shared.failures.add(new FailurePlan.Burden(Component.SHARDS, 0, 0.5, null));
    WorldSketch slow = new WorldSketch().lasting(8 * SECOND);
    slow.commandCost = Distributions.fixed(16_000);
    RunResult one = shared.run();
    RunResult other = slow.run();
    for (String metric : new String[] {"delivery.any.mean", "delivery.any.max", "redis.cpu.max"}) {
      assertEquals(value(other, metric), value(one, metric), metric);
    }
  }

  private static WorldSketch troubled() {
    WorldSketch sketch = new WorldSketch().lasting(8 * SECOND);
    sketch.betweenNs = 37 * MS;
    sketch.online = Distributions.exponential(6e9);
    sketch.crash(2 * SECOND, SECOND);
    sketch.down(Component.SHARDS, 0, 4 * SECOND, 5 * SECOND, true);
    PauseLaw pauses =
        new PauseLaw(Distributions.exponential(5e8), Distributions.exponential(3e7), SECOND);
    for (int component = Component.GATEWAYS; component <= Component.RELAYS; component++) {
      sketch.failures.add(new FailurePlan.Burden(component, 0, 0.35, pauses));
      sketch.failures.add(paused(component, 0, 3 * SECOND, SECOND / 2));
      sketch.failures.add(degraded(component, 1, SECOND, 6 * SECOND, 12));
    }
    return sketch;
  }

  /** Few messages and one access latency, so that nobody waits and all take as long. */
  private static WorldSketch sparse() {
    WorldSketch sketch = new WorldSketch();
    sketch.messagesPerSecond = 40;
    sketch.access = Distributions.fixed(25 * MS);
    sketch.heartbeatNs = 60 * SECOND;
    return sketch;
  }

  /** A minute of one to one, ten messages a second. */
  private static WorldSketch direct() {
    WorldSketch sketch = sparse().lasting(60 * SECOND);
    sketch.messagesPerSecond = 10;
    sketch.kinds = new ChatKind[] {new ChatKind(0, Distributions.fixed(2), 20, 0)};
    sketch.shares = new double[] {1};
    return sketch;
  }

  private static FailurePlan degraded(
      int component, int host, long fromNs, long untilNs, double factor) {
    return new FailurePlan.Degraded(
        component, 0, new int[] {host}, fromNs, untilNs, new Degradation.Step(factor, 0, 1));
  }

  private static FailurePlan paused(int component, int host, long atNs, long forNs) {
    return new FailurePlan.HostsPaused(component, 0, new int[] {host}, atNs, atNs + forNs, LONGEST);
  }

  private static long pairs(RunResult result, LedgerColumn column) {
    return result.ledger().pairs(column);
  }

  private static double value(RunResult result, String path) {
    return result.value(path).value().orElseThrow(() -> new AssertionError(result.value(path)));
  }
}
