package dev.haishin.model.kafka;

/** One word of a fetch request: a partition, an offset in it, and what that says to the leader. */
final class FetchWord {
  /** A follower has everything before the offset. */
  static final int END = 0;

  /** A consumer wants the partition, from the offset on. */
  static final int ADD = 1;

  /** A consumer does not want the partition for the time being. */
  static final int FORGET = 2;

  /** The group is done with everything before the offset. */
  static final int COMMIT = 3;

  /** The offset of an {@link #ADD} that means: from where the group has committed. */
  static final long COMMITTED = (1L << 43) - 1;

  private static final int OPERATION_SHIFT = 62;
  private static final int PARTITION_SHIFT = 43;

  private FetchWord() {}

  static long of(int operation, int partition, long offset) {
    return ((long) operation << OPERATION_SHIFT) | ((long) partition << PARTITION_SHIFT) | offset;
  }

  static int operation(long word) {
    return (int) (word >>> OPERATION_SHIFT);
  }

  static int partition(long word) {
    return (int) (word >>> PARTITION_SHIFT) & (KafkaCluster.MAX_PARTITIONS - 1);
  }

  static long offset(long word) {
    return word & ((1L << PARTITION_SHIFT) - 1);
  }
}
