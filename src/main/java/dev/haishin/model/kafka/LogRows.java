package dev.haishin.model.kafka;

import java.util.Arrays;

/**
 * The rows of a partition's records, in a ring from the first that some replica keeps: replicas
 * that have the same records read the same rows, each up to its own end.
 *
 * <p>A row is the message, the instant it was accepted (0 until then), the instant it was appended
 * and later the instant the high watermark passed it, the bytes of the log up to its end, and,
 * where brokers fail, where the record comes from. The ring grows as the group lags, without a
 * bound, and shrinks when most of it has been empty.
 */
final class LogRows {
  private static final int ACCEPTED = 1;
  private static final int SINCE = 2;
  private static final int BYTES = 3;
  private static final int ORIGIN = 4;
  private static final int LEAST = 16;

  /** Rings of so many rows are not worth shrinking, and larger ones grow by a quarter. */
  private static final int SMALL = 256;

  /** How often a ring is trimmed before it shrinks to what it needed meanwhile. */
  private static final int TRIMS = 4;

  private final int longs;
  private long[] rows;
  private int capacity;

  /** The offset whose row is at the beginning of the ring: the first one's, or one before it. */
  private long base;

  private long first;
  private long end;
  private long mostKept;
  private int trims;
  private PartitionLog[] readers = new PartitionLog[1];
  private int readerCount;

  /** No rows yet, nor any reader. */
  LogRows(boolean keepsOrigins) {
    longs = keepsOrigins ? ORIGIN + 1 : ORIGIN;
    rows = new long[LEAST * longs];
    capacity = LEAST;
  }

  /** Rows of their own for one who goes on otherwise from an offset. */
  LogRows copy(long from, long until) {
    LogRows copy = new LogRows(longs > ORIGIN);
    copy.first = from;
    copy.end = from;
    copy.resize(Math.max(LEAST, Math.toIntExact(until - from)));
    for (long offset = from; offset < until; offset++) {
      System.arraycopy(rows, row(offset), copy.rows, copy.row(offset), longs);
    }
    copy.end = until;
    return copy;
  }

  void join(PartitionLog reader) {
    if (readerCount == readers.length) {
      readers = Arrays.copyOf(readers, readerCount + 1);
    }
    readers[readerCount++] = reader;
  }

  void leave(PartitionLog reader) {
    int at = 0;
    while (readers[at] != reader) {
      at++;
    }
    readers[at] = readers[--readerCount];
    readers[readerCount] = null;
  }

  /** How many rows there is room for. */
  int capacity() {
    return capacity;
  }

  /** The offset of the next row. */
  long end() {
    return end;
  }

  void append(long messageId, long acceptedNs, long nowNs, long endBytes, long origin) {
    if (end - first == capacity) {
      resize(capacity + (capacity < SMALL ? capacity : capacity / 4));
    }
    int row = row(end++);
    rows[row] = messageId;
    rows[row + ACCEPTED] = acceptedNs;
    rows[row + SINCE] = nowNs;
    rows[row + BYTES] = endBytes;
    if (longs > ORIGIN) {
      rows[row + ORIGIN] = origin;
    }
  }

  long messageId(long offset) {
    return rows[row(offset)];
  }

  long acceptedNs(long offset) {
    return rows[row(offset) + ACCEPTED];
  }

  void accept(long offset, long nowNs) {
    rows[row(offset) + ACCEPTED] = nowNs;
  }

  long sinceNs(long offset) {
    return rows[row(offset) + SINCE];
  }

  void pass(long offset, long nowNs) {
    rows[row(offset) + SINCE] = nowNs;
  }

  /** Bytes of the log up to the end of a row. */
  long endBytes(long offset) {
    return rows[row(offset) + BYTES];
  }

  /** Where a record comes from; only if origins are kept. */
  long origin(long offset) {
    return rows[row(offset) + ORIGIN];
  }

  void markPassed(long offset) {
    int at = row(offset) + ORIGIN;
    rows[at] = RowOrigin.passed(rows[at]);
  }

  /** A reader keeps less: rows that nobody reads any more are forgotten. */
  void trimmed() {
    long kept = end;
    for (int i = 0; i < readerCount; i++) {
      PartitionLog reader = readers[i];
      if (reader.startOffset() < reader.endOffset()) {
        kept = Math.min(kept, reader.startOffset());
      }
    }
    mostKept = Math.max(mostKept, end - first);
    first = Math.max(first, kept);
    if (first - base >= capacity) {
      base += (first - base) / capacity * capacity;
    }
    if (++trims >= TRIMS) {
      if (capacity > SMALL && mostKept * 8 < capacity) {
        resize(capacity / 4);
      }
      trims = 0;
      mostKept = 0;
    }
  }

  private int row(long offset) {
    int place = (int) (offset - base);
    return (place < capacity ? place : place - capacity) * longs;
  }

  private void resize(int wanted) {
    long[] moved = new long[Math.multiplyExact(wanted, longs)];
    for (long offset = first; offset < end; offset++) {
      System.arraycopy(rows, row(offset), moved, (int) (offset - first) * longs, longs);
    }
    rows = moved;
    capacity = wanted;
    base = first;
  }
}
