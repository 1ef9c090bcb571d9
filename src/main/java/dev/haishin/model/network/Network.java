package dev.haishin.model.network;

import dev.haishin.engine.Distribution;
import java.util.Arrays;

/**
 * One-way latencies from host to host: same zone, same region, or half the round trip between
 * regions.
 *
 * <p>The least latency is constant for a pair of hosts. Between regions there may be jitter and
 * cuts on top of it, which do not change the order of what one process sends to another. Not
 * modelled: bandwidth between regions.
 */
public final class Network {
  private final long sameZoneNs;
  private final long sameRegionNs;
  private final long[][] betweenNs;
  private int[] regions = new int[1024];
  private int[] zones = new int[1024];
  private LongLines lines;
  private Borders borders;

  /**
   * A network with no hosts yet.
   *
   * @param sameZoneNs one way within a zone
   * @param sameRegionNs one way between zones of a region
   * @param betweenNs one way between regions, symmetric
   */
  public Network(long sameZoneNs, long sameRegionNs, long[][] betweenNs) {
    this.sameZoneNs = sameZoneNs;
    this.sameRegionNs = sameRegionNs;
    this.betweenNs = betweenNs;
  }

  /** Says where a process stands. */
  public void place(int process, int region, int zone) {
    if (process >= regions.length) {
      int length = Math.max(process + 1, regions.length * 2);
      regions = Arrays.copyOf(regions, length);
      zones = Arrays.copyOf(zones, length);
    }
    regions[process] = region;
    zones[process] = zone;
  }

  /**
   * Lets ways between regions take longer than the least; once, when all processes are placed.
   *
   * @param jitter on top of a way between regions, nanoseconds; null for none
   * @param rtoNs first time-out of a retransmission beyond the round trip, nanoseconds
   * @param processes how many there are
   */
  public void disturb(Cuts cuts, Distribution jitter, long seed, long rtoNs, int processes) {
    if (jitter != null || cuts.any()) {
      lines = new LongLines(cuts, jitter, seed, rtoNs, processes);
    }
  }

  /** Says what may cross between regions; once, before the run. */
  public void bound(Borders rules) {
    borders = rules;
  }

  /** What may cross between regions. */
  public Borders borders() {
    return borders;
  }

  /**
   * The sender closes its connection to another process, whose silence has lasted too long: what it
   * sends from now on goes by a new one, which a cut holds up from then on.
   */
  public void reconnect(int fromProcess, int toProcess) {
    if (lines != null) {
      lines.reconnect(fromProcess, toProcess);
    }
  }

  /** Whether ways between regions may take longer than the least. */
  public boolean isDisturbed() {
    return lines != null;
  }

  /**
   * When what a process sends to another arrives; to be asked by the sender, once for each send, in
   * the order of sending.
   *
   * @param leaveNs when it leaves, nanoseconds
   */
  public long arrivalNs(int fromProcess, int toProcess, long leaveNs) {
    long wayNs = latencyNs(fromProcess, toProcess);
    if (lines == null || regions[fromProcess] == regions[toProcess]) {
      return leaveNs + wayNs;
    }
    return lines.arrivalNs(
        fromProcess, regions[fromProcess], toProcess, regions[toProcess], leaveNs, wayNs);
  }

  /**
   * Whether what a process sends to another may be held up because their regions are parted, and
   * who asks has to do without an answer.
   */
  public boolean parts(int oneProcess, int otherProcess) {
    return lines != null && lines.parts(regions[oneProcess], regions[otherProcess]);
  }

  /** Whether two regions are parted at an instant. */
  public boolean isCut(int fromRegion, int toRegion, long atNs) {
    return lines != null && lines.isCut(fromRegion, toRegion, atNs);
  }

  /** Since when two regions are parted at an instant; {@code Long.MAX_VALUE} if they are not. */
  public long cutSinceNs(int fromRegion, int toRegion, long atNs) {
    return lines == null ? Long.MAX_VALUE : lines.cutSinceNs(fromRegion, toRegion, atNs);
  }

  /** The least way between two placed processes, nanoseconds. */
  public long latencyNs(int fromProcess, int toProcess) {
    int from = regions[fromProcess];
    int to = regions[toProcess];
    if (from != to) {
      return betweenNs[from][to];
    }
    return zones[fromProcess] == zones[toProcess] ? sameZoneNs : sameRegionNs;
  }

  /** The region a process stands in. */
  public int region(int process) {
    return regions[process];
  }

  /** The zone a process stands in, numbered within its region. */
  public int zone(int process) {
    return zones[process];
  }
}
