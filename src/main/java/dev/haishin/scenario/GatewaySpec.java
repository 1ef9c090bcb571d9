package dev.haishin.scenario;

/**
 * The gateways of one region.
 *
 * @param count of hosts
 * @param cores of each; one event loop a core
 * @param memoryBytes of each
 * @param nicBytesPerSecond of each, outgoing
 * @param connectCost CPU of a full TLS handshake
 * @param resumeCost CPU of a resumed one
 * @param resumedFraction of the reconnects that resume
 * @param frameInCost CPU of a message coming in
 * @param frameOutCost CPU of a message going out
 * @param ackCost CPU of a delivery acknowledgement coming in
 * @param heartbeatCost CPU of a beat and its answer
 * @param bytesPerConnection memory of one connection
 * @param sharedLoops one queue for all loops, else a connection belongs to one loop
 * @param acceptPerSecond connections that a host accepts a second; infinite without limit
 * @param acceptQueue connections that wait for their handshake; more are refused
 * @param retryAfterNs told to the refused ones; 0 for nothing
 * @param idleCutoffNs silence after which a connection is closed; {@link Law#NEVER_NS} for never
 * @param frameOverheadBytes framing, TLS and TCP/IP of one frame
 * @param heartbeatBytes of a beat on the wire, the same for its answer
 * @param handshakeBytes sent by the gateway in a full handshake
 */
public record GatewaySpec(
    int count,
    int cores,
    long memoryBytes,
    double nicBytesPerSecond,
    Quantity connectCost,
    Quantity resumeCost,
    double resumedFraction,
    Quantity frameInCost,
    Quantity frameOutCost,
    Quantity ackCost,
    Quantity heartbeatCost,
    long bytesPerConnection,
    boolean sharedLoops,
    double acceptPerSecond,
    long acceptQueue,
    long retryAfterNs,
    long idleCutoffNs,
    long frameOverheadBytes,
    long heartbeatBytes,
    long handshakeBytes) {
  /** Checks the ranges. */
  public GatewaySpec {
    Require.positive("gateways", count);
    Require.positive("cores", cores);
    Require.positive("memory", memoryBytes);
    Require.positive("nic", nicBytesPerSecond);
    Require.fraction("resumed", resumedFraction);
    Require.notNegative("bytes-per-connection", bytesPerConnection);
    Require.positive("accept-rate", acceptPerSecond);
    Require.positive("accept-queue", acceptQueue);
    Require.notNegative("retry-after", retryAfterNs);
    Require.positive("idle-cutoff", idleCutoffNs);
  }
}
