package dev.haishin.scenario;

/**
 * The Redis cluster of a home region: session directory and inbox cache.
 *
 * @param shards masters
 * @param replicas of each master
 * @param commandCost CPU of one command
 * @param pipeline commands that travel together at most
 * @param nodeTimeoutNs after which a silent master is suspected
 * @param electionTime from the suspicion of the majority to the new master
 * @param timeoutNs of a command
 * @param memoryBytes of a shard
 * @param bytesPerEntry of a session entry
 */
public record RedisSpec(
    int shards,
    int replicas,
    Quantity commandCost,
    int pipeline,
    long nodeTimeoutNs,
    Quantity electionTime,
    long timeoutNs,
    long memoryBytes,
    long bytesPerEntry) {
  /** Checks the ranges. */
  public RedisSpec {
    Require.positive("shards", shards);
    Require.notNegative("replicas", replicas);
    Require.positive("pipeline", pipeline);
    Require.positive("node-timeout", nodeTimeoutNs);
    Require.positive("timeout", timeoutNs);
    Require.positive("memory", memoryBytes);
    Require.notNegative("bytes-per-entry", bytesPerEntry);
  }
}
