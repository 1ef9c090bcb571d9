package dev.haishin.model.kafka;

import java.util.function.LongConsumer;

/**
 * The records of one partition at a replica: a ring of rows from the first offset not yet committed
 * by the group to the log end. Where no broker fails only the leader keeps rows.
 *
 * <p>A row is the message, the instant it was accepted (0 until then), the instant it was appended
 * and later the instant the high watermark passed it, and the bytes of the log up to its end. The
 * ring grows as the group lags, without a bound: retention by time or size is not modelled.
 */
final class PartitionLog {
  /** The message of a row that stands for no record: what was there is lost. */
  static final long NO_MESSAGE = -1;

  private static final int LONGS = 4;
  private static final int ACCEPTED = 1;
  private static final int SINCE = 2;
  private static final int BYTES = 3;

  private long[] rows = new long[LONGS * 16];
  private long[] origins = new long[0];
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

  /** Bytes of all records before the log end, those no longer kept included. */
  long endBytes() {
    return bytesBefore(endOffset);
  }

  /** Bytes of all records before the first that is kept. */
  long startBytes() {
    return startBytes;
  }

  /** Whether the row of an offset is kept. */
  boolean has(long offset) {
    return offset >= startOffset && offset < endOffset;
  }

  /** Keeps the origin of each record from now on; while the log is empty. */
  void keepOrigins() {
    origins = new long[rows.length / LONGS];
  }

  /** Appends a record of an origin. */
  void append(long messageId, long acceptedNs, long nowNs, int bytes, long origin) {
    append(messageId, acceptedNs, nowNs, bytes);
    origins[(int) (endOffset - 1) & (origins.length - 1)] = origin;
  }

  /** Where a record comes from. */
  long origin(long offset) {
    return origins[(int) offset & (origins.length - 1)];
  }

  /** The high watermark has passed a record. */
  void markPassed(long offset) {
    int at = (int) offset & (origins.length - 1);
    origins[at] = RowOrigin.passed(origins[at]);
  }

  /** Whether another log has the same record at an offset that both keep. */
  boolean agrees(PartitionLog other, long offset) {
    return messageId(offset) == other.messageId(offset)
        && RowOrigin.passed(origin(offset)) == RowOrigin.passed(other.origin(offset));
  }

  /** The first offset from which on another log has something else, or nothing. */
  long commonEnd(PartitionLog other) {
    long end = Math.min(endOffset, other.endOffset);
    for (long offset = Math.max(startOffset, other.startOffset); offset < end; offset++) {
      if (!agrees(other, offset)) {
        return offset;
      }
    }
    return end;
  }

  /** Forgets the records from an offset on. */
  void truncateTo(long offset) {
    if (offset < startOffset) {
      startOffset = offset;
      startBytes = 0;
    }
    endOffset = Math.min(endOffset, offset);
    highWatermark = Math.min(highWatermark, endOffset);
  }

  /** Appends what another log has from this one's end on; what that forgot is skipped here too. */
  void copyFrom(PartitionLog other, long until) {
    if (other.startOffset > endOffset) {
      long reached = Math.min(until, other.startOffset);
      startBytes = other.bytesUpTo(reached, endOffset, endBytes());
      startOffset = reached;
      endOffset = reached;
      highWatermark = reached;
    }
    for (long offset = endOffset; offset < until; offset++) {
      int bytes = (int) other.bytesBetween(offset, offset + 1);
      append(
          other.messageId(offset),
          other.acceptedNs(offset),
          other.sinceNs(offset),
          bytes,
          other.origin(offset));
    }
  }

  /** Has rows without a record up to an offset. */
  void fillTo(long offset, long nowNs) {
    while (endOffset < offset) {
      append(NO_MESSAGE, 0, nowNs, 0, RowOrigin.NONE);
    }
  }

  /** Sets the high watermark of a log that begins to lead. */
  void leadFrom(long offset) {
    highWatermark = offset;
  }

  /**
   * Bytes up to an offset that need not be kept any more: between the end of a replica that lags
   * behind it and the first row all records count as alike.
   */
  long bytesUpTo(long offset, long fromOffset, long fromBytes) {
    if (offset >= startOffset) {
      return bytesBefore(offset);
    }
    long span = startOffset - fromOffset;
    return fromBytes + (long) ((startBytes - fromBytes) * ((double) (offset - fromOffset) / span));
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
      if (messageId(offset) != NO_MESSAGE) {
        each.accept(messageId(offset));
      }
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
   * How far the fetch of a replica reaches that lags behind the first row: about as far as fits.
   *
   * @param from its log end, below {@link #startOffset}
   * @param fromBytes bytes of all that it has
   */
  long reachBehind(long from, long fromBytes, int maxBytes) {
    long behind = startOffset - from;
    long bytes = Math.max(1, startBytes - fromBytes);
    long fit = bytes <= maxBytes ? behind : (long) ((double) behind * maxBytes / bytes);
    return from + Math.max(1, Math.min(behind, fit));
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

  /** Forgets what lies before an offset, which is at most the log end. */
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
    long[] oldOrigins = origins;
    origins = new long[oldOrigins.length * 2];
    rows = new long[Math.multiplyExact(old.length, 2)];
    for (long offset = startOffset; offset < endOffset; offset++) {
      int from = (int) (offset * LONGS) & (old.length - 1);
      System.arraycopy(old, from, rows, row(offset), LONGS);
      if (origins.length > 0) {
        origins[(int) offset & (origins.length - 1)] =
            oldOrigins[(int) offset & (oldOrigins.length - 1)];
      }
    }
  }
}
