package dev.haishin.model.fanout;

import java.util.Arrays;
import java.util.function.LongConsumer;

/**
 * (Message, recipient) pairs that a worker is working on: rows with a free list. A row holds its
 * pair's custody from the moment the recipient is planned until a frame or a booking carries it on.
 */
final class Pairs {
  static final int NOTICE = 1;
  static final int WRITING = 2;
  static final int LOOKING = 4;
  static final int PUSH_WHEN_WRITTEN = 8;

  /** The row answers for its pair. */
  static final int HELD = 16;

  private long[] message = new long[256];
  private long[] acceptedNs = new long[256];
  private long[] sinceNs = new long[256];
  private long[] writtenNs = new long[256];
  private int[] user = new int[256];
  private int[] record = new int[256];
  private byte[] flags = new byte[256];
  private int[] state = new int[256];
  private int used;
  private int free = -1;
  private long held;

  /**
   * A new row.
   *
   * @param accepted when the message was accepted; negative for a copy that is sent again, whose
   *     pair somebody else answers for
   * @param recordRow the record it belongs to, or {@link Records#NONE}
   */
  int add(long messageId, long accepted, int recipient, int recordRow) {
    int row = free;
    if (row >= 0) {
      free = record[row];
    } else {
      row = used++;
      if (row == message.length) {
        grow();
      }
    }
    message[row] = messageId;
    acceptedNs[row] = accepted;
    user[row] = recipient;
    record[row] = recordRow;
    flags[row] = accepted < 0 ? 0 : (byte) HELD;
    writtenNs[row] = 0;
    state[row] = 0;
    held += accepted < 0 ? 0 : 1;
    return row;
  }

  /** A row's custody, if it has any, has gone on with an event. */
  void handOn(int row) {
    held -= flags[row] >>> 4 & 1;
    flags[row] &= (byte) ~HELD;
  }

  /** Rows ever used. */
  int rows() {
    return used;
  }

  /** Whether a row is in use and answers for its pair. */
  boolean holds(int row) {
    return message[row] != -1 && has(row, HELD);
  }

  /** Forgets all rows. */
  void clear() {
    used = 0;
    free = -1;
    held = 0;
  }

  void remove(int row) {
    message[row] = -1;
    record[row] = free;
    free = row;
  }

  void set(int row, int flag) {
    flags[row] |= (byte) flag;
  }

  void clear(int row, int flag) {
    flags[row] &= (byte) ~flag;
  }

  boolean has(int row, int flag) {
    return (flags[row] & flag) != 0;
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

  int user(int row) {
    return user[row];
  }

  int record(int row) {
    return record[row];
  }

  /** The session router's state of the pair. */
  int state(int row) {
    return state[row];
  }

  void setState(int row, int routerState) {
    state[row] = routerState;
  }

  /** When its last lookup began; when that was answered, once a push waits for the write. */
  long sinceNs(int row) {
    return sinceNs[row];
  }

  void since(int row, long ns) {
    sinceNs[row] = ns;
  }

  /** When its copy was in the inbox; 0 while it is not, or when there is none. */
  long writtenNs(int row) {
    return writtenNs[row];
  }

  void written(int row, long ns) {
    writtenNs[row] = ns;
  }

  /** Pairs whose custody rows hold. */
  long held() {
    return held;
  }

  private void grow() {
    int length = message.length + message.length / 4;
    message = Arrays.copyOf(message, length);
    acceptedNs = Arrays.copyOf(acceptedNs, length);
    sinceNs = Arrays.copyOf(sinceNs, length);
    writtenNs = Arrays.copyOf(writtenNs, length);
    user = Arrays.copyOf(user, length);
    record = Arrays.copyOf(record, length);
    flags = Arrays.copyOf(flags, length);
    state = Arrays.copyOf(state, length);
  }
}
