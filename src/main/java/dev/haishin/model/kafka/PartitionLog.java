package dev.haishin.model.kafka;

import java.util.function.LongConsumer;

/**
 * The records of one partition at a replica, from the first offset not yet committed by the group
 * to the log end. Where no broker fails only the leader has a log.
 *
 * <p>Replicas that have the same records share their {@link LogRows rows}: a follower that fetches
 * reads its leader's, and a replica that goes on otherwise than others takes rows of its own.
 * Retention by time or size does not shorten a log.
 */
final class PartitionLog {
  /** The message of a row that stands for no record: what was there is lost. */
  static final long NO_MESSAGE = -1;

  private LogRows rows;
  private long startOffset;
  private long startBytes;
  private long endOffset;
  private long highWatermark;

  /** An empty log of rows that others may read too. */
  PartitionLog(LogRows rows) {
    this.rows = rows;
    rows.join(this);
  }

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
    while (offset > startOffset && rows.sinceNs(offset - 1) > nowNs) {
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

  /** Where a record comes from. */
  long origin(long offset) {
    return rows.origin(offset);
  }

  /** The high watermark has passed a record. */
  void markPassed(long offset) {
    rows.markPassed(offset);
  }

  /** Whether another log has the same record at an offset that both keep. */
  boolean agrees(PartitionLog other, long offset) {
    return rows == other.rows
        || messageId(offset) == other.messageId(offset)
            && RowOrigin.passed(origin(offset)) == RowOrigin.passed(other.origin(offset));
  }

  /** The first offset from which on another log has something else, or nothing. */
  long commonEnd(PartitionLog other) {
    long end = Math.min(endOffset, other.endOffset);
    if (rows == other.rows) {
      return end;
    }
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
    if (until <= endOffset) {
      return;
    }
    shareRows(other);
    if (rows == other.rows) {
      endOffset = until;
    }
    for (long offset = endOffset; offset < until; offset++) {
      append(
          other.messageId(offset),
          other.acceptedNs(offset),
          other.sinceNs(offset),
          (int) other.bytesBetween(offset, offset + 1),
          other.origin(offset));
    }
  }

  /**
   * Reads the rows of a log that has all records of this one, and does not begin behind its end.
   */
  private void shareRows(PartitionLog other) {
    if (rows != other.rows) {
      if (commonEnd(other) < endOffset) {
        return;
      }
      readFrom(other.rows);
    }
    if (startOffset < other.startOffset || startOffset == endOffset) {
      startOffset = Math.max(startOffset, other.startOffset);
      startBytes = other.bytesBefore(startOffset);
    }
  }

  private void readFrom(LogRows others) {
    rows.leave(this);
    rows.trimmed();
    rows = others;
    rows.join(this);
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

  /**
   * Appends a record.
   *
   * @param acceptedNs 0 for one that is not accepted yet
   * @param origin {@link RowOrigin} of it
   */
  void append(long messageId, long acceptedNs, long nowNs, int bytes, long origin) {
    if (endOffset != rows.end()) {
      readFrom(rows.copy(startOffset, endOffset)); // Others have something else from here on.
    }
    rows.append(messageId, acceptedNs, nowNs, bytesBefore(endOffset) + bytes, origin);
    endOffset++;
  }

  long messageId(long offset) {
    return rows.messageId(offset);
  }

  long acceptedNs(long offset) {
    return rows.acceptedNs(offset);
  }

  /** When it was appended, or when the high watermark passed it. */
  long sinceNs(long offset) {
    return rows.sinceNs(offset);
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
    rows.accept(offset, nowNs);
  }

  /** Moves the high watermark past one more record. */
  void pass(long nowNs) {
    rows.pass(highWatermark, nowNs);
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
      rows.trimmed();
    }
  }

  private long bytesBefore(long offset) {
    return offset == startOffset ? startBytes : rows.endBytes(offset - 1);
  }
}
