package dev.haishin.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.haishin.engine.Capacity.Spell;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CapacityTest {
  private static final long FOREVER = Long.MAX_VALUE;
  private static final long ALWAYS = Long.MIN_VALUE;
  private static final BigInteger ONE = BigInteger.valueOf(1_000_000_000);

  @Test
  void aHostFromWhichNothingIsTakenIsFull() {
    assertSame(Capacity.FULL, Capacity.of(List.of()));
    assertSame(Capacity.FULL, Capacity.of(List.of(new Spell(5, 9, 1), new Spell(7, 7, 0))));
    assertEquals(123 + 456, Capacity.FULL.doneNs(123, 456));
  }

  @Test
  void workStopsDuringAPauseAndGoesOnBehindIt() {
    Capacity paused = Capacity.of(List.of(new Spell(100, 150, 0)));
    assertEquals(90, paused.doneNs(80, 10), "done before");
    assertEquals(100, paused.doneNs(80, 20), "done as it begins");
    assertEquals(151, paused.doneNs(80, 21), "one left over");
    assertEquals(160, paused.doneNs(120, 10), "begun in it");
    assertEquals(150, paused.doneNs(120, 0), "no work, but nobody to see that");
    assertEquals(170, paused.doneNs(150, 20), "begun as it ends");
    assertFalse(paused.isFull());
  }

  @Test
  void workThatCrossesAChangeIsIntegratedPieceByPiece() {
    Capacity capacity =
        Capacity.of(List.of(new Spell(1_000, 3_000, 0.1), new Spell(2_000, 2_500, 0.5)));
    // 1,000 at 1, then 1,000 at 0.1, 500 at 0.05, 500 at 0.1: 100 + 25 + 50 by 3,000.
    assertEquals(1_010, capacity.doneNs(0, 1_001));
    assertEquals(2_000, capacity.doneNs(0, 1_100));
    assertEquals(2_500, capacity.doneNs(0, 1_125));
    assertEquals(3_000, capacity.doneNs(0, 1_175));
    assertEquals(3_825, capacity.doneNs(0, 2_000));
    assertEquals(2_020, capacity.doneNs(2_000, 1));
  }

  @Test
  void partsOfANanosecondAreCarriedAcrossChangesAndRoundedUpAtTheEnd() {
    Capacity thirds = Capacity.of(List.of(new Spell(ALWAYS, FOREVER, 0.65), new Spell(3, 4, 0.5)));
    // 3 at 0.65 and 1 at 0.325 are 2.275; 0.725 more takes 1.115..., so 5.115...
    assertEquals(6, thirds.doneNs(0, 3));
    assertEquals(154, Capacity.of(List.of(new Spell(ALWAYS, FOREVER, 0.65))).doneNs(0, 100));
  }

  @Test
  void agreesWithIntegersOfAnySize() {
    RandomStream random = RandomStream.of(1, "capacity", "");
    for (int round = 0; round < 200; round++) {
      List<Spell> spells = new ArrayList<>();
      for (int i = random.nextInt(6); i >= 0; i--) {
        long fromNs = random.nextLong(10_000_000_000_000L);
        double speed = random.nextInt(4) == 0 ? 0 : (1 + random.nextInt(2_000)) / 1e3;
        spells.add(new Spell(fromNs, fromNs + random.nextLong(4_000_000_000_000L), speed));
      }
      Capacity capacity = Capacity.of(spells);
      long startNs = random.nextLong(10_000_000_000_000L);
      long workNs = random.nextLong(round % 2 == 0 ? 1_000_000L : 5_000_000_000_000L);
      long doneNs = capacity.doneNs(startNs, workNs);
      BigInteger work = BigInteger.valueOf(workNs).multiply(ONE);
      assertTrue(work(spells, startNs, doneNs).compareTo(work) >= 0, "done at " + doneNs);
      if (doneNs > startNs) {
        boolean isPaused = capacity.speedAt(doneNs - 1) == 0;
        boolean isShort = work(spells, startNs, doneNs - 1).compareTo(work) < 0;
        assertTrue(isShort || isPaused, "not done before " + doneNs);
      }
    }
  }

  @Test
  void workThatWouldOutlastEveryRunIsNeverDone() {
    Capacity crawling = Capacity.of(List.of(new Spell(0, FOREVER, 1e-9)));
    assertEquals(Capacity.NEVER, crawling.doneNs(0, 86_400_000_000_000L));
  }

  @Test
  void refusesAPauseWithoutEndAndWhatIsNoSpeed() {
    assertThrows(IllegalArgumentException.class, () -> new Spell(0, FOREVER, 0));
    assertThrows(IllegalArgumentException.class, () -> new Spell(0, 1, -0.1));
    assertThrows(IllegalArgumentException.class, () -> new Spell(0, 1, Double.NaN));
  }

  /** Billionths of nanoseconds of work from one instant to another, spell by spell. */
  private static BigInteger work(List<Spell> spells, long fromNs, long untilNs) {
    List<Long> cuts = new ArrayList<>(List.of(fromNs, untilNs));
    for (Spell spell : spells) {
      cuts.add(Math.min(untilNs, Math.max(fromNs, spell.fromNs())));
      cuts.add(Math.min(untilNs, Math.max(fromNs, spell.untilNs())));
    }
    cuts.sort(null);
    BigInteger sum = BigInteger.ZERO;
    Capacity capacity = Capacity.of(spells);
    for (int i = 1; i < cuts.size(); i++) {
      long speed = Math.round(capacity.speedAt(cuts.get(i - 1)) * 1e9);
      long lengthNs = cuts.get(i) - cuts.get(i - 1);
      sum = sum.add(BigInteger.valueOf(lengthNs).multiply(BigInteger.valueOf(speed)));
    }
    return sum;
  }
}
