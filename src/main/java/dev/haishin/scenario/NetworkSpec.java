package dev.haishin.scenario;

/**
 * The network within a region and to its clients.
 *
 * @param sameZoneNs one way, host to host in a zone
 * @param sameRegionNs one way, host to host in different zones
 * @param access one way, client to gateway, before the floor
 * @param accessFloorNs no access latency is below
 * @param rtoNs retransmission time-out of a lost client frame, before the round trip is added
 */
public record NetworkSpec(
    long sameZoneNs, long sameRegionNs, Quantity access, long accessFloorNs, long rtoNs) {
  /** Links must not be faster than this: it is the lookahead of the simulation. */
  public static final long MIN_LATENCY_NS = 10_000;

  /** Checks the ranges. */
  public NetworkSpec {
    if (sameZoneNs < MIN_LATENCY_NS
        || sameRegionNs < MIN_LATENCY_NS
        || accessFloorNs < MIN_LATENCY_NS) {
      throw new IllegalArgumentException("a link latency below " + MIN_LATENCY_NS + " ns");
    }
    Require.positive("rto", rtoNs);
  }
}
