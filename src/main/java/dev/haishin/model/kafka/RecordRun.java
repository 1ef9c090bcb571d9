package dev.haishin.model.kafka;

/** The word before consecutive records of one partition in a consumer's fetch response. */
final class RecordRun {
  private static final int PARTITION_SHIFT = 45;
  private static final int COUNT_SHIFT = 33;

  private RecordRun() {}

  static long of(int partition, int count, long firstOffset) {
    return ((long) partition << PARTITION_SHIFT) | ((long) count << COUNT_SHIFT) | firstOffset;
  }

  static int partition(long word) {
    return (int) (word >>> PARTITION_SHIFT);
  }

  static int count(long word) {
    return (int) (word >>> COUNT_SHIFT) & FetchLimits.MAX_RECORDS;
  }

  static long firstOffset(long word) {
    return word & ((1L << COUNT_SHIFT) - 1);
  }

  /** In place of a message that a log has lost, and back. */
  static long lost(long messageId) {
    return ~messageId;
  }
}
