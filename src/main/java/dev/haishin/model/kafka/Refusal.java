package dev.haishin.model.kafka;

/**
 * What a client is told instead of what it asked for, as the word of an answer that also names the
 * newest version of the {@link Metadata} which the broker knows.
 *
 * <p>To a producer an answer carries a word for each batch that was refused; to a consumer for each
 * partition that it has to fetch elsewhere. The word of an event from {@link #LOST} on is about the
 * connection and everything under way on it.
 */
final class Refusal {
  /** Nothing is refused. */
  static final int NONE = 0;

  /** The connection was reset: the process died, or nobody listens. */
  static final int LOST = 1;

  /** Another broker leads the partition, or none. */
  static final int NOT_LEADER = 2;

  /** Fewer replicas are in sync than {@code min.insync.replicas}. */
  static final int NOT_ENOUGH_REPLICAS = 3;

  /** A batch before this one is missing. */
  static final int OUT_OF_ORDER = 4;

  private static final int LOW_BITS = 8;
  private static final int CODE_BITS = 8;
  private static final int CODE_SHIFT = 32;

  private Refusal() {}

  /**
   * The word that goes with an answer.
   *
   * @param low what the receiver needs to find its way, 0 to 255, such as a home
   */
  static long word(int low, int code, int version) {
    return low | ((long) code << LOW_BITS) | ((long) version << (LOW_BITS + CODE_BITS));
  }

  static int low(long word) {
    return (int) word & ((1 << LOW_BITS) - 1);
  }

  static int code(long word) {
    return (int) (word >>> LOW_BITS) & ((1 << CODE_BITS) - 1);
  }

  static int version(long word) {
    return (int) (word >>> (LOW_BITS + CODE_BITS));
  }

  /** The word of one refused partition. */
  static long of(int partition, int code) {
    return partition | ((long) code << CODE_SHIFT);
  }

  static int partitionOf(long refusal) {
    return (int) refusal;
  }

  static int codeOf(long refusal) {
    return (int) (refusal >>> CODE_SHIFT);
  }
}
