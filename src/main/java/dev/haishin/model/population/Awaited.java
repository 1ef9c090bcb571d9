package dev.haishin.model.population;

import java.util.Arrays;

/**
 * Who of a shard's users was connected when a broadcast began and has not had it on the screen
 * since: a bit a user and broadcast that has begun.
 */
public final class Awaited {
  private static final long[] NOBODY = {};

  private final int users;
  private long[][] waiting = {};
  private long[] online = {};
  private long[] left = {};
  private long[] lastNs = {};

  Awaited(int users) {
    this.users = users;
  }

  /** A user waits for a broadcast from now on. */
  void add(int broadcast, int row) {
    if (broadcast >= waiting.length) {
      int before = waiting.length;
      waiting = Arrays.copyOf(waiting, broadcast + 1);
      Arrays.fill(waiting, before, broadcast + 1, NOBODY);
      online = Arrays.copyOf(online, broadcast + 1);
      left = Arrays.copyOf(left, broadcast + 1);
      lastNs = Arrays.copyOf(lastNs, broadcast + 1);
    }
    if (waiting[broadcast].length == 0) {
      waiting[broadcast] = new long[(users + Long.SIZE - 1) / Long.SIZE];
    }
    waiting[broadcast][row / Long.SIZE] |= 1L << row;
    online[broadcast]++;
    left[broadcast]++;
  }

  /** A broadcast is on a user's screen. */
  void shown(int broadcast, int row, long nowNs) {
    if (left(broadcast) > 0 && (waiting[broadcast][row / Long.SIZE] >>> row & 1) != 0) {
      waiting[broadcast][row / Long.SIZE] &= ~(1L << row);
      left[broadcast]--;
      lastNs[broadcast] = nowNs;
    }
  }

  /** How many were connected when it began. */
  public long online(int broadcast) {
    return broadcast < online.length ? online[broadcast] : 0;
  }

  /** How many of them wait for it still. */
  public long left(int broadcast) {
    return broadcast < left.length ? left[broadcast] : 0;
  }

  /** When it was last on the screen of one of them, nanoseconds, or 0. */
  public long lastNs(int broadcast) {
    return broadcast < lastNs.length ? lastNs[broadcast] : 0;
  }
}
