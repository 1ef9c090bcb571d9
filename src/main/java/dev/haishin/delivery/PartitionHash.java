package dev.haishin.delivery;

/**
 * The partition of a keyed record as Kafka's default partitioner chooses it: 32-bit murmur2 with
 * seed 0x9747b28c, sign bit cleared, modulo the number of partitions.
 *
 * <p>A numeric key stands for its 8 bytes, big-endian, which is what Kafka's {@code LongSerializer}
 * writes.
 */
public final class PartitionHash {
  private static final int SEED = 0x9747b28c;
  private static final int MULTIPLIER = 0x5bd1e995;
  private static final int SHIFT = 24;

  private PartitionHash() {}

  /**
   * The partition of a numeric key.
   *
   * @param partitions at least 1
   */
  public static int partition(long key, int partitions) {
    return toPositive(murmur2(key)) % partitions;
  }

  /**
   * The partition of a key.
   *
   * @param partitions at least 1
   */
  public static int partition(byte[] key, int partitions) {
    return toPositive(murmur2(key, 0, key.length)) % partitions;
  }

  /** The hash of a numeric key's 8 bytes, big-endian. */
  public static int murmur2(long key) {
    int hash = SEED ^ Long.BYTES;
    hash = fold(hash, Integer.reverseBytes((int) (key >>> 32)));
    hash = fold(hash, Integer.reverseBytes((int) key));
    return finish(hash);
  }

  /** The hash of a range of bytes. */
  public static int murmur2(byte[] data, int offset, int length) {
    int hash = SEED ^ length;
    int end = offset + length;
    int i = offset;
    for (; i + 4 <= end; i += 4) {
      hash = fold(hash, littleEndian(data, i, 4));
    }
    if (i < end) {
      hash = (hash ^ littleEndian(data, i, end - i)) * MULTIPLIER;
    }
    return finish(hash);
  }

  /** Clears the sign bit, as Kafka does; this is not the absolute value. */
  public static int toPositive(int hash) {
    return hash & Integer.MAX_VALUE;
  }

  private static int fold(int hash, int word) {
    int mixed = word * MULTIPLIER;
    mixed = (mixed ^ (mixed >>> SHIFT)) * MULTIPLIER;
    return (hash * MULTIPLIER) ^ mixed;
  }

  private static int finish(int hash) {
    int mixed = (hash ^ (hash >>> 13)) * MULTIPLIER;
    return mixed ^ (mixed >>> 15);
  }

  private static int littleEndian(byte[] data, int offset, int bytes) {
    int word = 0;
    for (int i = bytes - 1; i >= 0; i--) {
      word = (word << 8) | (data[offset + i] & 0xff);
    }
    return word;
  }
}
