package dev.haishin.model.fanout;

import java.util.Arrays;
import java.util.function.LongConsumer;

/** Records that a worker has fetched and not finished: rows with a free list. */
final class Records {
  static final int NONE = -1;

  /** In place of a number of pairs: the record's pairs are not its own to answer for. */
  static final long REPEATED = -1;

  private static final int SETTLED = -1;

  private long[] message = new long[256];
  private long[] acceptedNs = new long[256];
  private long[] doneNs = new long[256];
  private long[] offset = new long[256];
  private long[] pairs = new long[256];
  private int[] partition = new int[256];
  private int[] outstanding = new int[256];
  private int[] nextOfChat = new int[256];
  private int used;
  private int free = NONE;

  /**
   * A new row.
   *
   * @param readyNs when the worker's core is done with it
   */
  int add(
      int ofPartition, long atOffset, long messageId, long accepted, long pairsHeld, long readyNs) {
    int row = free;
    if (row != NONE) {
      free = nextOfChat[row];
    } else {
      row = used++;
      if (row == message.length) {
        grow();
      }
    }
    message[row] = messageId;
    acceptedNs[row] = accepted;
    doneNs[row] = readyNs;
    pairs[row] = pairsHeld;
    offset[row] = atOffset;
    partition[row] = ofPartition;
    outstanding[row] = 0;
    nextOfChat[row] = NONE;
    return row;
  }

  void remove(int row) {
    message[row] = NONE;
    nextOfChat[row] = free;
    free = row;
  }

  /** Names every message that is held here between events; some more do no harm. */
  void heldMessages(LongConsumer each) {
    for (int row = 0; row < used; row++) {
      each.accept(message[row]);
    }
  }

  long message(int row) {
    return message[row];
  }

  long acceptedNs(int row) {
    return acceptedNs[row];
  }

  /** Pairs that the record stands for in this home, or {@link #REPEATED}. */
  long pairs(int row) {
    return pairs[row];
  }

  /** Pairs that the row answers for until the record begins. */
  long custody(int row) {
    return Math.max(0, pairs[row]);
  }

  long offset(int row) {
    return offset[row];
  }

  /** Its partition, or {@link #NONE} if that is another worker's by now. */
  int partition(int row) {
    return partition[row];
  }

  /** The record of the same chat that waits for this one. */
  int nextOfChat(int row) {
    return nextOfChat[row];
  }

  void follow(int row, int next) {
    nextOfChat[row] = next;
  }

  void await(int row) {
    outstanding[row]++;
  }

  /**
   * One of the things a record waits for is done at an instant; says whether it was the last to be
   * heard of.
   */
  boolean settle(int row, long atNs) {
    postpone(row, atNs);
    if (--outstanding[row] > 0) {
      return false;
    }
    outstanding[row] = SETTLED;
    return true;
  }

  /** A record is done at an instant at the earliest. */
  void postpone(int row, long atNs) {
    doneNs[row] = Math.max(doneNs[row], atNs);
  }

  /** Rows ever used. */
  int rows() {
    return used;
  }

  boolean isUsed(int row) {
    return message[row] != NONE;
  }

  /** Whether a record's turn has come. */
  boolean isBegun(int row) {
    return outstanding[row] != 0;
  }

  /** A record's partition is another worker's: it is worked off, and its offset is nobody's. */
  void disown(int row) {
    partition[row] = NONE;
    nextOfChat[row] = NONE;
  }

  /** Forgets all rows. */
  void clear() {
    used = 0;
    free = NONE;
  }

  /** Whether all that a record waits for has been heard of. */
  boolean isSettled(int row) {
    return outstanding[row] == SETTLED;
  }

  /**
   * When the core is done with it, or the last thing heard of that it waited for was; once settled,
   * when it is done.
   */
  long doneNs(int row) {
    return doneNs[row];
  }

  private void grow() {
    int length = message.length + message.length / 4;
    message = Arrays.copyOf(message, length);
    acceptedNs = Arrays.copyOf(acceptedNs, length);
    doneNs = Arrays.copyOf(doneNs, length);
    offset = Arrays.copyOf(offset, length);
    pairs = Arrays.copyOf(pairs, length);
    partition = Arrays.copyOf(partition, length);
    outstanding = Arrays.copyOf(outstanding, length);
    nextOfChat = Arrays.copyOf(nextOfChat, length);
  }
}
