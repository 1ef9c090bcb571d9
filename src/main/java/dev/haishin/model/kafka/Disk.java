package dev.haishin.model.kafka;

import dev.haishin.model.failure.Outages;
import dev.haishin.results.Counter;
import dev.haishin.results.Recorder;
import dev.haishin.results.Utilization;

/**
 * A broker's disk and the page cache before it. Appended bytes are written behind, and nobody waits
 * for them; the cache holds the last of them, so many as fit. What a consumer reads that is older
 * comes from the disk, first come first served with the writes: a seek for each partition and the
 * time of its bytes.
 *
 * <p>How old the cache's content is it knows to a thousandth of its size. Not modelled: other
 * content of the cache, such as what was read again; reads of followers; a cache that a lost host
 * has cold.
 */
final class Disk {
  private static final long NANOS = 1_000_000_000L;
  private static final int GRAINS = 1024;
  private static final int MARKS = 2 * GRAINS;

  private final BrokerCosts costs;
  private final Recorder recorder;
  private final int host;
  private final Outages outages;
  private final int broker;
  private final long grainBytes;
  private long freeNs;
  private long appendedBytes;
  private long nextMarkBytes;
  private long[] markNs = {};
  private long[] markBytes = {};
  private int firstMark;
  private int marks;
  private long cachedFromNs;

  /**
   * An idle disk.
   *
   * @param host its number among the hosts that {@code kafka.*} gauges are recorded for
   * @param broker its number in the cluster
   */
  Disk(BrokerCosts costs, Recorder recorder, int host, Outages outages, int broker) {
    this.costs = costs;
    this.recorder = recorder;
    this.host = host;
    this.outages = outages;
    this.broker = broker;
    this.grainBytes = Math.max(1, costs.pageCacheBytes() / GRAINS);
    this.nextMarkBytes = grainBytes;
  }

  /** Writes appended bytes behind, once those before are written. */
  void write(long nowNs, long bytes) {
    if (appendedBytes >= nextMarkBytes) {
      mark(nowNs);
    }
    appendedBytes += bytes;
    recorder.count(Counter.KAFKA_BYTES_WRITTEN, nowNs, bytes);
    occupy(nowNs, bytes * NANOS / costs.diskBytesPerSecond());
  }

  /** Whether all that was ever appended is in the page cache. */
  boolean isAllCached() {
    return appendedBytes <= costs.pageCacheBytes();
  }

  /** What was appended since is in the page cache. */
  long cachedFromNs() {
    long evicted = appendedBytes - costs.pageCacheBytes();
    while (marks > 0 && markBytes[firstMark] <= evicted) {
      cachedFromNs = markNs[firstMark];
      firstMark = (firstMark + 1) & (MARKS - 1);
      marks--;
    }
    return cachedFromNs;
  }

  /**
   * Reads what a fetch finds evicted; returns when it is there.
   *
   * @param partitions that it has to be looked for in
   */
  long read(long nowNs, int partitions, long bytes) {
    recorder.count(Counter.KAFKA_CACHE_MISSES, nowNs, 1);
    recorder.count(Counter.KAFKA_DISK_READ_BYTES, nowNs, bytes);
    occupy(nowNs, partitions * costs.seekNs() + bytes * NANOS / costs.diskBytesPerSecond());
    return freeNs;
  }

  /** Loses all that waits for it; what is in the cache stays. */
  void clear() {
    freeNs = 0;
  }

  private void occupy(long nowNs, long serviceNs) {
    long startNs = Math.max(nowNs, freeNs);
    freeNs = startNs + serviceNs;
    long downNs = outages.nextDownNs(broker, nowNs);
    recorder.busy(
        Utilization.KAFKA_DISK, host, Math.min(startNs, downNs), Math.min(freeNs, downNs));
  }

  /** Notes that what is appended from now on lies behind so many bytes. */
  private void mark(long nowNs) {
    if (marks == MARKS) {
      cachedFromNs(); // Nobody has asked for long; most of the marks lie outside the cache.
    }
    if (markNs.length == 0) {
      markNs = new long[MARKS];
      markBytes = new long[MARKS];
    }
    int at = (firstMark + marks++) & (MARKS - 1);
    markNs[at] = nowNs;
    markBytes[at] = appendedBytes;
    nextMarkBytes = appendedBytes + grainBytes;
  }
}
