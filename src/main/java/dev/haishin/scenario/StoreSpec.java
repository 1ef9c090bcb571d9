package dev.haishin.scenario;

/**
 * The message store of a home region.
 *
 * @param put delay of a write at low load
 * @param get delay of a read at low load
 * @param opCost time that an operation holds a handler
 * @param handlers of a region server
 * @param failoverTime until the regions of a dead server are served again
 * @param retentionNs how long messages are kept, for the price of it
 */
public record StoreSpec(
    int regionServers,
    Quantity put,
    Quantity get,
    Quantity opCost,
    int handlers,
    Quantity failoverTime,
    long retentionNs) {
  /** Checks the ranges. */
  public StoreSpec {
    Require.positive("region-servers", regionServers);
    Require.positive("handlers", handlers);
    Require.positive("retention", retentionNs);
  }
}
