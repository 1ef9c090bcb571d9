package dev.haishin.engine;

import java.util.Arrays;

/**
 * A station of equal servers with one queue, first come first served, never interrupted.
 *
 * <p>A job's departure is known when it arrives: it takes the server that is free first, and how
 * fast its host works is known ahead ({@link Capacity}). Arrivals come in order of time, which
 * events of one process do. The station holds the instants at which its servers come free and
 * nothing of the jobs; who can see that the host will die before a departure does not send the
 * result, and calls {@link #reset} at the restart.
 */
public final class FifoStation {
  private static final int SLIDES = 8;

  private final int servers;

  /** When each server comes free, ascending, in a window that slides through the array. */
  private final long[] freeNs;

  /** What the host is slowed by, null if by nothing. */
  private Capacity capacity;

  private int first;
  private long lastStartNs;

  /**
   * An idle station.
   *
   * @param servers at least 1
   */
  public FifoStation(int servers) {
    this(servers, Capacity.FULL);
  }

  /**
   * An idle station of a host that does not always work at full speed.
   *
   * @param servers at least 1
   * @param capacity of the host, the same for each server
   */
  public FifoStation(int servers, Capacity capacity) {
    if (servers < 1) {
      throw new IllegalArgumentException("a station needs at least one server, not " + servers);
    }
    this.servers = servers;
    this.capacity = capacity.isFull() ? null : capacity;
    freeNs = new long[servers == 1 ? 1 : servers * SLIDES];
  }

  /**
   * Takes a job.
   *
   * @param nowNs not before the previous arrival
   * @param serviceNs how long a server works on it at full speed, at least 0
   * @return when it departs
   */
  public long arrive(long nowNs, long serviceNs) {
    long startNs = Math.max(nowNs, freeNs[first]);
    long departureNs = capacity == null ? startNs + serviceNs : capacity.doneNs(startNs, serviceNs);
    lastStartNs = startNs;
    if (servers == 1) {
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
    return freeNs[first];
  }

  /** How many servers are at work at an instant not before the last arrival. */
  public int busy(long nowNs) {
    int busy = 0;
    while (busy < servers && freeNs[first + servers - 1 - busy] > nowNs) {
      busy++;
    }
    return busy;
  }

  /** How many servers there are. */
  public int servers() {
    return servers;
  }

  /** Forgets all work, as a restart after a crash does; every server is free from now on. */
  public void reset(long nowNs) {
    Arrays.fill(freeNs, nowNs);
    lastStartNs = nowNs;
  }

  /** Goes on idle on another host. */
  public void moveTo(Capacity ofHost, long nowNs) {
    capacity = ofHost.isFull() ? null : ofHost;
    reset(nowNs);
  }

  /** Takes the earliest instant out and puts a server's next one in, mostly behind all others. */
  private void replaceFirst(long departureNs) {
    if (first + servers == freeNs.length) {
      System.arraycopy(freeNs, first, freeNs, 0, servers);
      first = 0;
    }
    int place = first + servers;
    first++;
    while (place > first && freeNs[place - 1] > departureNs) {
      freeNs[place] = freeNs[place - 1];
      place--;
    }
    freeNs[place] = departureNs;
  }
}
