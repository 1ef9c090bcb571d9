package dev.haishin.model.store;

import dev.haishin.model.failure.Outages;
import java.util.Arrays;

/**
 * Which server has which region open, and from when until when: the whole course of a run, known
 * before it and immutable. Between two tenures a region is open nowhere.
 *
 * <p>Servers act by it. Clients must not look ahead in it: they may know what was so at an instant
 * at which they ask.
 */
public final class RegionTenures {
  /** No tenure. */
  static final int NONE = -1;

  private final int perServer;
  private final long[][] fromNs;
  private final long[][] untilNs;
  private final int[][] server;
  private boolean quiet = true;

  /** Every region is open at its own server, regions of one server numbered in a row. */
  RegionTenures(int regions, int perServer) {
    this.perServer = perServer;
    fromNs = new long[regions][];
    untilNs = new long[regions][];
    server = new int[regions][];
  }

  /** The server at which a region is open at t = 0. */
  int own(int region) {
    return region / perServer;
  }

  /** How many regions there are. */
  int regions() {
    return fromNs.length;
  }

  /** Whether no region is ever closed. */
  boolean isQuiet() {
    return quiet;
  }

  /** The last tenure of a region ends. */
  void close(int region, long atNs) {
    quiet = false;
    if (fromNs[region] == null) {
      fromNs[region] = new long[1];
      untilNs[region] = new long[] {Outages.NEVER};
      server[region] = new int[] {own(region)};
    }
    untilNs[region][untilNs[region].length - 1] = atNs;
  }

  /** A further tenure of a region begins, after the last one was closed. */
  void open(int region, long atNs, int atServer) {
    int count = fromNs[region].length;
    fromNs[region] = Arrays.copyOf(fromNs[region], count + 1);
    untilNs[region] = Arrays.copyOf(untilNs[region], count + 1);
    server[region] = Arrays.copyOf(server[region], count + 1);
    fromNs[region][count] = atNs;
    untilNs[region][count] = Outages.NEVER;
    server[region][count] = atServer;
  }

  /** The tenure of a region at an instant, or {@link #NONE} while it is open nowhere. */
  int at(int region, long atNs) {
    if (fromNs[region] == null) {
      return 0;
    }
    for (int i = fromNs[region].length - 1; i >= 0; i--) {
      if (fromNs[region][i] <= atNs) {
        return atNs < untilNs[region][i] ? i : NONE;
      }
    }
    return NONE;
  }

  /** The server of a region in a tenure. */
  int server(int region, int tenure) {
    return server[region] == null ? own(region) : server[region][tenure];
  }

  /** How many tenures a region has. */
  int count(int region) {
    return fromNs[region] == null ? 1 : fromNs[region].length;
  }

  /** When a tenure begins. */
  long fromNs(int region, int tenure) {
    return fromNs[region] == null ? 0 : fromNs[region][tenure];
  }

  /** When a tenure ends. */
  long untilNs(int region, int tenure) {
    return fromNs[region] == null ? Outages.NEVER : untilNs[region][tenure];
  }
}
