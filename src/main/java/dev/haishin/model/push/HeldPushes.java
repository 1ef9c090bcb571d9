package dev.haishin.model.push;

import java.util.Arrays;
import java.util.function.LongConsumer;

/** The pushes that a relay holds, as rows: what is pushed, to whom, and since when. */
final class HeldPushes {
  /** The attempt that is no longer the dispatcher's: the late notification. */
  static final int LATE = 0;

  private static final int NONE = -1;
  private static final int INITIAL_ROWS = 64;

  private long[] messageIds = new long[INITIAL_ROWS];
  private long[] replyAtNs = new long[INITIAL_ROWS];
  private int[] users = new int[INITIAL_ROWS];
  private int[] dispatcherRows = new int[INITIAL_ROWS];
  private short[] relays = new short[INITIAL_ROWS];
  private byte[] platforms = new byte[INITIAL_ROWS];
  private int[] attempts = new int[INITIAL_ROWS];
  private int used;
  private int free = NONE;
  private int size;

  int size() {
    return size;
  }

  int take(long messageId, int user, int platform) {
    int row = free;
    if (row == NONE) {
      row = used++;
      if (row == users.length) {
        grow();
      }
    } else {
      free = dispatcherRows[row];
    }
    messageIds[row] = messageId;
    users[row] = user;
    platforms[row] = (byte) platform;
    relays[row] = NONE;
    replyAtNs[row] = 0;
    size++;
    return row;
  }

  void release(int row) {
    messageIds[row] = NONE;
    relays[row] = NONE;
    dispatcherRows[row] = free;
    replyAtNs[row] = 0;
    free = row;
    size--;
  }

  long messageId(int row) {
    return messageIds[row];
  }

  /** A push has reached a relay, by its number in the rack. */
  void reach(int row, int relay) {
    relays[row] = (short) relay;
  }

  /** The first row from one on that a relay has, or -1. */
  int nextOf(int relay, int from) {
    for (int row = from; row < used; row++) {
      if (relays[row] == relay) {
        return row;
      }
    }
    return NONE;
  }

  /** Names every message that is held here between events; some more do no harm. */
  void heldMessages(LongConsumer each) {
    for (int row = 0; row < used; row++) {
      each.accept(messageIds[row]);
    }
  }

  int user(int row) {
    return users[row];
  }

  int platform(int row) {
    return platforms[row];
  }

  /** When the answer to the request under way comes, 0 when none is. */
  long replyAtNs(int row) {
    return replyAtNs[row];
  }

  int dispatcherRow(int row) {
    return dispatcherRows[row];
  }

  /** The number of the last attempt, {@link #LATE} for the one after giving up. */
  int attempt(int row) {
    return attempts[row];
  }

  void attempt(int row, int dispatcherRow, int attempt) {
    dispatcherRows[row] = dispatcherRow;
    attempts[row] = attempt;
  }

  void requestUnderWay(int row, long answerAtNs) {
    replyAtNs[row] = answerAtNs;
  }

  void requestAnswered(int row) {
    replyAtNs[row] = 0;
  }

  private void grow() {
    int rows = users.length * 2;
    messageIds = Arrays.copyOf(messageIds, rows);
    replyAtNs = Arrays.copyOf(replyAtNs, rows);
    users = Arrays.copyOf(users, rows);
    dispatcherRows = Arrays.copyOf(dispatcherRows, rows);
    relays = Arrays.copyOf(relays, rows);
    platforms = Arrays.copyOf(platforms, rows);
    attempts = Arrays.copyOf(attempts, rows);
  }
}
