package dev.haishin.results;

/**
 * A level over time. Each change is entered as what it adds to its own row and to the rows after
 * it, so that changes may be entered in any order and by any number of recorders.
 *
 * <p>Time is weighed in whole microseconds: bytes times nanoseconds do not fit into a long.
 */
final class LevelTrack {
  private static final long NS_PER_US = 1000;

  private final Intervals intervals;
  private final Hosts hosts;
  private final boolean summed;
  private final long[] latest;
  private final long[][] steps;
  private final long[][] partUs;

  /**
   * @param regions how many regions there are
   */
  LevelTrack(Level level, Hosts hosts, int regions, Intervals intervals) {
    this.intervals = intervals;
    this.hosts = hosts;
    summed = level.isSummed();
    latest = new long[hosts.count()];
    int rows = summed ? regions + 1 : hosts.count();
    steps = new long[rows][];
    partUs = new long[rows][];
  }

  void set(int host, long nowNs, long newValue) {
    long change = newValue - latest[host];
    if (change != 0) {
      latest[host] = newValue;
      enter(host, nowNs, change);
    }
  }

  void change(int host, long nowNs, long change) {
    set(host, nowNs, latest[host] + change);
  }

  void addAll(LevelTrack other) {
    for (int row = 0; row < steps.length; row++) {
      if (other.steps[row] != null) {
        touch(row);
        for (int i = 0; i < steps[row].length; i++) {
          steps[row][i] += other.steps[row][i];
          partUs[row][i] += other.partUs[row][i];
        }
      }
    }
  }

  Hosts hosts() {
    return hosts;
  }

  /** How many courses there are: one a host, or one a region where the level is a sum. */
  int rows() {
    return steps.length;
  }

  /** The region of a course, or {@link Hosts#NO_REGION}. */
  int region(int row) {
    if (summed) {
      return row - 1;
    }
    return hosts.region(row);
  }

  /** Means over each row of the timeline of one course, in units of the capacity. */
  double[] means(int row) {
    double[] means = new double[intervals.count()];
    if (steps[row] == null) {
      return means;
    }
    long held = 0;
    for (int i = 0; i < means.length; i++) {
      long lengthUs = us(intervals.endNs(i)) - us(intervals.startNs(i));
      // Where a row is shorter than the resolution, the level at its end stands for it.
      double mean =
          lengthUs == 0 ? held + steps[row][i] : held + (double) partUs[row][i] / lengthUs;
      means[i] = mean / capacity(row);
      held += steps[row][i];
    }
    return means;
  }

  /** The value of one course at the end, in units of the capacity. */
  double last(int row) {
    long held = 0;
    if (steps[row] != null) {
      for (long step : steps[row]) {
        held += step;
      }
    }
    return held / capacity(row);
  }

  private double capacity(int row) {
    return summed ? 1 : hosts.capacity(row);
  }

  private void enter(int host, long nowNs, long change) {
    if (nowNs >= intervals.durationNs()) {
      return;
    }
    int row = summed ? hosts.region(host) + 1 : host;
    touch(row);
    int index = intervals.index(nowNs);
    steps[row][index] += change;
    partUs[row][index] += change * (us(intervals.endNs(index)) - us(nowNs));
  }

  private void touch(int row) {
    if (steps[row] == null) {
      steps[row] = new long[intervals.count()];
      partUs[row] = new long[intervals.count()];
    }
  }

  private static long us(long atNs) {
    return atNs / NS_PER_US;
  }
}
