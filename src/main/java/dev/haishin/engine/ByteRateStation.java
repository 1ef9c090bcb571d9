package dev.haishin.engine;

/**
 * A link or a disk: one queue served first come first served at a number of bytes a second.
 *
 * <p>Fractions of a nanosecond are carried from job to job in integers, so a busy station moves
 * exactly its rate however small the pieces are. A departure is rounded up to the nanosecond.
 */
public final class ByteRateStation {
  private static final long NANOS = 1_000_000_000L;
  private static final long MAX_BYTES = Long.MAX_VALUE / NANOS - 1;

  private final long bytesPerSecond;
  private long freeNs;
  private long remainder;
  private long lastStartNs;
  private long lastWork;
  private long lastSpentNs;

  /**
   * An idle station.
   *
   * @param bytesPerSecond 1 to 9 * 10^17
   */
  public ByteRateStation(long bytesPerSecond) {
    if (bytesPerSecond < 1 || bytesPerSecond > NANOS * NANOS - NANOS * NANOS / 10) {
      throw new IllegalArgumentException(
          "a rate lies in 1 to 9 * 10^17 bytes a second, not " + bytesPerSecond);
    }
    this.bytesPerSecond = bytesPerSecond;
  }

  /**
   * Takes a job.
   *
   * @param nowNs not before the previous arrival
   * @param bytes at most 9 GB
   * @return when its last byte is through
   */
  public long arrive(long nowNs, long bytes) {
    if (bytes < 0 || bytes > MAX_BYTES) {
      throw new IllegalArgumentException("a job of " + bytes + " bytes");
    }
    if (nowNs > freeNs) {
      freeNs = nowNs;
      remainder = 0;
    }
    lastStartNs = freeNs + (remainder == 0 ? 0 : 1);
    long work = bytes * NANOS + remainder;
    if (work != lastWork) {
      // Small frames are much alike, and a comparison is cheaper than a division.
      lastWork = work;
      lastSpentNs = work / bytesPerSecond;
    }
    long spentNs = lastSpentNs;
    freeNs += spentNs;
    remainder = work - spentNs * bytesPerSecond;
    return freeNs + (remainder == 0 ? 0 : 1);
  }

  /** When the first byte of the job that arrived last goes through. */
  public long lastStartNs() {
    return lastStartNs;
  }

  /** The instant from which the station is free for a next job; in the past if it is idle. */
  public long nextFreeNs() {
    return freeNs + (remainder == 0 ? 0 : 1);
  }

  /** Forgets all work, as a restart after a crash does. */
  public void reset(long nowNs) {
    freeNs = nowNs;
    remainder = 0;
    lastStartNs = nowNs;
  }
}
