package dev.haishin.model;

import static dev.haishin.model.WorldSketch.SECOND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.haishin.delivery.PartitionHash;
import dev.haishin.engine.Distributions;
import dev.haishin.results.Hottest;
import dev.haishin.results.RunResult;
import org.junit.jupiter.api.Test;

/** Load on one real chat: its rate is met, the other taps stay, and what it makes hot is named. */
class HotChatTest {
  private static final int PARTITIONS = 12;
  private static final double PER_SECOND = 150;
  private static final double TAPS = PER_SECOND * 10;
  private static final String ATTEMPTED = "send.attempted.count";

  @Test
  void meetsItsRateAndLeavesTheOtherTapsAlone() {
    RunResult without = run(new WorldSketch(), 1);
    RunResult with = run(hot(90), 1);
    for (String window : new String[] {"[2s..5s]", "[15s..20s]"}) {
      assertEquals(value(without, ATTEMPTED + window), value(with, ATTEMPTED + window), window);
    }
    assertEquals(TAPS, added(with, without), 4 * Math.sqrt(TAPS));
  }

  /** A fifth of those who are online at some instant of a second are not at a given one. */
  @Test
  void meetsItsRateWhereSessionsAreShort() {
    WorldSketch without = new WorldSketch();
    without.online = Distributions.exponential(4e9);
    WorldSketch with = hot(90);
    with.online = without.online;
    assertEquals(TAPS, added(run(with, 1), run(without, 1)), 4 * Math.sqrt(TAPS));
  }

  /** Of nine members one may be there, or six: they send so much more or less. */
  @Test
  void meetsItsRateWhoeverOfFewMembersIsThere() {
    for (int seed = 1; seed <= 5; seed++) {
      RunResult with = run(hot(9).seed(seed), 1);
      RunResult without = run(new WorldSketch().seed(seed), 1);
      assertEquals(TAPS, added(with, without), 4 * Math.sqrt(TAPS), "seed " + seed);
    }
  }

  @Test
  void namesTheChatAndItsPartition() {
    RunResult result = run(hot(90), 1);
    Hottest partition = find(result, Hottest.PARTITION);
    Hottest chat = find(result, Hottest.CHAT);
    String number = chat.name().replaceAll("tokyo/chat/(\\d+) of .*", "$1");
    int its = PartitionHash.partition(Long.parseLong(number), PARTITIONS);
    assertEquals("tokyo/kafka/partition/" + its, partition.name());
    String members = chat.name().replaceAll(".* of (\\d+) members", "$1");
    assertEquals(90, Integer.parseInt(members), 10, chat.name());
    // 10 of the 18 s that are measured.
    assertEquals(TAPS / 18, chat.value(), 0.12 * TAPS / 18);
  }

  @Test
  void goesTheSameWayOnAnyNumberOfPartitions() {
    WorldSketch sketch = hot(90).crash(7 * SECOND, 2 * SECOND);
    sketch.betweenNs = 37_000_000;
    RunResult one = run(sketch, 1);
    for (int partitions = 2; partitions <= 3; partitions++) {
      RunResult other = run(sketch, partitions);
      assertEquals(value(one, ATTEMPTED), value(other, ATTEMPTED));
      assertEquals(value(one, "delivery.any.mean"), value(other, "delivery.any.mean"));
      assertEquals(find(one, Hottest.CHAT), find(other, Hottest.CHAT));
    }
  }

  private static WorldSketch hot(int members) {
    WorldSketch sketch = new WorldSketch();
    sketch.hotChats.add(
        new WorldPlan.HotChatPlan(0, 1, members, PER_SECOND, 5 * SECOND, 15 * SECOND));
    return sketch;
  }

  /** Taps of the hot chat: all that one world has more than the other. */
  private static double added(RunResult with, RunResult without) {
    return value(with, ATTEMPTED) - value(without, ATTEMPTED);
  }

  private static Hottest find(RunResult result, String what) {
    return result.hottest().stream().filter(it -> it.what().equals(what)).findFirst().orElseThrow();
  }

  /** Runs a world, whose books are checked on the way. */
  private static RunResult run(WorldSketch sketch, int partitions) {
    RunResult result = new WorldBuilder(sketch.plan()).build(partitions).run(WorldSketch::quiet);
    assertTrue(result.ledger().isBalanced());
    return result;
  }

  private static double value(RunResult result, String metric) {
    return result.value(metric).value().orElseThrow();
  }
}
