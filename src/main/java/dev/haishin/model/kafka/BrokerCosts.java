package dev.haishin.model.kafka;

/**
 * What a broker's CPU and disk spend on requests.
 *
 * @param appendNs one produce request, or one fetch response appended by a follower
 * @param recordNs each record in it, added to {@code appendNs}
 * @param bytePicos each byte in it, in picoseconds (thousandths of a nanosecond)
 * @param fetchNs one fetch request of a consumer or a follower; its bytes are free (zero copy)
 * @param diskBytesPerSecond how fast appended bytes reach the disk, for {@code kafka.disk} only: an
 *     append ends in the page cache and does not wait
 */
public record BrokerCosts(
    long appendNs, long recordNs, long bytePicos, long fetchNs, long diskBytesPerSecond) {

  /** Refuses negative costs and a disk without speed. */
  public BrokerCosts {
    notNegative("appendNs", appendNs);
    notNegative("recordNs", recordNs);
    notNegative("bytePicos", bytePicos);
    notNegative("fetchNs", fetchNs);
    if (diskBytesPerSecond < 1) {
      throw new IllegalArgumentException(
          "diskBytesPerSecond must be at least 1, not " + diskBytesPerSecond);
    }
  }

  /** CPU time of an append, nanoseconds, rounded down. */
  public long appendNs(long records, long bytes) {
    return appendNs + records * recordNs + bytes * bytePicos / 1000;
  }

  private static void notNegative(String name, long value) {
    if (value < 0) {
      throw new IllegalArgumentException(name + " must not be negative, but is " + value);
    }
  }
}
