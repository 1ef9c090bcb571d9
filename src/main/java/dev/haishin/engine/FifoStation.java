package dev.haishin.engine;

/**
 * A station of equal servers with one queue, first come first served, never interrupted.
 *
 * <p>A job's departure is known when it arrives: it takes the server that is free first. Arrivals
 * come in order of time, which events of one process do. The station holds the instants at which
 * its servers come free and nothing of the jobs; who can see that the host will die before a
 * departure does not send the result, and calls {@link #reset} at the restart.
 */
public final class FifoStation {
  private final long[] freeNs;
  private long lastStartNs;

  /**
   * An idle station.
   *
   * @param servers at least 1
   */
  public FifoStation(int servers) {
    if (servers < 1) {
      throw new IllegalArgumentException("a station needs at least one server, not " + servers);
    }
    freeNs = new long[servers];
  }

  /**
   * Takes a job.
   *
   * @param nowNs not before the previous arrival
   * @param serviceNs how long a server works on it, at least 0
   * @return when it departs
   */
  public long arrive(long nowNs, long serviceNs) {
    long startNs = Math.max(nowNs, freeNs[0]);
    long departureNs = startNs + serviceNs;
    lastStartNs = startNs;
    if (freeNs.length == 1) {
      freeNs[0] = departureNs;
    } else {
      replaceFirst(departureNs);
    }
    return departureNs;
  }

  /** When the service of the job that arrived last starts. */
  public long lastStartNs() {
    return lastStartNs;
  }

  /** The instant from which a server is free for a next job; in the past if one is idle. */
  public long nextFreeNs() {
    return freeNs[0];
  }

  /** How many servers are at work at an instant not before the last arrival. */
  public int busy(long nowNs) {
    int busy = 0;
    for (long free : freeNs) {
      if (free > nowNs) {
        busy++;
      }
    }
    return busy;
  }

  /** How many servers there are. */
  public int servers() {
    return freeNs.length;
  }

  /** Forgets all work, as a restart after a crash does; every server is free from now on. */
  public void reset(long nowNs) {
    for (int i = 0; i < freeNs.length; i++) {
      freeNs[i] = nowNs;
    }
    lastStartNs = nowNs;
  }

  /** Puts a server's next free instant in the place of the earliest one of a binary heap. */
  private void replaceFirst(long departureNs) {
    int hole = 0;
    int child;
    while ((child = 2 * hole + 1) < freeNs.length) {
      if (child + 1 < freeNs.length && freeNs[child + 1] < freeNs[child]) {
        child++;
      }
      if (freeNs[child] >= departureNs) {
        break;
      }
      freeNs[hole] = freeNs[child];
      hole = child;
    }
    freeNs[hole] = departureNs;
  }
}
