/**
 * Gateways that hold the clients' connections.
 *
 * <p>Modelled: event loops as FIFO servers with a CPU cost a kind of frame (a connection pinned to
 * a loop, or one queue for all), an accept queue with overflow, TLS handshakes full and resumed,
 * memory by connections with refusal at the limit, NIC egress as a byte rate, a dense table of
 * connections, heartbeats individually or by cohort, crash, vanish and restart. bytes by protocol,
 * with header compression or without, drain. Left out: compression of bodies.
 *
 * <p>Numbers: facts.md G06 and G08 (CPU a message, a beat), T07 (handshakes), G13 (memory), L31
 * (connections), B01 to B06, L41 (bytes a frame).
 */
package dev.haishin.model.gateway;
