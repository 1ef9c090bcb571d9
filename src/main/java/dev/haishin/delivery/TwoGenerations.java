package dev.haishin.delivery;

/**
 * A memory of what happened lately: a young table that is written to and an old one that is only
 * read. When a window ends the young one becomes the old one and the old one is emptied.
 *
 * <p>So what was put in is kept for at least one window and at most two, and memory is bounded by
 * what happens in two windows. Windows end at multiples of their length whatever the calls, so the
 * same instants always forget the same things.
 */
final class TwoGenerations {
  private final long windowNs;
  private long windowEndNs;
  private LongTable young;
  private LongTable old;

  /** Makes an empty memory whose first window begins at time 0. */
  TwoGenerations(long windowNs, int valuesPerKey) {
    if (windowNs < 1) {
      throw new IllegalArgumentException("windowNs is " + windowNs + "; it must be at least 1");
    }
    this.windowNs = windowNs;
    windowEndNs = windowNs;
    young = new LongTable(valuesPerKey);
    old = new LongTable(valuesPerKey);
  }

  LongTable young() {
    return young;
  }

  LongTable old() {
    return old;
  }

  /** The keys in both tables; one that was renewed lately counts twice. */
  long size() {
    return (long) young.size() + old.size();
  }

  /** Forgets what is due; to be called before the tables are used. */
  void advanceTo(long nowNs) {
    if (nowNs < windowEndNs) {
      return;
    }
    long windows = 1 + (nowNs - windowEndNs) / windowNs;
    windowEndNs += windows * windowNs;
    LongTable emptied = old;
    emptied.clear();
    old = young;
    young = emptied;
    if (windows > 1) {
      old.clear();
    }
  }
}
