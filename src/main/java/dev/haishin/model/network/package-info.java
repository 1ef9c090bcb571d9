/**
 * Latencies between hosts, from the scenario's {@code network} (defaults: facts.md section 8.1).
 * Modelled: constant one-way latencies by zone and region. Left out: bandwidth between regions,
 * jitter, loss between hosts, partitions.
 */
package dev.haishin.model.network;
