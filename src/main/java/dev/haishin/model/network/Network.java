package dev.haishin.model.network;

import java.util.Arrays;

/**
 * One-way latencies from host to host: same zone, same region, or half the round trip between
 * regions.
 *
 * <p>Constant for a pair of hosts, so a link keeps its order. Not modelled: bandwidth between
 * regions, jitter, partitions.
 */
public final class Network {
  private final long sameZoneNs;
  private final long sameRegionNs;
  private final long[][] betweenNs;
  private int[] regions = new int[1024];
  private int[] zones = new int[1024];

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

  /** One way between two placed processes, nanoseconds. */
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
