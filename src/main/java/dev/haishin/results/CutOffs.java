package dev.haishin.results;

import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Whose connections the failures of a run broke, person by person, and when they were over it:
 * connected again, or gone because their own session had ended.
 *
 * <p>Each failure is known by its instant. Instants are exact, ends belong to an interval of the
 * timeline. The warm-up counts as well: a failure in it is told of like any other.
 */
public final class CutOffs {
  private static final double ALL_BUT = 0.99;

  private final Intervals intervals;
  private final SortedMap<Long, Tally> byFailure = new TreeMap<>();

  CutOffs(Intervals intervals) {
    this.intervals = intervals;
  }

  /**
   * The failure of an instant breaks somebody's connection, now or, where a client takes longer to
   * find its gateway gone, earlier.
   */
  public void cut(long failureNs) {
    of(failureNs).people++;
  }

  /** Somebody whom the failure of an instant had cut off is so no more. */
  public void over(long failureNs, long nowNs) {
    of(failureNs).overByRow[intervals.index(nowNs)]++;
  }

  void addAll(CutOffs other) {
    other.byFailure.forEach(
        (failureNs, tally) -> {
          Tally sum = of(failureNs);
          sum.people += tally.people;
          for (int row = 0; row < sum.overByRow.length; row++) {
            sum.overByRow[row] += tally.overByRow[row];
          }
        });
  }

  /** How many people the failures of a time cut off, its end not included. */
  long people(long fromNs, long untilNs) {
    return between(fromNs, untilNs).stream().mapToLong(tally -> tally.people).sum();
  }

  /**
   * The end of the interval in which all of them but one in a hundred were over it, nanoseconds;
   * {@code Long.MAX_VALUE} if that does not begin before {@code untilNs}.
   */
  long overNs(long fromNs, long untilNs) {
    double enough = ALL_BUT * people(fromNs, untilNs);
    Collection<Tally> tallies = between(fromNs, untilNs);
    long over = 0;
    for (int row = 0; row < intervals.count() && intervals.startNs(row) < untilNs; row++) {
      for (Tally tally : tallies) {
        over += tally.overByRow[row];
      }
      if (over >= enough) {
        return intervals.endNs(row);
      }
    }
    return Long.MAX_VALUE;
  }

  private Collection<Tally> between(long fromNs, long untilNs) {
    return byFailure.subMap(fromNs, untilNs).values();
  }

  private Tally of(long failureNs) {
    return byFailure.computeIfAbsent(failureNs, key -> new Tally(intervals.count()));
  }

  /** Of one failure. */
  private static final class Tally {
    private final long[] overByRow;
    private long people;

    Tally(int rows) {
      overByRow = new long[rows];
    }
  }
}
