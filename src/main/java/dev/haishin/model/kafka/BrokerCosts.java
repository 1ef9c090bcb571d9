package dev.haishin.model.kafka;

import dev.haishin.engine.Distribution;
import java.util.Objects;

/**
 * What a broker's CPU and disk spend on requests.
 *
 * @param appendNs CPU of one produce request, or of one fetch response that a follower appends
 * @param recordNs CPU of each record in it, drawn for each
 * @param bytePicos CPU of each byte in it, in picoseconds (thousandths of a nanosecond)
 * @param fetchNs CPU of one fetch request of a consumer or a follower; its bytes are free (zero
 *     copy). The same for all, for fetches have to leave the handlers in the order in which they
 *     came
 * @param diskBytesPerSecond how fast appended bytes reach the disk, and evicted ones are read from
 *     it; an append ends in the page cache and does not wait
 * @param seekNs of a read, for each partition
 * @param pageCacheBytes how many appended bytes stay in memory
 */
public record BrokerCosts(
    Distribution appendNs,
    Distribution recordNs,
    long bytePicos,
    long fetchNs,
    long diskBytesPerSecond,
    long seekNs,
    long pageCacheBytes) {

  /** Costs with a page cache that is never too small. */
  public BrokerCosts(
      Distribution appendNs,
      Distribution recordNs,
      long bytePicos,
      long fetchNs,
      long diskBytesPerSecond) {
    this(appendNs, recordNs, bytePicos, fetchNs, diskBytesPerSecond, 0, Long.MAX_VALUE);
  }

  /** Refuses negative costs and a disk without speed. */
  public BrokerCosts {
    Objects.requireNonNull(appendNs, "appendNs");
    Objects.requireNonNull(recordNs, "recordNs");
    if (bytePicos < 0 || fetchNs < 0) {
      throw new IllegalArgumentException(
          "costs must not be negative, but are " + bytePicos + " ps a byte, " + fetchNs + " ns");
    }
    if (diskBytesPerSecond < 1) {
      throw new IllegalArgumentException(
          "diskBytesPerSecond must be at least 1, not " + diskBytesPerSecond);
    }
    if (seekNs < 0 || pageCacheBytes < 0) {
      throw new IllegalArgumentException(
          "a seek of " + seekNs + " ns and a page cache of " + pageCacheBytes + " B cannot be");
    }
  }
}
