package dev.haishin.results;

/**
 * The rows of the timeline that a question is about: those that lie wholly in its window, after the
 * warm-up.
 *
 * @param from the first
 * @param to the one after the last
 */
record Rows(int from, int to) {

  static Rows of(MetricQuery query, Intervals intervals) {
    int from = intervals.firstMeasured();
    while (from < intervals.count() && intervals.startNs(from) < query.fromNs()) {
      from++;
    }
    int to = intervals.count();
    while (to > from && intervals.endNs(to - 1) > query.toNs()) {
      to--;
    }
    return new Rows(from, to);
  }

  boolean isEmpty() {
    return from == to;
  }

  /** Whether any of them has full length. */
  boolean anyWhole(Intervals intervals) {
    for (int i = from; i < to; i++) {
      if (intervals.isWhole(i)) {
        return true;
      }
    }
    return false;
  }
}
