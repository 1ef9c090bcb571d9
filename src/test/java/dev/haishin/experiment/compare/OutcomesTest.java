package dev.haishin.experiment.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.haishin.results.Verdict;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class OutcomesTest {
  private static final double MS = 1e6;

  /**
   * Differences of 1.9, 2.0, 2.1 and 2.0 ms: mean 2, deviation 0.0816, half an interval 3.182 times
   * 0.0408, which is 0.130. Independent samples, which spread by 1.3, would show nothing.
   */
  @Test
  void pairsShowWhatIndependentSamplesHide() {
    double[] base = {40, 41, 42, 43};
    double[] slower = {41.9, 43, 44.1, 45};
    Standing paired = p99(new MadeUpContest().variant("baseline", 1, base).variant("b", 1, slower));
    Difference difference = paired.toReference().get();
    assertTrue(difference.paired());
    assertTrue(difference.isShown());
    assertEquals(2 * MS, difference.interval().mean(), 1);
    assertEquals(0.1299 * MS, difference.interval().half(), 0.0001 * MS);
    // Squares add up to 5 and 5.42, those of the differences to 0.02.
    assertEquals((5 + 5.42) / 0.02, difference.varianceSaved(), 1e-3);

    MadeUpContest apart = new MadeUpContest().variant("baseline", 1, base);
    Difference unpaired = p99(apart.variant("b", 1, slower).onOtherTaps()).toReference().get();
    assertFalse(unpaired.paired());
    assertFalse(unpaired.isShown());
    assertEquals(2 * MS, unpaired.interval().mean(), 1);
    assertEquals(1, unpaired.varianceSaved());
  }

  @Test
  void thoseWithoutAShownDifferenceShareARank() {
    Outcomes outcomes =
        new MadeUpContest()
            .variant("baseline", 3, 44, 45, 46)
            .variant("near", 2, 44.2, 44.9, 46)
            .variant("fast", 1, 34, 35, 36)
            .variant("oracle", 1, 30, 31, 32)
            .run();
    Contest latency = contest(outcomes, Yardstick.P99);
    assertEquals(
        List.of("fast 1", "baseline 2", "near 2", "oracle -"),
        latency.standings().stream().map(OutcomesTest::place).toList());
    assertEquals("fast", latency.best().get(0).name());
    assertEquals(1, latency.best().size());
  }

  @Test
  void whatNeverVariesIsRankedByItsValue() {
    Outcomes outcomes =
        new MadeUpContest().variant("baseline", 3, 44, 45).variant("cheap", 2, 44, 45).run();
    Contest cost = contest(outcomes, Yardstick.COST);
    assertEquals(
        List.of("cheap 1", "baseline 2"),
        cost.standings().stream().map(OutcomesTest::place).toList());
    Difference latency =
        contest(outcomes, Yardstick.P99).of(outcomes.contenders().get(1)).toReference().get();
    assertTrue(latency.isNone());
  }

  @Test
  void verdictsAreOfTheWholeInterval() {
    Outcomes outcomes =
        new MadeUpContest()
            .variant("baseline", 1, 44, 45, 46)
            .variant("edge", 1, 49, 50, 51)
            .variant("slow", 1, 74, 75, 76)
            .run();
    assertEquals(
        List.of(Verdict.MET, Verdict.UNKNOWN, Verdict.MISSED),
        contest(outcomes, Yardstick.P99).standings().stream()
            .map(standing -> standing.verdict().get())
            .toList());
  }

  @Test
  void whoDoesNotKnowAFigureDoesNotRank() {
    Outcomes outcomes =
        new MadeUpContest()
            .variant("baseline", 1, 44, 45)
            .variant("short", 1, 44, Double.NaN)
            .run();
    Standing unknown = contest(outcomes, Yardstick.P99).of(outcomes.contenders().get(1));
    assertEquals("too few samples: 3", unknown.reason());
    assertEquals(OptionalInt.empty(), unknown.rank());
    assertTrue(unknown.toReference().isEmpty());
  }

  @Test
  void oneReplicationShowsNothing() {
    Outcomes outcomes = new MadeUpContest().variant("baseline", 1, 44).variant("b", 1, 34).run();
    Contest contest = contest(outcomes, Yardstick.P99);
    assertFalse(contest.of(outcomes.contenders().get(1)).toReference().get().isShown());
    assertEquals(2, contest.best().size());
  }

  private static Standing p99(MadeUpContest contest) {
    Outcomes outcomes = contest.run();
    return contest(outcomes, Yardstick.P99).of(outcomes.contenders().get(1));
  }

  private static Contest contest(Outcomes outcomes, String path) {
    return outcomes.contests().stream()
        .filter(contest -> contest.yardstick().path().equals(path))
        .findFirst()
        .orElseThrow();
  }

  private static String place(Standing standing) {
    String rank = standing.rank().isPresent() ? "" + standing.rank().getAsInt() : "-";
    return standing.contender().name() + " " + rank;
  }
}
