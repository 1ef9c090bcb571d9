package dev.haishin.model;

import java.util.Arrays;

/**
 * What never changes about each message, written once by its origin and read by id by everyone who
 * got the id in an event.
 *
 * <p>An id is (origin, row): origins are client shards, then broadcasters. Rows are append-only, so
 * a reader needs no copy and no lock: it learns of an id only through an event, after the window in
 * which the row was written.
 */
public final class Messages {
  private static final int PAGE_BITS = 12;
  private static final int PAGE_ROWS = 1 << PAGE_BITS;
  private static final int LONGS = 3;

  private final Arena[] arenas;

  /** No messages yet, of so many origins. */
  public Messages(int origins) {
    arenas = new Arena[origins];
    for (int i = 0; i < origins; i++) {
      arenas[i] = new Arena();
    }
  }

  /**
   * Writes a message down; only its origin may.
   *
   * @param tapNs when the sender tapped, nanoseconds
   * @param sender the sending user
   * @param chat the chat, as {@code Chats} numbers it
   * @param payloadBytes the body, sealing overhead included
   * @return the id
   */
  public long add(int origin, long tapNs, int sender, long chat, int payloadBytes) {
    int row = arenas[origin].add(tapNs, chat, ((long) sender << 32) | payloadBytes);
    return id(origin, row);
  }

  /** The id of an origin's message. */
  public static long id(int origin, int row) {
    return ((long) origin << 32) | row;
  }

  /** The message's number among those of its origin. */
  public static int row(long id) {
    return (int) id;
  }

  /** When the sender tapped, nanoseconds. */
  public long tapNs(long id) {
    return field(id, 0);
  }

  /** The chat it was sent to. */
  public long chat(long id) {
    return field(id, 1);
  }

  /** The user who sent it. */
  public int sender(long id) {
    return (int) (field(id, 2) >>> 32);
  }

  /** Bytes of the body, sealing overhead included. */
  public int payloadBytes(long id) {
    return (int) field(id, 2);
  }

  /** The origin's number: its client shard, or the shard count plus the broadcaster. */
  public static int origin(long id) {
    return (int) (id >>> 32);
  }

  private long field(long id, int offset) {
    int row = (int) id;
    long[] page = arenas[(int) (id >>> 32)].pages[row >>> PAGE_BITS];
    return page[(row & (PAGE_ROWS - 1)) * LONGS + offset];
  }

  private static final class Arena {
    private volatile long[][] pages = new long[16][];
    private int rows;

    int add(long first, long second, long third) {
      int row = rows++;
      int page = row >>> PAGE_BITS;
      if (page == pages.length) {
        pages = Arrays.copyOf(pages, page * 2);
      }
      if (pages[page] == null) {
        pages[page] = new long[PAGE_ROWS * LONGS];
      }
      int at = (row & (PAGE_ROWS - 1)) * LONGS;
      pages[page][at] = first;
      pages[page][at + 1] = second;
      pages[page][at + 2] = third;
      return row;
    }
  }
}
