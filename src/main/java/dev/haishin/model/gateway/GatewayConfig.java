package dev.haishin.model.gateway;

import dev.haishin.engine.Distribution;

/**
 * The gateways of one region, all alike.
 *
 * @param cores event loops
 * @param loopsShared whether all loops serve one queue; otherwise a connection belongs to one loop
 * @param memoryBytes of one gateway
 * @param bytesPerConnection memory of one connection
 * @param nicBytesPerSecond egress
 * @param connectCost CPU of a full TLS handshake, nanoseconds
 * @param resumeCost CPU of a resumed one
 * @param frameInCost CPU of a frame from a client
 * @param frameOutCost CPU of a frame to a client
 * @param ackCost CPU of a delivery acknowledgement coming in
 * @param heartbeatCost CPU of a beat and its answer
 * @param acceptQueue handshakes that may wait for a loop; beyond it they are refused
 * @param cohortHeartbeats whether the beats of a tick are one job
 * @param acceptsPerSecond handshakes begun a second at most; infinite for no limit
 * @param retryAfterNs what a refused client is told to wait beyond its own backoff
 * @param framing bytes around what goes over a connection
 * @param typingPatienceNs how long a typing indicator may wait for others on its way down
 * @param receiptPatienceNs how long a read receipt may
 * @param balancing how the region's gateways are chosen
 */
public record GatewayConfig(
    int cores,
    boolean loopsShared,
    long memoryBytes,
    long bytesPerConnection,
    double nicBytesPerSecond,
    Distribution connectCost,
    Distribution resumeCost,
    Distribution frameInCost,
    Distribution frameOutCost,
    Distribution ackCost,
    Distribution heartbeatCost,
    int acceptQueue,
    boolean cohortHeartbeats,
    double acceptsPerSecond,
    long retryAfterNs,
    Framing framing,
    long typingPatienceNs,
    long receiptPatienceNs,
    Balancing balancing) {

  /** Millionths of the memory that so many connections take. */
  long memoryMillionths(int connections) {
    return (long) (1e6 * connections * bytesPerConnection / memoryBytes);
  }

  /** Queues that the loops serve. */
  public int loops() {
    return loopsShared ? 1 : cores;
  }

  /** Connections that fit into the memory. */
  public int mostConnections() {
    return (int) Math.min(Integer.MAX_VALUE >> 6, memoryBytes / bytesPerConnection);
  }
}
