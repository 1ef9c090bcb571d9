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

  /** Up to so many servers are kept in order; more are a heap. */
  private static final int FEW = 64;

  private static final int CHILDREN = 4;
  private static final long[] NONE = {};

  private final int servers;

  /** When the server comes free that does so first. */
  private long firstFreeNs;

  /**
   * When each of several servers comes free: few ascending, in a window that slides through the
   * array; many as a heap of four children, the first on top.
   */
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
    freeNs = servers == 1 ? NONE : new long[servers > FEW ? servers : servers * SLIDES];
  }

  /**
   * Takes a job.
   *
   * @param nowNs not before the previous arrival
   * @param serviceNs how long a server works on it at full speed, at least 0
   * @return when it departs
   */
  public long arrive(long nowNs, long serviceNs) {
    long startNs = Math.max(nowNs, firstFreeNs);
    long departureNs = capacity == null ? startNs + serviceNs : capacity.doneNs(startNs, serviceNs);
    lastStartNs = startNs;
    if (servers == 1) {
      firstFreeNs = departureNs;
    } else if (servers > FEW) {
      replaceTop(departureNs);
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
    return firstFreeNs;
  }

  /** How many servers are at work at an instant not before the last arrival. */
  public int busy(long nowNs) {
    if (servers == 1) {
      return firstFreeNs > nowNs ? 1 : 0;
    }
    int busy = 0;
    for (int server = first; server < first + servers; server++) {
      busy += freeNs[server] > nowNs ? 1 : 0;
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
    firstFreeNs = nowNs;
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
    firstFreeNs = freeNs[first];
  }

  /** The same in a heap. */
  private void replaceTop(long departureNs) {
    int hole = 0;
    for (int child = 1; child < servers; child = hole * CHILDREN + 1) {
      int least = child;
      int end = Math.min(child + CHILDREN, servers);
      for (int other = child + 1; other < end; other++) {
        least = freeNs[other] < freeNs[least] ? other : least;
      }
      if (freeNs[least] >= departureNs) {
        break;
      }
      freeNs[hole] = freeNs[least];
      hole = least;
    }
    freeNs[hole] = departureNs;
    firstFreeNs = freeNs[0];
  }
}
