package dev.haishin.model.kafka;

import dev.haishin.engine.Event;
import dev.haishin.engine.Port;
import java.util.Arrays;

/**
 * The words of a produce request: a header, and for each record the message, the instant the
 * producer took it, a place (relay or not, partition, bytes), and for a relay record the instant
 * the original was accepted. Records of one partition stand together: they are one batch. Where
 * brokers fail, the first record of a batch says which it is: its number among all batches of the
 * producer, and that of the batch which must have been taken before it.
 *
 * <p>The request is read from an array, since it may have to wait at the broker.
 */
final class ProduceRequest {
  private static final long RELAY = 1L << 63;
  private static final long NUMBERED = 1L << 62;
  private static final int GAP_SHIFT = 40;
  private static final int MAX_GAP = (1 << 23) - 1;
  private static final int PARTITION_SHIFT = 32;
  private static final int KIND_SHIFT = 22;
  private static final int ACKS_SHIFT = 28;
  private static final int HOME_SHIFT = 30;
  private static final int SLOT_SHIFT = 38;
  private static final int LONGS_OF_ORIGINAL = 3;

  long[] words = new long[256];
  int length;
  private int at;

  /** Packs who asks, how it wants the answer, and which of its requests this is. */
  static long header(int process, int replyKind, Acks acks, int home, int slot) {
    return process
        | ((long) replyKind << KIND_SHIFT)
        | ((long) acks.number() << ACKS_SHIFT)
        | ((long) home << HOME_SHIFT)
        | ((long) slot << SLOT_SHIFT);
  }

  static int process(long header) {
    return (int) header & ((1 << KIND_SHIFT) - 1);
  }

  static int replyKind(long header) {
    return (int) (header >>> KIND_SHIFT) & 0x3f;
  }

  static Acks acks(long header) {
    return Acks.of((int) (header >>> ACKS_SHIFT) & 3);
  }

  static int home(long header) {
    return (int) (header >>> HOME_SHIFT) & 0xff;
  }

  static int slot(long header) {
    return (int) (header >>> SLOT_SHIFT);
  }

  /**
   * Attaches one record to the request that is sent next.
   *
   * @param identity of the batch that it begins, 0 for one without, or for a later record
   */
  static void attach(
      Port from,
      long messageId,
      long producedNs,
      long acceptedNs,
      int partition,
      int bytes,
      long identity) {
    long place = ((long) partition << PARTITION_SHIFT) | bytes;
    place = identity == 0 ? place : place | NUMBERED;
    from.attach(messageId);
    from.attach(producedNs);
    from.attach(acceptedNs == 0 ? place : place | RELAY);
    if (acceptedNs != 0) {
      from.attach(acceptedNs);
    }
    if (identity != 0) {
      from.attach(identity);
    }
  }

  /**
   * Which batch it is, for its first record.
   *
   * @param before the batch that must have been taken before it, 0 for any or none
   */
  static long identity(long number, long before) {
    long gap = before == 0 ? 0 : number - before;
    return number | (gap > MAX_GAP ? 0 : gap) << GAP_SHIFT;
  }

  /** Copies the words of a request from an array. */
  void load(long[] source, int from, int count) {
    ensure(count);
    System.arraycopy(source, from, words, 0, count);
    length = count;
    at = 0;
  }

  /** Copies the words of a request from an event. */
  void load(Event event) {
    length = event.wordCount();
    ensure(length);
    for (int i = 0; i < length; i++) {
      words[i] = event.word(i);
    }
    at = 0;
  }

  /** Pairs of its relay records, but for those sent again. */
  long heldPairs(RecordPairs pairs, int home) {
    long sum = 0;
    for (rewind(); hasRecord(); next()) {
      sum += acceptedNs() > 0 ? pairs.pairs(messageId(), home) : 0;
    }
    return sum;
  }

  /** Starts reading, at the first record. */
  void rewind() {
    at = 0;
  }

  boolean hasRecord() {
    return at < length;
  }

  void next() {
    at += longs();
  }

  long messageId() {
    return words[at];
  }

  long producedNs() {
    return words[at + 1];
  }

  int partition() {
    return (int) (words[at + 2] >>> PARTITION_SHIFT) & (KafkaCluster.MAX_PARTITIONS - 1);
  }

  int bytes() {
    return (int) words[at + 2];
  }

  /**
   * When the original of a relay record was accepted, 0 for an original; negative for a relay
   * record sent again, which carries no custody.
   */
  long acceptedNs() {
    return isRelay() ? words[at + LONGS_OF_ORIGINAL] : 0;
  }

  private boolean isRelay() {
    return words[at + 2] < 0;
  }

  /** The number of the batch that begins with this record. */
  long number() {
    return words[at + longs() - 1] & ((1L << GAP_SHIFT) - 1);
  }

  /** The number of the batch that must have been taken before, 0 for any. */
  long numberBefore() {
    long gap = words[at + longs() - 1] >>> GAP_SHIFT;
    return gap == 0 ? 0 : number() - gap;
  }

  private int longs() {
    int longs = isRelay() ? LONGS_OF_ORIGINAL + 1 : LONGS_OF_ORIGINAL;
    return (words[at + 2] & NUMBERED) == 0 ? longs : longs + 1;
  }

  private void ensure(int count) {
    if (count > words.length) {
      words = Arrays.copyOf(words, Math.max(count, 2 * words.length));
    }
  }
}
