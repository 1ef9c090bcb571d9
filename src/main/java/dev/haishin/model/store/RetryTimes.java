package dev.haishin.model.store;

import dev.haishin.engine.CounterHash;

/**
 * When a client of HBase asks again: {@code hbase.client.pause} of 100 ms times {@code
 * HConstants.RETRY_BACKOFF}, with up to 1% of jitter on top.
 */
final class RetryTimes {
  private static final long PAUSE_NS = 100_000_000;
  private static final int[] BACKOFF = {1, 2, 3, 5, 10, 20, 40, 100, 100, 100, 100, 200, 200};
  private static final double JITTER = 0.01;

  private RetryTimes() {}

  /**
   * The pause before a try.
   *
   * @param attempt tries that failed before, less one
   * @param bits that the jitter is drawn from
   */
  static long pauseNs(int attempt, long bits) {
    long pauseNs = PAUSE_NS * BACKOFF[Math.min(attempt, BACKOFF.length - 1)];
    return pauseNs + (long) (pauseNs * JITTER * ((bits >>> 11) * 0x1.0p-53));
  }

  /**
   * The first of a client's tries that finds a region open.
   *
   * @param fromNs when its operations failed
   * @param key of the client's jitter
   * @return the instant of the try, or the first one past {@code untilNs}
   */
  static long firstOpenNs(RegionTenures tenures, int region, long fromNs, long untilNs, long key) {
    long atNs = fromNs;
    for (int attempt = 0; atNs <= untilNs; attempt++) {
      atNs += pauseNs(attempt, CounterHash.bits(key, region, fromNs + attempt));
      if (tenures.at(region, atNs) != RegionTenures.NONE) {
        return atNs;
      }
    }
    return atNs;
  }
}
