package dev.haishin.model.kafka;

/**
 * What a fetch waits for at the leader, how long, and how much it may bring back.
 *
 * @param minBytes what a fetch waits for, at least 1
 * @param maxWaitNs how long the leader keeps a fetch that finds less, at least 1
 * @param partitionBytes bytes of one partition in one response; a larger first record is sent
 *     whole, as Kafka does
 * @param records records in one response, 1 to 4,095: a consumer fetches no more from a broker
 *     before it has polled what it has, so one response is one poll
 */
public record FetchLimits(long minBytes, long maxWaitNs, int partitionBytes, int records) {
  static final int MAX_RECORDS = 4_095;

  /**
   * A consumer's: fetch.min 1 B, fetch.max.wait 500 ms, 1 MiB a partition, max.poll.records 500
   * (row K04).
   */
  public static final FetchLimits CONSUMER = new FetchLimits(1, 500_000_000L, 1 << 20, 500);

  /** A follower's: replica fetch wait 500 ms, 1 MiB a partition (row K06). */
  public static final FetchLimits FOLLOWER = new FetchLimits(1, 500_000_000L, 1 << 20, MAX_RECORDS);

  /** Refuses limits under which nothing would ever be fetched. */
  public FetchLimits {
    if (minBytes < 1 || maxWaitNs < 1 || partitionBytes < 1) {
      throw new IllegalArgumentException(
          "a fetch needs positive sizes and a positive wait, not "
              + minBytes
              + " B, "
              + maxWaitNs
              + " ns and "
              + partitionBytes
              + " B");
    }
    if (records < 1 || records > MAX_RECORDS) {
      throw new IllegalArgumentException(
          "a fetch brings 1 to " + MAX_RECORDS + " records, not " + records);
    }
  }
}
