package dev.haishin.model.gateway;

import java.util.Arrays;

/** What a gateway has asked the store for on behalf of its clients: rows with a free list. */
final class Requests {
  /** Messages in a page of history. */
  static final int PAGE = 500;

  /** In place of a message: a history, this and the messages left of it. */
  static final long HISTORY = Long.MIN_VALUE;

  private long[] link = new long[64];
  private long[] message = new long[64];
  private long[] instantNs = new long[64];
  private long[] readNs = new long[64];
  private int[] user = new int[64];
  private int[] next = new int[64];
  private boolean[] inUse = new boolean[64];
  private int used;
  private int free = -1;
  private long pairs;

  /**
   * A new row.
   *
   * @param messageId the message fetched, -1 - rows for a sync, or a history
   * @param ns the message's acceptance, negative for a copy without custody, or when the sync was
   *     asked for
   */
  int add(long ofLink, int ofUser, long messageId, long ns) {
    int row = free;
    if (row >= 0) {
      free = next[row];
    } else {
      row = used++;
      if (row == link.length) {
        grow();
      }
    }
    link[row] = ofLink;
    user[row] = ofUser;
    message[row] = messageId;
    instantNs[row] = ns;
    inUse[row] = true;
    pairs += messageId >= 0 && ns >= 0 ? 1 : 0;
    return row;
  }

  static boolean isHistory(long messageId) {
    return messageId < Integer.MIN_VALUE - 1L;
  }

  void remove(int row) {
    pairs -= message[row] >= 0 && instantNs[row] >= 0 ? 1 : 0;
    inUse[row] = false;
    next[row] = free;
    free = row;
  }

  long link(int row) {
    return link[row];
  }

  int user(int row) {
    return user[row];
  }

  long message(int row) {
    return message[row];
  }

  long instantNs(int row) {
    return instantNs[row];
  }

  /** Remembers when the store was asked: all that was in the inbox by then is in the answer. */
  void read(int row, long ns) {
    readNs[row] = ns;
  }

  long readNs(int row) {
    return readNs[row];
  }

  boolean isFetch(int row) {
    return inUse[row] && message[row] >= 0;
  }

  /** Rows ever used. */
  int rows() {
    return used;
  }

  /** Fetches under way: each holds one (message, recipient) pair. */
  long pairs() {
    return pairs;
  }

  void clear() {
    used = 0;
    free = -1;
    pairs = 0;
    Arrays.fill(inUse, false);
  }

  private void grow() {
    int length = link.length + link.length / 4;
    link = Arrays.copyOf(link, length);
    message = Arrays.copyOf(message, length);
    instantNs = Arrays.copyOf(instantNs, length);
    readNs = Arrays.copyOf(readNs, length);
    user = Arrays.copyOf(user, length);
    next = Arrays.copyOf(next, length);
    inUse = Arrays.copyOf(inUse, length);
  }
}
