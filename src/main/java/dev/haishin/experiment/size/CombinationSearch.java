package dev.haishin.experiment.size;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * The cheapest combination of steps that holds, where more of any path is better and costs no less.
 *
 * <p>First the least of each path while all others have the most: no combination that holds has
 * less of any. If these least values hold together, nothing is cheaper. Otherwise all paths go up
 * together until they do, and come down one by one, the one that saves most first. Last, one path
 * gives up a step where another makes good for less. Where paths stand in for each other, the
 * outcome is a combination that no such exchange improves, which need not be the cheapest of all.
 */
final class CombinationSearch {
  private static final int MOST_EXCHANGES = 16;

  private final int[] counts;
  private final Combination combination;

  /** What is known of a combination of steps, one a path. */
  interface Combination {
    /** Whether everything expected is met. */
    boolean holds(int[] steps);

    /** What it costs, in any unit. */
    double cost(int[] steps);
  }

  /**
   * A search.
   *
   * @param counts of the steps of each path
   */
  CombinationSearch(int[] counts, Combination combination) {
    this.counts = counts.clone();
    this.combination = combination;
  }

  /** The cheapest found; empty if not even the most of everything holds. */
  Optional<int[]> cheapest() {
    int[] top = Arrays.stream(counts).map(count -> count - 1).toArray();
    int[] least = new int[counts.length];
    for (int i = 0; i < counts.length; i++) {
      int path = i;
      OptionalInt alone =
          LeastSearch.least(counts[i], step -> combination.holds(with(top, path, step)));
      if (alone.isEmpty()) {
        return Optional.empty();
      }
      least[i] = alone.getAsInt();
    }
    return up(least, top).map(this::down).map(this::exchanged);
  }

  /** The same from a guess. */
  Optional<int[]> cheapest(int[] guess) {
    int[] top = Arrays.stream(counts).map(count -> count - 1).toArray();
    return up(guess, top).map(this::down);
  }

  /** All paths together, as little as it takes on the way from one combination to another. */
  private Optional<int[]> up(int[] from, int[] to) {
    int way = IntStream.range(0, from.length).map(i -> to[i] - from[i]).max().orElse(0);
    OptionalInt part =
        LeastSearch.least(way + 1, 0, i -> combination.holds(between(from, to, i, way)));
    return part.isPresent()
        ? Optional.of(between(from, to, part.getAsInt(), way))
        : Optional.empty();
  }

  private static int[] between(int[] from, int[] to, int part, int way) {
    int[] steps = from.clone();
    for (int i = 0; i < steps.length && way > 0; i++) {
      steps[i] += (int) (((long) (to[i] - from[i]) * part + way - 1) / way);
    }
    return steps;
  }

  /** Each path as little as the others allow, until none can give anything up. */
  private int[] down(int[] from) {
    int[] steps = from;
    boolean changed = true;
    while (changed) {
      changed = false;
      for (int path : byWhatTheySave(steps)) {
        int[] present = steps;
        int least =
            LeastSearch.least(
                    steps[path] + 1,
                    steps[path],
                    step -> combination.holds(with(present, path, step)))
                .orElse(steps[path]);
        changed |= least < steps[path];
        steps = with(steps, path, least);
      }
    }
    return steps;
  }

  private List<Integer> byWhatTheySave(int[] steps) {
    return IntStream.range(0, steps.length)
        .boxed()
        .sorted(
            Comparator.comparingDouble(
                path -> combination.cost(with(steps, path, Math.max(0, steps[path] - 1)))))
        .toList();
  }

  /** Gives up a step of one path for more of another, as long as that is cheaper. */
  private int[] exchanged(int[] from) {
    int[] steps = from;
    for (int i = 0; i < MOST_EXCHANGES; i++) {
      Optional<int[]> better = exchange(steps);
      if (better.isEmpty()) {
        return steps;
      }
      steps = down(better.get());
    }
    return steps;
  }

  private Optional<int[]> exchange(int[] steps) {
    for (int giver : byWhatTheySave(steps)) {
      if (steps[giver] == 0) {
        continue;
      }
      int[] given = with(steps, giver, steps[giver] - 1);
      for (int taker = 0; taker < steps.length; taker++) {
        int[] raised = taker == giver ? given : with(given, taker, dearest(given, taker, steps));
        if (raised[taker] > given[taker] && combination.holds(raised)) {
          return Optional.of(raised);
        }
      }
    }
    return Optional.empty();
  }

  /** How far a path can go up before the whole costs as much as another combination. */
  private int dearest(int[] steps, int path, int[] other) {
    double budget = combination.cost(other);
    int first = steps[path];
    OptionalInt tooDear =
        LeastSearch.least(
            counts[path] - first,
            more -> combination.cost(with(steps, path, first + more)) >= budget);
    return tooDear.isEmpty() ? counts[path] - 1 : Math.max(first, first + tooDear.getAsInt() - 1);
  }

  private static int[] with(int[] steps, int path, int step) {
    int[] changed = steps.clone();
    changed[path] = step;
    return changed;
  }
}
