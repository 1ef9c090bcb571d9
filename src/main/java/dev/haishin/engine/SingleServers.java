package dev.haishin.engine;

import java.util.Arrays;

/**
 * The stations of one host that have a server and a queue each, first come first served: many
 * {@link FifoStation}s of one server in one row of memory.
 */
public final class SingleServers {
  /** When each server comes free. */
  private final long[] freeNs;

  /** What the host is slowed by, null if by nothing. */
  private final Capacity capacity;

  private long lastStartNs;

  /**
   * Idle servers.
   *
   * @param servers at least 1
   * @param capacity of the host, the same for each server
   */
  public SingleServers(int servers, Capacity capacity) {
    if (servers < 1) {
      throw new IllegalArgumentException("a host needs at least one server, not " + servers);
    }
    freeNs = new long[servers];
    this.capacity = capacity.isFull() ? null : capacity;
  }

  /** How many servers there are. */
  public int count() {
    return freeNs.length;
  }

  /**
   * Gives a server a job.
   *
   * @param nowNs not before the previous arrival at that server
   * @param serviceNs how long it works on it at full speed, at least 0
   * @return when the job departs
   */
  public long arrive(int server, long nowNs, long serviceNs) {
    long startNs = Math.max(nowNs, freeNs[server]);
    long departureNs = capacity == null ? startNs + serviceNs : capacity.doneNs(startNs, serviceNs);
    lastStartNs = startNs;
    freeNs[server] = departureNs;
    return departureNs;
  }

  /** When the service of the job that arrived last, at any of the servers, starts. */
  public long lastStartNs() {
    return lastStartNs;
  }

  /** Forgets all work, as a restart after a crash does; every server is free from now on. */
  public void reset(long nowNs) {
    Arrays.fill(freeNs, nowNs);
    lastStartNs = nowNs;
  }
}
