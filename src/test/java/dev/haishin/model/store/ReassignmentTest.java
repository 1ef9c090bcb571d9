package dev.haishin.model.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.haishin.engine.Distributions;
import dev.haishin.model.failure.Outages;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Where a dead server's regions are and when they are open again, worked out by hand. */
class ReassignmentTest {
  private static final long SECOND = 1_000_000_000L;
  private static final long DEATH_NS = 100 * SECOND;
  private static final int PER_SERVER = 16;
  private static final RecoveryRules STANDARD = rules(30, 120);

  @Test
  void regionsAreOpenElsewhereAfterTheSessionAndTheReplay() {
    RegionTenures tenures = play(STANDARD, down(5, DEATH_NS, Outages.NEVER, 2));
    Set<Integer> others = new TreeSet<>();
    for (int region = 0; region < 5 * PER_SERVER; region++) {
      if (tenures.own(region) != 2) {
        assertEquals(1, tenures.count(region));
        continue;
      }
      assertEquals(0, tenures.at(region, DEATH_NS - 1));
      assertEquals(RegionTenures.NONE, tenures.at(region, DEATH_NS));
      assertEquals(2, tenures.count(region));
      // Session 60 s, split and replay 30 to 120 s (facts.md H05).
      long gapNs = tenures.fromNs(region, 1) - DEATH_NS;
      assertTrue(gapNs >= 90 * SECOND && gapNs <= 180 * SECOND, "after " + gapNs);
      others.add(tenures.server(region, 1));
    }
    assertEquals(Set.of(0, 1, 3, 4), others);
  }

  @Test
  void aServerThatIsBackSoonerIsTakenForDeadThen() {
    RegionTenures tenures = play(rules(30, 30), down(5, DEATH_NS, DEATH_NS + 10 * SECOND, 2));
    for (int region = 2 * PER_SERVER; region < 3 * PER_SERVER; region++) {
      assertEquals(DEATH_NS + 40 * SECOND, tenures.fromNs(region, 1));
    }
  }

  @Test
  void theBalancerGivesRegionsBackAtItsNextRound() {
    RegionTenures tenures = play(rules(30, 30), down(5, DEATH_NS, DEATH_NS + 110 * SECOND, 2));
    for (int region = 2 * PER_SERVER; region < 3 * PER_SERVER; region++) {
      assertEquals(3, tenures.count(region));
      assertEquals(DEATH_NS + 90 * SECOND, tenures.fromNs(region, 1));
      assertEquals(300 * SECOND, tenures.untilNs(region, 1));
      assertEquals(301 * SECOND, tenures.fromNs(region, 2));
      assertEquals(2, tenures.server(region, 2));
    }
  }

  @Test
  void aServerThatDiesOverTheReplayPassesItOn() {
    Outages outages = down(3, DEATH_NS, Outages.NEVER, 0);
    outages.add(1, DEATH_NS + 70 * SECOND, Outages.NEVER, true);
    RegionTenures tenures = play(rules(30, 30), outages);
    for (int region = 0; region < 2 * PER_SERVER; region++) {
      int last = tenures.count(region) - 1;
      assertEquals(2, tenures.server(region, last));
      boolean first = tenures.own(region) == 0;
      long openNs = tenures.fromNs(region, last) - DEATH_NS;
      assertTrue(openNs == 160 * SECOND || (first && openNs == 90 * SECOND), "at " + openNs);
    }
  }

  @Test
  void withNoServerAliveTheFirstThatIsBackTakesAll() {
    Outages outages = down(3, DEATH_NS, Outages.NEVER, 0, 1);
    outages.add(2, DEATH_NS, DEATH_NS + 200 * SECOND, false);
    RegionTenures tenures = play(rules(30, 30), outages);
    for (int region = 0; region < 3 * PER_SERVER; region++) {
      assertEquals(DEATH_NS + 230 * SECOND, tenures.fromNs(region, 1));
      assertEquals(2, tenures.server(region, 1));
    }
  }

  @Test
  void aStoreThatStaysDeadIsPlayedToItsEnd() {
    RegionTenures tenures = play(STANDARD, down(2, DEATH_NS, Outages.NEVER, 0, 1));
    assertEquals(RegionTenures.NONE, tenures.at(0, Outages.NEVER - 1));
  }

  @Test
  void tenuresOfARegionNeverOverlap() {
    Outages outages = new Outages(7);
    for (int i = 0; i < 40; i++) {
      long atNs = (20L + 37 * i) * SECOND;
      outages.add(i * 5 % 7, atNs, atNs + (i % 3 == 0 ? 20 : 150) * SECOND, i % 2 == 0);
    }
    RegionTenures tenures = play(STANDARD, outages);
    for (int region = 0; region < 7 * PER_SERVER; region++) {
      for (int i = 0; i < tenures.count(region); i++) {
        assertTrue(tenures.fromNs(region, i) <= tenures.untilNs(region, i));
        long fromNs = tenures.fromNs(region, i);
        assertTrue(i == 0 || tenures.untilNs(region, i - 1) <= fromNs);
        assertEquals(false, outages.isDown(tenures.server(region, i), fromNs));
      }
    }
  }

  private static RecoveryRules rules(long leastS, long mostS) {
    return new RecoveryRules(
        60 * SECOND,
        leastS == mostS
            ? Distributions.fixed(leastS * SECOND)
            : Distributions.uniform(leastS * SECOND, mostS * SECOND),
        300 * SECOND,
        SECOND,
        10 * SECOND,
        1200 * SECOND);
  }

  private static Outages down(int servers, long fromNs, long untilNs, int... which) {
    Outages outages = new Outages(servers);
    for (int server : which) {
      outages.add(server, fromNs, untilNs, false);
    }
    return outages;
  }

  private static RegionTenures play(RecoveryRules rules, Outages outages) {
    return Reassignment.play(rules, PER_SERVER, outages, null, 1, "tokyo");
  }
}
