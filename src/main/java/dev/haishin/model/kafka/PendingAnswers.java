package dev.haishin.model.kafka;

import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.util.Arrays;

/**
 * Produce requests with {@code acks=all} that are appended but not yet replicated: rows with a free
 * list, each counting the partitions it still waits for.
 */
final class PendingAnswers {
  private static final int END = -1;

  private long[] headers = new long[16];
  private int[] partitionsLeft = new int[16];
  private int rows;
  private int free = END;
  private int[] due = new int[16];
  private int dueCount;
  private LongArrayList[] refused = new LongArrayList[0];

  /** A row for a request that waits for nothing but to be settled. */
  int open(long header) {
    int row = free;
    if (row != END) {
      free = partitionsLeft[row];
    } else {
      row = rows++;
      if (row == headers.length) {
        headers = Arrays.copyOf(headers, row * 2);
        partitionsLeft = Arrays.copyOf(partitionsLeft, row * 2);
      }
    }
    headers[row] = header;
    partitionsLeft[row] = 1;
    return row;
  }

  /** Notes that one of its batches is refused. */
  void refuse(int row, long refusal) {
    if (row >= refused.length) {
      refused = Arrays.copyOf(refused, Math.max(headers.length, row + 1));
    }
    if (refused[row] == null) {
      refused[row] = new LongArrayList();
    }
    refused[row].add(refusal);
  }

  /** The batches of a request that are refused, null for none; forgotten by this. */
  LongArrayList takeRefused(int row) {
    if (row >= refused.length) {
      return null;
    }
    LongArrayList taken = refused[row];
    refused[row] = null;
    return taken;
  }

  /** No partition will be added that a request waits for; without any it is due. */
  void settle(int row) {
    replicated(row);
  }

  /** Forgets all requests. */
  void clear() {
    rows = 0;
    free = END;
    dueCount = 0;
    Arrays.fill(refused, null);
  }

  /** Makes a request wait for one more partition. */
  void await(int row) {
    partitionsLeft[row]++;
  }

  /** One partition is replicated; the request is due when it was the last. */
  void replicated(int row) {
    if (--partitionsLeft[row] == 0) {
      if (dueCount == due.length) {
        due = Arrays.copyOf(due, dueCount * 2);
      }
      due[dueCount++] = row;
    }
  }

  /** Requests that may be answered now. */
  int dueCount() {
    return dueCount;
  }

  /** The row of a request that may be answered, by its place from 0. */
  int dueRow(int place) {
    return due[place];
  }

  /** Takes a request that may be answered, by its place from 0, and frees its row. */
  long take(int place) {
    int row = due[place];
    partitionsLeft[row] = free;
    free = row;
    return headers[row];
  }

  /** Forgets the requests that were due. */
  void clearDue() {
    dueCount = 0;
  }
}
