package dev.haishin.model.kafka;

/**
 * Where a record in a log comes from, in one word: the producer, the number of the batch among all
 * of this producer, and whether the producer still waits for the high watermark. What two replicas
 * have at an offset is the same record only if its origin is.
 */
final class RowOrigin {
  /** Nothing is known: no record, or a cluster that does not fail. */
  static final long NONE = 0;

  private static final int NUMBER_BITS = 40;
  private static final long NUMBER_MASK = (1L << NUMBER_BITS) - 1;

  private static final int LIFE_SHIFT = 20;

  private RowOrigin() {}

  /** The number before the first batch of a producer's next life: batches of two never mix. */
  static long nextLife(long number) {
    return (number >>> LIFE_SHIFT) + 1 << LIFE_SHIFT;
  }

  /**
   * Whether two batches may be told apart by their numbers alone. Those of two lives never are; a
   * life of more than 2^20 batches counts as several.
   */
  static boolean isOfOneLife(long number, long other) {
    return number >>> LIFE_SHIFT == other >>> LIFE_SHIFT;
  }

  static long of(int process, long number, Acks acks) {
    long who = (long) process << NUMBER_BITS | (number & NUMBER_MASK);
    return acks == Acks.ALL ? who | Long.MIN_VALUE : who;
  }

  static int process(long origin) {
    return (int) ((origin & Long.MAX_VALUE) >>> NUMBER_BITS);
  }

  static long number(long origin) {
    return origin & NUMBER_MASK;
  }

  /** Whether the record is not durable, for its producer waits and the high watermark is behind. */
  static boolean waits(long origin) {
    return origin < 0;
  }

  /** The same origin, once the high watermark has passed. */
  static long passed(long origin) {
    return origin & Long.MAX_VALUE;
  }
}
