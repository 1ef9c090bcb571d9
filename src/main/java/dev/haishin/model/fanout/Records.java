package dev.haishin.model.fanout;

import java.util.Arrays;

/** Records that a worker has fetched and not finished: rows with a free list. */
final class Records {
  static final int NONE = -1;

  private long[] message = new long[256];
  private long[] acceptedNs = new long[256];
  private long[] offset = new long[256];
  private long[] pairs = new long[256];
  private int[] partition = new int[256];
  private int[] outstanding = new int[256];
  private int[] nextOfChat = new int[256];
  private int used;
  private int free = NONE;

  int add(int ofPartition, long atOffset, long messageId, long accepted, long pairsHeld) {
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
    pairs[row] = pairsHeld;
    offset[row] = atOffset;
    partition[row] = ofPartition;
    outstanding[row] = 0;
    nextOfChat[row] = NONE;
    return row;
  }

  void remove(int row) {
    nextOfChat[row] = free;
    free = row;
  }

  long message(int row) {
    return message[row];
  }

  long acceptedNs(int row) {
    return acceptedNs[row];
  }

  /** Pairs that the record stands for in this home. */
  long pairs(int row) {
    return pairs[row];
  }

  long offset(int row) {
    return offset[row];
  }

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

  /** One of the things a record waits for is done; says whether it was the last. */
  boolean settle(int row) {
    return --outstanding[row] == 0;
  }

  private void grow() {
    int length = message.length * 2;
    message = Arrays.copyOf(message, length);
    acceptedNs = Arrays.copyOf(acceptedNs, length);
    offset = Arrays.copyOf(offset, length);
    pairs = Arrays.copyOf(pairs, length);
    partition = Arrays.copyOf(partition, length);
    outstanding = Arrays.copyOf(outstanding, length);
    nextOfChat = Arrays.copyOf(nextOfChat, length);
  }
}
