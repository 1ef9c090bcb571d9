package dev.haishin.model.kafka;

import java.util.function.LongConsumer;

/**
 * The records of one partition at its leader: a ring of rows from the first offset not yet
 * committed by the group to the log end.
 *
 * <p>A row is the message, the instant it was accepted (0 until then), the instant it was appended
 * and later the instant the high watermark passed it, and the bytes of the log up to its end. The
 * ring grows as the group lags, without a bound: retention by time or size is not modelled.
 */
final class PartitionLog {
  private static final int LONGS = 4;
  private static final int ACCEPTED = 1;
  private static final int SINCE = 2;
  private static final int BYTES = 3;

  private long[] rows = new long[LONGS * 16];
  private long startOffset;
  private long startBytes;
  private long endOffset;
  private long highWatermark;

  /** The first offset kept. */
  long startOffset() {
    return startOffset;
  }

  /** The offset of the next record. */
  long endOffset() {
    return endOffset;
  }

  /** The first offset that some replica lacks, or does until a fetch at hand is handled. */
  long highWatermark() {
    return highWatermark;
  }

  /** The first offset that the high watermark has not passed at an instant. */
  long readable(long nowNs) {
    long offset = highWatermark;
    while (offset > startOffset && rows[row(offset - 1) + SINCE] > nowNs) {
      offset--;
    }
    return offset;
  }

  /** Appends a record; {@code acceptedNs} is 0 for one that is not accepted yet. */
  void append(long messageId, long acceptedNs, long nowNs, int bytes) {
    if ((endOffset - startOffset) * LONGS == rows.length) {
      grow();
    }
    long endBytes = bytesBefore(endOffset) + bytes;
    int row = row(endOffset);
    rows[row] = messageId;
    rows[row + ACCEPTED] = acceptedNs;
    rows[row + SINCE] = nowNs;
    rows[row + BYTES] = endBytes;
    endOffset++;
  }

  long messageId(long offset) {
    return rows[row(offset)];
  }

  long acceptedNs(long offset) {
    return rows[row(offset) + ACCEPTED];
  }

  /** When it was appended, or when the high watermark passed it. */
  long sinceNs(long offset) {
    return rows[row(offset) + SINCE];
  }

  /** Names the messages of all records. */
  void heldMessages(LongConsumer each) {
    for (long offset = startOffset; offset < endOffset; offset++) {
      each.accept(messageId(offset));
    }
  }

  /** Marks a record as accepted. */
  void accept(long offset, long nowNs) {
    rows[row(offset) + ACCEPTED] = nowNs;
  }

  /** Moves the high watermark past one more record. */
  void pass(long nowNs) {
    rows[row(highWatermark) + SINCE] = nowNs;
    highWatermark++;
  }

  /** Bytes of the records in a range of offsets. */
  long bytesBetween(long from, long until) {
    return bytesBefore(until) - bytesBefore(from);
  }

  /**
   * How far a fetch from an offset reaches: at least one record, and no more than fit.
   *
   * @param from below {@code limit}
   */
  long reach(long from, long limit, int maxBytes) {
    long base = bytesBefore(from);
    if (bytesBefore(limit) - base <= maxBytes) {
      return limit;
    }
    long until = from + 1;
    while (until < limit && bytesBefore(until + 1) - base <= maxBytes) {
      until++;
    }
    return until;
  }

  /** Forgets what lies before an offset, which is at most the high watermark. */
  void trimTo(long offset) {
    if (offset > startOffset) {
      startBytes = bytesBefore(offset);
      startOffset = offset;
    }
  }

  private long bytesBefore(long offset) {
    return offset == startOffset ? startBytes : rows[row(offset - 1) + BYTES];
  }

  private int row(long offset) {
    return (int) (offset * LONGS) & (rows.length - 1);
  }

  private void grow() {
    long[] old = rows;
    rows = new long[Math.multiplyExact(old.length, 2)];
    for (long offset = startOffset; offset < endOffset; offset++) {
      int from = (int) (offset * LONGS) & (old.length - 1);
      System.arraycopy(old, from, rows, row(offset), LONGS);
    }
  }
}
