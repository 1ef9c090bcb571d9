/**
 * The kernel: logical processes, event queues, partitions, stations, token buckets, random streams
 * and distributions. It knows nothing of messages or hosts.
 */
package dev.haishin.engine;
