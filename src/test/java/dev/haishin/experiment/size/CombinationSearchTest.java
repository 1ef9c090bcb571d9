package dev.haishin.experiment.size;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CombinationSearchTest {
  /** Servers c, load a server rho and mean wait in mean services: the usual table of M/M/c. */
  @ParameterizedTest
  @CsvSource({
    "1,   0.5, 1.000000",
    "1,   0.8, 4.000000",
    "2,   0.5, 0.333333",
    "2,   0.8, 1.777778",
    "4,   0.8, 0.745541",
    "4,   0.9, 1.969383",
    "10,  0.8, 0.204590",
    "10,  0.9, 0.668732",
    "32,  0.9, 0.143186",
    "100, 0.9, 0.021694"
  })
  void theLeastNumberOfServersIsErlangs(int servers, double rho, double wait) {
    double load = servers * rho;
    assertEquals(wait, ErlangC.meanWait(servers, load), 1e-6);
    double limit = wait + 1e-6;
    assertTrue(ErlangC.meanWait(servers - 1, load) > limit);
    IntPredicate holds = step -> ErlangC.meanWait(step + 1, load) <= limit;
    assertEquals(OptionalInt.of(servers - 1), LeastSearch.least(200, holds));
    for (int guess : new int[] {0, servers - 1, servers, 199}) {
      assertEquals(OptionalInt.of(servers - 1), LeastSearch.least(200, guess, holds));
    }
  }

  @Test
  void theKnownAnchorsOfErlangsFormula() {
    assertEquals(4.0 / 9, ErlangC.waits(3, 2), 1e-12);
    assertEquals(0.173913, ErlangC.waits(4, 2), 1e-6);
  }

  @Test
  void aSearchAsksLittleAndTheStepBelowTheAnswer() {
    List<Integer> asked = new ArrayList<>();
    IntPredicate holds =
        step -> {
          asked.add(step);
          return step >= 700_000;
        };
    assertEquals(OptionalInt.of(700_000), LeastSearch.least(1_000_000, holds));
    assertTrue(asked.size() <= 22, "" + asked.size());
    assertTrue(asked.contains(699_999));
    asked.clear();
    assertEquals(OptionalInt.of(700_000), LeastSearch.least(1_000_000, 699_998, holds));
    assertTrue(asked.size() <= 4, "" + asked);
  }

  @Test
  void theFirstAndNoneAreAnswersToo() {
    assertEquals(OptionalInt.of(0), LeastSearch.least(10, step -> true));
    assertEquals(OptionalInt.of(0), LeastSearch.least(10, 7, step -> true));
    assertEquals(OptionalInt.empty(), LeastSearch.least(10, step -> false));
    assertEquals(OptionalInt.empty(), LeastSearch.least(10, 3, step -> false));
    assertEquals(OptionalInt.of(9), LeastSearch.least(10, 3, step -> step == 9));
  }

  @Test
  void pathsThatDoNotMeetAreEachAsSmallAsCanBe() {
    int[] counts = {50, 50, 50};
    Search search = new Search(counts, s -> s[0] >= 11 && s[1] >= 3 && s[2] >= 40, 1, 1, 1);
    assertArrayEquals(new int[] {11, 3, 40}, search.cheapest().orElseThrow());
    assertTrue(search.asked.size() < 40, "" + search.asked.size());
  }

  @Test
  void pathsThatStandInForEachOtherAreBoughtWhereTheyAreCheap() {
    // (hosts) x (cores) >= 24; a host costs ten times a core.
    Search search = new Search(new int[] {40, 16}, s -> (s[0] + 1) * (s[1] + 1) >= 24, 10, 1);
    int[] cheapest = search.cheapest().orElseThrow();
    assertEquals(search.leastByTryingAll(), search.cost(cheapest), 1e-9);
  }

  @Test
  void aGuessIsMendedInBothDirections() {
    Predicate<int[]> holds = s -> s[0] >= 11 && s[1] >= 3;
    for (int[] guess : new int[][] {{11, 3}, {12, 9}, {10, 3}, {0, 0}, {49, 49}}) {
      Search search = new Search(new int[] {50, 50}, holds, 1, 1);
      assertArrayEquals(
          new int[] {11, 3}, search.search().cheapest(guess).orElseThrow(), guess[0] + "");
    }
  }

  @Test
  void whereTheMostOfEverythingDoesNotHoldThereIsNoAnswer() {
    assertEquals(Optional.empty(), new Search(new int[] {5, 5}, s -> false, 1, 1).cheapest());
  }

  /** A rule of what holds, and prices a step. */
  private static final class Search implements CombinationSearch.Combination {
    private final int[] counts;
    private final Predicate<int[]> holds;
    private final double[] prices;
    private final Set<List<Integer>> asked = new HashSet<>();

    Search(int[] counts, Predicate<int[]> holds, double... prices) {
      this.counts = counts;
      this.holds = holds;
      this.prices = prices;
    }

    CombinationSearch search() {
      return new CombinationSearch(counts, this);
    }

    Optional<int[]> cheapest() {
      return search().cheapest();
    }

    @Override
    public boolean holds(int[] steps) {
      asked.add(IntStream.of(steps).boxed().toList());
      return holds.test(steps);
    }

    @Override
    public double cost(int[] steps) {
      return IntStream.range(0, steps.length).mapToDouble(i -> (steps[i] + 1) * prices[i]).sum();
    }

    double leastByTryingAll() {
      double least = Double.POSITIVE_INFINITY;
      for (int first = 0; first < counts[0]; first++) {
        for (int second = 0; second < counts[1]; second++) {
          int[] steps = {first, second};
          least = holds.test(steps) ? Math.min(least, cost(steps)) : least;
        }
      }
      return least;
    }
  }
}
