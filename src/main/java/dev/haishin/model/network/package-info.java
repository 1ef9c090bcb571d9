/**
 * Latencies between hosts, from the scenario's {@code network} (defaults: facts.md section 8.1).
 * Modelled: constant one-way latencies by zone and region, jitter between regions, regions that are
 * parted (TCP's retransmissions, RFC 6298). Left out: bandwidth between regions, loss between
 * hosts.
 */
package dev.haishin.model.network;
