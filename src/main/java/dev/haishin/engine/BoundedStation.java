package dev.haishin.engine;

import java.util.Arrays;

/**
 * A {@link FifoStation} whose queue has room for so many jobs; what finds it full is refused.
 *
 * <p>Jobs start in the order of their arrival whatever the number of servers, so a ring of start
 * instants tells how many still wait.
 */
public final class BoundedStation {

  /** The departure of a job that was refused. */
  public static final long REFUSED = -1;

  private final FifoStation station;
  private final int room;
  private long[] startsNs = new long[16];
  private int first;
  private int waiting;

  /**
   * An idle station.
   *
   * @param servers at least 1
   * @param room how many jobs may wait besides those in service; 0 for a pure loss system
   */
  public BoundedStation(int servers, int room) {
    this(servers, room, Capacity.FULL);
  }

  /**
   * An idle station of a host that does not always work at full speed.
   *
   * @param servers at least 1
   * @param room how many jobs may wait besides those in service
   * @param capacity of the host, the same for each server
   */
  public BoundedStation(int servers, int room, Capacity capacity) {
    if (room < 0 || room > 1 << 29) {
      throw new IllegalArgumentException("a queue has room for 0 to 2^29 jobs, not " + room);
    }
    this.station = new FifoStation(servers, capacity);
    this.room = room;
  }

  /**
   * Takes a job, or refuses it when the queue is full.
   *
   * @param nowNs not before the previous arrival
   * @return when it departs, or {@link #REFUSED}
   */
  public long arrive(long nowNs, long serviceNs) {
    if (station.nextFreeNs() <= nowNs) {
      waiting = 0;
      return station.arrive(nowNs, serviceNs);
    }
    if (waiting(nowNs) == room) {
      return REFUSED;
    }
    long departureNs = station.arrive(nowNs, serviceNs);
    if (waiting == startsNs.length) {
      grow();
    }
    startsNs[(first + waiting++) & (startsNs.length - 1)] = station.lastStartNs();
    return departureNs;
  }

  /** How many jobs wait at an instant not before the last arrival. */
  public int waiting(long nowNs) {
    while (waiting > 0 && startsNs[first] <= nowNs) {
      first = (first + 1) & (startsNs.length - 1);
      waiting--;
    }
    return waiting;
  }

  /** How many jobs wait or are served at an instant not before the last arrival. */
  public int present(long nowNs) {
    return waiting(nowNs) + station.busy(nowNs);
  }

  /** When the service of the job accepted last starts. */
  public long lastStartNs() {
    return station.lastStartNs();
  }

  /** Forgets all work, as a restart after a crash does. */
  public void reset(long nowNs) {
    station.reset(nowNs);
    waiting = 0;
  }

  private void grow() {
    long[] wider = Arrays.copyOfRange(startsNs, first, first + 2 * startsNs.length);
    System.arraycopy(startsNs, 0, wider, startsNs.length - first, first);
    startsNs = wider;
    first = 0;
  }
}
