package dev.haishin.scenario;

/**
 * How fan-out workers and followers read from brokers.
 *
 * @param minBytes a fetch waits for
 * @param maxWaitNs but not longer than this
 * @param maxBytes of one answer and partition
 * @param maxPollRecords handed over at once
 * @param replicaMaxWaitNs of a follower's fetch
 */
public record FetchSpec(
    long minBytes, long maxWaitNs, long maxBytes, int maxPollRecords, long replicaMaxWaitNs) {
  /** Checks the ranges. */
  public FetchSpec {
    Require.positive("fetch.min-bytes", minBytes);
    Require.positive("fetch.max-wait", maxWaitNs);
    Require.positive("fetch.max-bytes", maxBytes);
    Require.positive("fetch.max-poll-records", maxPollRecords);
    Require.positive("fetch.replica-max-wait", replicaMaxWaitNs);
  }
}
