package dev.haishin.model.failure;

import java.util.Arrays;

/**
 * When each host of a component is down, known before the run: a station asks on arrival whether
 * its host lives until the departure.
 */
public final class Outages {
  /** An instant that never comes. */
  public static final long NEVER = Long.MAX_VALUE;

  private final long[][] downNs;
  private final long[][] upNs;
  private final boolean[][] silent;

  /** No outages yet, of so many hosts. */
  public Outages(int hosts) {
    downNs = new long[hosts][0];
    upNs = new long[hosts][0];
    silent = new boolean[hosts][0];
  }

  /**
   * Adds an outage; those of one host come in order of time. A failure of a host that is down
   * already can only make it stay down longer.
   *
   * @param fromNs when the host goes down
   * @param untilNs when it is back, {@link #NEVER} if it stays down
   * @param isSilent whether it goes dark without a reset (vanish) or resets its peers (crash)
   */
  public void add(int host, long fromNs, long untilNs, boolean isSilent) {
    int count = downNs[host].length;
    if (count > 0 && fromNs < upNs[host][count - 1]) {
      upNs[host][count - 1] = Math.max(upNs[host][count - 1], untilNs);
      return;
    }
    downNs[host] = Arrays.copyOf(downNs[host], count + 1);
    upNs[host] = Arrays.copyOf(upNs[host], count + 1);
    silent[host] = Arrays.copyOf(silent[host], count + 1);
    downNs[host][count] = fromNs;
    upNs[host][count] = untilNs;
    silent[host][count] = isSilent;
  }

  /** How many hosts there are. */
  public int hosts() {
    return downNs.length;
  }

  /** Whether any host goes down. */
  public boolean any() {
    for (long[] ofHost : downNs) {
      if (ofHost.length > 0) {
        return true;
      }
    }
    return false;
  }

  /** How often a host goes down. */
  public int count(int host) {
    return downNs[host].length;
  }

  /** When its outage number {@code index} starts. */
  public long downNs(int host, int index) {
    return downNs[host][index];
  }

  /** When its outage number {@code index} ends. */
  public long upNs(int host, int index) {
    return upNs[host][index];
  }

  /** Whether its outage number {@code index} is a vanish. */
  public boolean silent(int host, int index) {
    return silent[host][index];
  }

  /** Whether a host is down at an instant. */
  public boolean isDown(int host, long atNs) {
    return indexAt(host, atNs) >= 0;
  }

  /** Whether a host is dark (vanished) at an instant. */
  public boolean isDark(int host, long atNs) {
    int index = indexAt(host, atNs);
    return index >= 0 && silent[host][index];
  }

  /**
   * The first instant from {@code atNs} on at which a host goes down, {@link #NEVER} if it does
   * not.
   */
  public long nextDownNs(int host, long atNs) {
    for (long down : downNs[host]) {
      if (down >= atNs) {
        return down;
      }
    }
    return NEVER;
  }

  private int indexAt(int host, long atNs) {
    for (int i = 0; i < downNs[host].length; i++) {
      if (atNs >= downNs[host][i] && atNs < upNs[host][i]) {
        return i;
      }
    }
    return -1;
  }
}
