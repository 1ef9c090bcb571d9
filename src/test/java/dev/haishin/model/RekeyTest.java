package dev.haishin.model;

import static dev.haishin.model.WorldSketch.SECOND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.haishin.engine.Distributions;
import dev.haishin.model.population.ChatKind;
import dev.haishin.results.RunResult;
import org.junit.jupiter.api.Test;

/** New keys of groups: what is sent, to whom, and that it is no message. */
class RekeyTest {
  private static final int MEMBERS = 10;
  private static final int SHARE_BYTES = 85;
  private static final int FRAME_BYTES = 83;
  private static final String[] OF_MESSAGES = {
    "send.attempted.count",
    "messages.accepted.count",
    "send.ack.count",
    "delivery.any.count",
    "delivery.online.count",
    "ledger.intended"
  };

  @Test
  void sendsEachMemberOneShareBesideItsFrame() {
    WorldSketch sketch = groups(0.002);
    sketch.connectedShare = 1;
    sketch.messagesPerSecond = 0;
    sketch.warmupNs = 0;
    RunResult result = run(sketch, 1);
    double rekeys = value(result, "encryption.rekeys.count");
    assertTrue(rekeys > 20, rekeys + " rekeys");
    assertEquals(rekeys * (MEMBERS - 1), value(result, "encryption.keys-received.count"));
    double up = rekeys * (MEMBERS * SHARE_BYTES + FRAME_BYTES);
    double down = rekeys * (MEMBERS - 1) * (SHARE_BYTES + FRAME_BYTES);
    assertEquals(up + down, value(result, "encryption.key-bytes.count"));
    assertEquals(rekeys * (MEMBERS - 1), value(result, "fanout.inbox-writes.count"));
    assertEquals(0, value(result, "ledger.intended"));
    assertEquals(0, value(result, "push.offered.count"));
  }

  @Test
  void meetsItsRatePerGroup() {
    WorldSketch sketch = groups(0.05).lasting(40 * SECOND);
    sketch.messagesPerSecond = 1;
    sketch.warmupNs = 0;
    double groups = sketch.users * 2.0 / MEMBERS;
    double wanted = groups * 0.05 * 40;
    double found = value(run(sketch, 1), "encryption.rekeys.count");
    assertEquals(wanted, found, 4 * Math.sqrt(wanted));
  }

  @Test
  void leavesTheNumbersOfMessagesAlone() {
    World without = new WorldBuilder(groups(0).plan()).build(1);
    World with = new WorldBuilder(groups(0.05).plan()).build(1);
    RunResult wanted = without.run(WorldSketch::quiet);
    RunResult found = with.run(WorldSketch::quiet);
    assertEquals(without.tapDigest(), with.tapDigest());
    for (String metric : OF_MESSAGES) {
      assertEquals(
          value(wanted, metric), value(found, metric), value(wanted, metric) / 200, metric);
    }
    assertEquals(value(wanted, "send.attempted.count"), value(found, "send.attempted.count"));
    assertNotEquals(value(wanted, "wire.bytes.count"), value(found, "wire.bytes.count"));
  }

  @Test
  void goesTheSameWayOnAnyNumberOfPartitionsWhateverFails() {
    RunResult one = run(troubled(), 1);
    for (int partitions = 2; partitions <= 3; partitions++) {
      RunResult other = run(troubled(), partitions);
      assertEquals(
          value(one, "encryption.keys-received.count"),
          value(other, "encryption.keys-received.count"));
      assertEquals(
          value(one, "encryption.key-bytes.count"), value(other, "encryption.key-bytes.count"));
      assertEquals(value(one, "delivery.any.mean"), value(other, "delivery.any.mean"));
    }
    assertTrue(value(one, "encryption.keys-received.count") > 1_000);
  }

  private static WorldSketch troubled() {
    WorldSketch sketch = groups(0.05);
    sketch.betweenNs = 37_000_000;
    sketch.online = Distributions.exponential(6e9);
    return sketch
        .crash(3 * SECOND, 2 * SECOND)
        .vanish(6 * SECOND, 3 * SECOND)
        .down(Component.WORKERS, 1, 5 * SECOND, 9 * SECOND, false)
        .down(Component.BROKERS, 1, 8 * SECOND, 14 * SECOND, false);
  }

  private static WorldSketch groups(double rekeysPerGroup) {
    WorldSketch sketch = new WorldSketch().strategy("hybrid");
    sketch.kinds = new ChatKind[] {new ChatKind(1, Distributions.fixed(MEMBERS), 2, 0)};
    sketch.shares = new double[] {1};
    sketch.rekeysPerGroup = rekeysPerGroup;
    return sketch;
  }

  /** Runs a world, whose books are checked on the way. */
  private static RunResult run(WorldSketch sketch, int partitions) {
    RunResult result = new WorldBuilder(sketch.plan()).build(partitions).run(WorldSketch::quiet);
    assertTrue(result.ledger().isBalanced());
    return result;
  }

  private static double value(RunResult result, String metric) {
    return result.value(metric).value().orElse(0);
  }
}
